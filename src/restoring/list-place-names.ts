/** Provinces with the ones merged into them and their communes by kind, names joined by "|"; as data/lexicon/places.json holds them. */
export type PlaceList = {
  readonly provinces: readonly {
    readonly word: string
    readonly name: string
    readonly took: readonly string[]
    readonly communes: Readonly<Record<string, string>>
  }[]
}

/** The names of all places, each behind the word for its kind. */
export function listPlaceNames({ provinces }: PlaceList): string[] {
  return provinces.flatMap(({ word, name, took, communes }) => [
    `${word} ${name}`,
    ...took,
    ...Object.entries(communes).flatMap(([kind, names]) => names.split('|').map((commune) => `${kind} ${commune}`)),
  ])
}
