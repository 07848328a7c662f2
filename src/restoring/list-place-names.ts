/** Provinces with the ones merged into them and their communes by kind, and the districts of old; names joined by "|"; as data/lexicon/places.json holds them. */
export type PlaceList = {
  readonly provinces: readonly {
    readonly word: string
    readonly name: string
    readonly took: readonly string[]
    readonly communes: Readonly<Record<string, string>>
  }[]
  readonly districts?: Readonly<Record<string, string>>
}

/** The name of a place, and the word for its kind where that is known. */
export type PlaceName = { readonly kind: string; readonly name: string }

/** The names of all places, with the words for their kinds. */
export function listPlaceNames({ provinces, districts = {} }: PlaceList): PlaceName[] {
  return [
    ...provinces.flatMap(({ word, name, took, communes }) => [
      { kind: word, name },
      ...took.map((old) => ({ kind: 'tỉnh', name: old })),
      ...Object.entries(communes).flatMap(([kind, names]) => names.split('|').map((commune) => ({ kind, name: commune }))),
    ]),
    ...Object.values(districts).flatMap((names) => names.split('|').map((name) => ({ kind: 'huyện', name }))),
  ]
}
