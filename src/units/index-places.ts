import type { Level } from '../domain/unit.ts'
import { createLazyTrie, type PhraseTrie } from './phrase-trie.ts'
import { readTokens, toKey } from './read-tokens.ts'

/** `data/lexicon/places.json`: provinces from north to south, what they took in, their communes, and the districts of old ("A|B|C"). */
export type PlaceList = {
  readonly provinces: readonly {
    readonly word: string
    readonly name: string
    readonly took: readonly string[]
    readonly communes: Readonly<Record<string, string>>
  }[]
  readonly districts: Readonly<Record<string, string>>
}

/** A place that is known by name. */
export type KnownPlace = { readonly name: string; readonly level: Level | null; readonly word: string | null }

/** Places by name, and which lies in which. */
export type PlaceIndex = {
  readonly provinces: PhraseTrie<KnownPlace>
  readonly districts: PhraseTrie<KnownPlace>
  readonly communes: PhraseTrie<KnownPlace>
  /** Names of today's provinces from north to south. */
  readonly northToSouth: readonly string[]
  /** The province of today that a province, old or new, belongs to. */
  readonly provinceNow: (name: string) => string | undefined
  /** The word before the name of a province of today. */
  readonly wordOfProvince: (name: string) => string | undefined
  /** Today's provinces that have a commune of that name. */
  readonly provincesOfCommune: (commune: string) => readonly string[]
  /** Provinces that had a district of that name, as they were until 2025-07-01. */
  readonly provincesOfDistrict: (district: string) => readonly string[]
}

type Home = { readonly place: KnownPlace; readonly province: string }

/** Makes places findable. */
export function indexPlaces(list: PlaceList): PlaceIndex {
  const { provinces } = list
  const now = new Map(provinces.flatMap(({ name, took }) => [name, ...took].map((each) => [toKey(each), name] as const)))
  const words = new Map(provinces.map(({ name, word }) => [toKey(name), word]))
  const communes = createHomes(() => listCommunes(list))
  const districts = createHomes(() => listDistricts(list))
  return {
    provinces: indexNames(() =>
      provinces.flatMap(({ word, name, took }) => [{ name, level: 'province', word }, ...took.map(nameProvince)]),
    ),
    districts: indexNames(() => listDistricts(list).map(({ place }) => place)),
    communes: indexNames(() => listCommunes(list).map(({ place }) => place)),
    northToSouth: provinces.map(({ name }) => name),
    provinceNow: (name) => now.get(toKey(name)),
    wordOfProvince: (name) => words.get(toKey(name)),
    provincesOfCommune: communes,
    provincesOfDistrict: districts,
  }
}

function listCommunes({ provinces }: PlaceList): Home[] {
  return provinces.flatMap(({ name: province, communes }) =>
    Object.entries(communes).flatMap(([word, names]) =>
      names.split('|').map((name) => ({ place: { name, level: 'commune' as const, word }, province })),
    ),
  )
}

function listDistricts({ districts }: PlaceList): Home[] {
  return Object.entries(districts).flatMap(([province, names]) =>
    names.split('|').map((name) => ({ place: { name, level: 'district' as const, word: null }, province })),
  )
}

function createHomes(list: () => readonly Home[]): (name: string) => readonly string[] {
  let homes: ReadonlyMap<string, readonly Home[]> | undefined
  return (name) => {
    homes ??= Map.groupBy(list(), ({ place }) => toKey(place.name))
    return homes.get(toKey(name))?.map(({ province }) => province) ?? []
  }
}

function nameProvince(name: string): KnownPlace {
  return { name, level: 'province', word: null }
}

// Many communes share a name; one leaf each is enough, since only the name is read from it.
function indexNames(list: () => readonly KnownPlace[]): PhraseTrie<KnownPlace> {
  return createLazyTrie((trie) => {
    for (const place of new Map(list().map((each) => [each.name, each])).values()) addPlace(trie, place)
  })
}

/** Adds a place by its name, and by its name without blanks. */
export function addPlace(trie: PhraseTrie<KnownPlace>, place: KnownPlace): void {
  const tokens = readTokens(place.name)
  trie.add(tokens, place)
  if (tokens.length > 1) trie.add(readTokens(toKey(place.name)), place)
}
