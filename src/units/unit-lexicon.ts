import type { Level } from '../domain/unit.ts'
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts'
import { readTokens } from './read-tokens.ts'

/** What may follow the head of a name: nothing, a level and place, a field of work, free words, or another unit. */
export type Takes = 'nothing' | 'level' | 'place' | 'sector' | 'subject' | 'body'

/** A kind of unit, "Sở", "UBND", "Ban Chỉ đạo". */
export type Head = {
  readonly kind: string
  readonly name: string
  readonly takes: Takes
  readonly group: string
  readonly level?: Level
  readonly forms?: readonly string[]
  readonly sayAlso?: readonly string[]
  readonly short?: readonly string[]
  /** First letter of glued abbreviations: "s" of "sngv". */
  readonly letter?: string
  /** Kinds that people mean by the same words. */
  readonly alike?: readonly string[]
  /** Names that differ by level: "Bộ Chỉ huy Quân sự" in a province. */
  readonly names?: Readonly<Partial<Record<Level, string>>>
  /** Names that hold their level: "Huyện đoàn". */
  readonly fixed?: readonly { readonly form: string; readonly level: string }[]
  /** The abbreviation is a word of its own unless written in capitals. */
  readonly shortNeedsCase?: boolean
}

/** A field of work that sở, phòng, bộ or ban are named after. */
export type Sector = {
  readonly name: string
  readonly of: readonly string[]
  readonly forms?: readonly string[]
  readonly short?: readonly string[]
}

/** A word for a level, "huyện"; "city" is a province or a district, as its place says. */
export type LevelWord = {
  readonly word: string
  readonly level: Level | 'city'
  readonly forms: readonly string[]
  readonly letter?: string
}

/** A word of a collective and whom it stands for. */
export type Member = {
  readonly forms: readonly string[]
  readonly kinds?: readonly string[]
  readonly groups?: readonly string[]
  readonly level?: Level
  /** Stands for units below the issuer, "địa phương". */
  readonly below?: boolean
  readonly onlyIn?: 'party' | 'state'
}

/** `data/lexicon/unit-aliases.json`. */
export type UnitAliases = {
  readonly heads: readonly Head[]
  readonly sectors: readonly Sector[]
  readonly levels: readonly LevelWord[]
  readonly committees: readonly { readonly kind: string; readonly suffix: string; readonly word: string }[]
  readonly members: readonly Member[]
  readonly titles: readonly string[]
  readonly linkers: readonly string[]
  readonly collective: readonly string[]
  readonly soft: readonly string[]
  readonly own: readonly string[]
  readonly ownHeads: readonly string[]
  readonly about: readonly string[]
  readonly wards: readonly string[]
  readonly ends: readonly { readonly level: string; readonly on: string; readonly by: string }[]
}

/** `data/lexicon/places.json`: provinces from north to south, what they took in, their communes ("A|B|C" by word). */
export type PlaceList = {
  readonly provinces: readonly {
    readonly word: string
    readonly name: string
    readonly took: readonly string[]
    readonly communes: Readonly<Record<string, string>>
  }[]
}

/** What the beginning of a name says at once: a kind, perhaps with its field, level and committee ("btghu"). */
export type HeadReading = {
  readonly head: Head
  readonly sector?: Sector
  readonly level?: LevelWord
  readonly body?: Head
  readonly isShort: boolean
}

/** A place that is known by name. */
export type KnownPlace = {
  readonly name: string
  readonly level: Level | null
  readonly word: string | null
  readonly provinces: readonly string[]
}

/** The lexicon, ready for finding. */
export type UnitLexicon = {
  readonly aliases: UnitAliases
  readonly heads: PhraseTrie<HeadReading>
  readonly sectors: PhraseTrie<Sector>
  readonly levels: PhraseTrie<LevelWord>
  readonly members: PhraseTrie<Member>
  readonly titles: PhraseTrie<true>
  readonly linkers: PhraseTrie<true>
  readonly collective: PhraseTrie<true>
  readonly soft: PhraseTrie<true>
  readonly own: PhraseTrie<true>
  readonly ownHeads: PhraseTrie<true>
  readonly about: PhraseTrie<true>
  readonly wards: PhraseTrie<true>
  readonly provinces: PhraseTrie<KnownPlace>
  readonly communes: PhraseTrie<KnownPlace>
  readonly headOf: (kind: string) => Head
  /** Province names from north to south. */
  readonly northToSouth: readonly string[]
  /** Provinces of today that have a commune of that name. */
  readonly homesOf: (commune: string) => readonly string[]
  /** The province of today that a province, old or new, belongs to. */
  readonly provinceNow: (name: string) => string | undefined
}

/** Makes the finding structures of both lexicon files; done once per process. */
export function buildUnitLexicon(aliases: UnitAliases, places: PlaceList): UnitLexicon {
  const kinds = new Map(aliases.heads.map((head) => [head.kind, head]))
  const headOf = (kind: string): Head => {
    const head = kinds.get(kind)
    if (!head) throw new Error(`unknown kind of unit: ${kind}`)
    return head
  }
  const now = new Map(places.provinces.flatMap(({ name, took }) => [name, ...took].map((each) => [toKey(each), name] as const)))
  return {
    aliases,
    headOf,
    heads: indexHeads(aliases, headOf),
    sectors: indexSectors(aliases.sectors),
    levels: indexForms(aliases.levels, (level) => level.forms),
    members: indexForms(aliases.members, (member) => member.forms),
    ...indexWords(aliases),
    ...indexPlaces(places),
    northToSouth: places.provinces.map(({ name }) => name),
    homesOf: indexHomes(places),
    provinceNow: (name) => now.get(toKey(name)),
  }
}

/** Folded words without blanks and "và": how names are compared. */
export function toKey(text: string): string {
  return readTokens(text)
    .filter((token) => !token.isAnd)
    .map((token) => token.folded)
    .join('')
}

function indexForms<Value>(values: readonly Value[], formsOf: (value: Value) => readonly string[]): PhraseTrie<Value> {
  const trie = createPhraseTrie<Value>()
  for (const value of values) for (const form of formsOf(value)) trie.add(readTokens(form), value)
  return trie
}

function indexWords({ titles, linkers, collective, soft, own, ownHeads, about, wards }: UnitAliases) {
  const index = (words: readonly string[]): PhraseTrie<true> => {
    const trie = createPhraseTrie<true>()
    for (const word of words) trie.add(readTokens(word), true)
    return trie
  }
  return {
    titles: index(titles),
    linkers: index(linkers),
    collective: index(collective),
    soft: index(soft),
    own: index(own),
    ownHeads: index(ownHeads),
    about: index(about),
    wards: index(wards),
  }
}

function indexPlaces({ provinces }: PlaceList): Pick<UnitLexicon, 'provinces' | 'communes'> {
  const known: KnownPlace[] = provinces.flatMap(({ word, name, took }) => [
    { name, level: 'province' as const, word, provinces: [name] },
    ...took.map((old) => ({ name: old, level: 'province' as const, word: null, provinces: [name] })),
  ])
  const homes = new Map<string, KnownPlace & { provinces: string[] }>()
  for (const province of provinces) {
    for (const [word, names] of Object.entries(province.communes)) {
      for (const name of names.split('|')) {
        const key = `${word} ${name}`
        const place = homes.get(key) ?? { name, level: 'commune' as const, word, provinces: [] }
        place.provinces.push(province.name)
        homes.set(key, place)
      }
    }
  }
  return { provinces: indexForms(known, withGlued), communes: indexForms<KnownPlace>([...homes.values()], withGlued) }
}

function indexHomes({ provinces }: PlaceList): (commune: string) => readonly string[] {
  const homes = new Map<string, string[]>()
  for (const { name, communes } of provinces) {
    for (const commune of Object.values(communes).flatMap((names) => names.split('|'))) {
      const key = toKey(commune)
      homes.set(key, [...(homes.get(key) ?? []), name])
    }
  }
  return (commune) => homes.get(toKey(commune)) ?? []
}

/** A place by its name, and by its name without blanks. */
export function withGlued({ name }: { readonly name: string }): string[] {
  return [name, toKey(name)]
}

function indexSectors(sectors: readonly Sector[]): PhraseTrie<Sector> {
  return indexForms(sectors, ({ name, forms = [], short = [] }) => {
    const written = [name, ...forms]
    return [...new Set([...written, ...written.map(toKey), ...short, ...short.map(toKey)])]
  })
}

function indexHeads(aliases: UnitAliases, headOf: (kind: string) => Head): PhraseTrie<HeadReading> {
  const trie = createPhraseTrie<HeadReading>()
  const seen = new Set<string>()
  const add = (form: string, reading: HeadReading): void => {
    const once = `${form} ${reading.head.kind} ${reading.sector?.name} ${reading.level?.word} ${reading.body?.kind}`
    if (!seen.has(once)) trie.add(readTokens(form), reading)
    seen.add(once)
  }
  for (const head of aliases.heads) {
    const named = [head.name, ...(head.forms ?? []), ...Object.values(head.names ?? {}), ...(head.sayAlso ?? [])]
    for (const form of named) add(form, { head, isShort: false })
    for (const form of named) if (toKey(form).length > 4) add(toKey(form), { head, isShort: false })
    for (const form of head.short ?? []) add(form, { head, isShort: true })
    for (const { form, level } of head.fixed ?? []) {
      const word = aliases.levels.find((each) => each.word === level)
      if (word) for (const each of [form, toKey(form)]) add(each, { head, level: word, isShort: false })
    }
    addLevelLetters(head, aliases, add)
    addSectors(head, aliases, add, headOf)
    addCommittees(head, aliases, add, headOf)
  }
  return trie
}

type AddHead = (form: string, reading: HeadReading) => void

// hdndh, ubndx, bchqst: an abbreviation and the letter of its level.
function addLevelLetters(head: Head, { levels }: UnitAliases, add: AddHead): void {
  if (head.takes !== 'level') return
  for (const short of head.short ?? []) {
    for (const level of levels) {
      const glued = `${short}${level.letter}`
      if (level.letter && glued.length > 2 && glued !== 'cat') add(glued, { head, level, isShort: true })
    }
  }
}

// sngv, pvhtt, btg, btghu: a letter and a field, perhaps with the committee; and "sonoivu", written without blanks.
function addSectors(head: Head, aliases: UnitAliases, add: AddHead, headOf: (kind: string) => Head): void {
  if (head.takes !== 'sector') return
  for (const sector of aliases.sectors.filter(({ of }) => of.includes(head.kind))) {
    for (const form of [sector.name, ...(sector.forms ?? [])])
      add(`${toKey(head.name)}${toKey(form)}`, { head, sector, isShort: false })
    for (const short of (sector.short ?? []).map(toKey)) {
      add(`${head.letter}${short}`, { head, sector, isShort: true })
      if (head.group !== 'party-body') continue
      for (const { kind, suffix } of aliases.committees)
        add(`${head.letter}${short}${suffix}`, { head, sector, body: headOf(kind), isShort: true })
    }
  }
}

// vphu, btvtu, ubkthu
function addCommittees(head: Head, { committees }: UnitAliases, add: AddHead, headOf: (kind: string) => Head): void {
  if (head.takes !== 'body') return
  for (const short of head.short ?? []) {
    for (const { kind, suffix } of committees) add(`${short}${suffix}`, { head, body: headOf(kind), isShort: true })
  }
}
