import type { Level } from '../domain/unit.ts'
import { normalize } from '../text/normalize.ts'
import { addPlace, type KnownPlace } from './index-places.ts'
import { createPhraseTrie, type PhraseHit, type PhraseTrie } from './phrase-trie.ts'
import { readTokens, toKey, type Token } from './read-tokens.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A level as it was said: "thành phố" alone may be a province or a district. */
export type SpokenLevel = Level | 'city' | null

/** One step of a place: "huyện Bình Sơn". */
export type PlaceStep = {
  readonly word: string | null
  readonly level: SpokenLevel
  readonly name: string
  /** What the name compares by, where it is compared often. */
  readonly key?: string
}

/** A place inside a text. */
export type FoundPlace = PlaceStep & {
  readonly end: number
  /** It is a place that is known, or an unknown one with capitals; not a known one misspelt. */
  readonly isSpeltRight: boolean
}

/**
 * What counts as a place: in what people type and declare any likely name, in a paper (whose letters may be damaged) only
 * provinces and districts that exist or existed, and the paper's own.
 */
export type PlaceTrust = 'likely' | 'known'

/** Places that may be named: those of the lexicon, those of the units at hand, and the initials of the latter. */
export type PlaceBook = {
  readonly lexicon: UnitLexicon
  readonly trust: PlaceTrust
  readonly near: PhraseTrie<KnownPlace>
  readonly initials: ReadonlyMap<string, KnownPlace>
}

const MIN_WORDS = 2

// How syllables are built, those of the highlands too ("Đắk Lắk", "Krông Pa"): capitals that are none abbreviate something.
const SYLLABLE = /^[^aeiouy\d]{0,3}[aeiouy]{1,3}(?:ch|ng|nh|[ckmnprtl])?$/

/** A book of places; names come from the units at hand. */
export function buildPlaceBook(lexicon: UnitLexicon, steps: readonly PlaceStep[], trust: PlaceTrust = 'likely'): PlaceBook {
  const near = createPhraseTrie<KnownPlace>()
  const initials = new Map<string, KnownPlace>()
  const seen = new Set<string>()
  for (const { name, level, word } of steps) {
    const key = `${level} ${toKey(name)}`
    if (seen.has(key)) continue
    seen.add(key)
    const place: KnownPlace = { name, level: level === 'city' ? null : level, word }
    addPlace(near, place)
    const letters = readTokens(name).map(({ folded }) => folded[0])
    if (letters.length > 1) initials.set(letters.join(''), place)
  }
  return { lexicon, trust, near, initials }
}

/** The place that is named at a token, given the level that was said before it. */
export function parsePlaceAt(tokens: readonly Token[], at: number, level: SpokenLevel, book: PlaceBook): FoundPlace | undefined {
  if (at >= tokens.length) return undefined
  const known = findKnown(tokens, at, level, book)
  const unknown = level && !isListedLevel(level, known) ? readUnknown(tokens, at, level, book) : undefined
  if (known && (!unknown || known.end >= unknown.end)) {
    const { name, word } = known.value
    const isSaid = known.value.level === level || level === 'city'
    return {
      name,
      level: known.value.level ?? level,
      word: isSaid ? null : word,
      end: known.end,
      isSpeltRight: known.edits === 0,
    }
  }
  return unknown && { ...unknown, level: level === 'city' ? 'district' : level, word: null, isSpeltRight: true }
}

function findKnown(
  tokens: readonly Token[],
  at: number,
  level: SpokenLevel,
  book: PlaceBook,
): Pick<PhraseHit<KnownPlace>, 'value' | 'end' | 'edits'> | undefined {
  const { lexicon, near } = book
  const lists = [
    near,
    lexicon.provinces,
    ...(level === 'district' || level === 'city' ? [lexicon.districts] : []),
    ...(level === 'commune' ? [lexicon.communes] : []),
  ]
  const hits = lists
    .flatMap((list) => list.find(tokens, at))
    .filter(({ value, edits }) => isSameLevel(value.level, level) && (edits === 0 || level !== null))
    .sort((one, other) => other.end - one.end || one.edits - other.edits || one.clashes - other.clashes)
  return hits[0] ?? findInitials(tokens, at, level, book)
}

// "bgm", "huyện BS": two letters only where a level announces a place.
function findInitials(
  tokens: readonly Token[],
  at: number,
  level: SpokenLevel,
  { initials }: PlaceBook,
): { value: KnownPlace; end: number; edits: number } | undefined {
  const { folded, isToned } = tokens[at]!
  const place = initials.get(folded)
  if (!place || isToned || (folded.length < 3 && level === null) || !isSameLevel(place.level, level)) return undefined
  return { value: place, end: at + 1, edits: 0 }
}

// Of provinces and districts the lists are complete: what follows a name that is on them is no part of it.
function isListedLevel(level: SpokenLevel, known: { readonly edits: number } | undefined): boolean {
  return known !== undefined && level !== 'commune' && known.edits === 0
}

// A name nobody listed: words with capitals that follow a level.
function readUnknown(
  tokens: readonly Token[],
  at: number,
  level: SpokenLevel,
  { lexicon, trust }: PlaceBook,
): { name: string; end: number } | undefined {
  const isNumbered = /^\d+$/.test(tokens[at]!.text)
  let end = at
  while (end < tokens.length && mayBePlaceWord(tokens, end, at) && !(end > at && startsUnit(tokens, end, lexicon))) end++
  if (level !== 'commune' && !isNumbered && (trust === 'known' || end - at < MIN_WORDS)) return undefined
  if (end === at) return undefined
  return {
    name: tokens
      .slice(at, end)
      .map(({ text }) => text)
      .join(' '),
    end,
  }
}

function mayBePlaceWord(tokens: readonly Token[], at: number, from: number): boolean {
  const { startsSentence, startsPart, isCapital, text, folded } = tokens[at]!
  if (at > from && (startsSentence || startsPart)) return false
  return /^\d+$/.test(text) || (isCapital && (SYLLABLE.test(folded) || text !== text.toUpperCase()))
}

// "huyện Sơn Hà Công an xã": where the next unit's name begins, the place has ended.
function startsUnit(tokens: readonly Token[], at: number, { heads }: UnitLexicon): boolean {
  return heads.findExact(tokens, at).some(({ end }) => end > at + 1)
}

const RANKS: Readonly<Record<Exclude<SpokenLevel, null>, number>> = {
  unknown: -1,
  commune: 0,
  city: 1,
  district: 1,
  province: 2,
  central: 3,
}

/** How high a level stands; 1 is a district. */
export function rankLevel(level: SpokenLevel): number {
  return RANKS[level ?? 'unknown']
}

/** The province that a district lay in, where only one had a district of that name. */
export function findDistrictsProvince(district: PlaceStep, lexicon: UnitLexicon): PlaceStep | undefined {
  const [province, other] = lexicon.provincesOfDistrict(district.name)
  return province && !other ? nameProvince(province, lexicon) : undefined
}

/** The province of today that a commune lies in, where only one has a commune of that name. */
export function findCommunesProvince(commune: PlaceStep, lexicon: UnitLexicon): PlaceStep | undefined {
  const [province, other] = lexicon.provincesOfCommune(commune.name)
  return province && !other ? nameProvince(province, lexicon) : undefined
}

function nameProvince(name: string, { wordOfProvince, aliases }: UnitLexicon): PlaceStep {
  const word = wordOfProvince(name) ?? aliases.levels.find(({ level }) => level === 'province')?.word ?? null
  return { name, level: 'province', word }
}

/** Levels that may be the same; "city" is a province or a district. */
export function isSameLevel(one: SpokenLevel, other: SpokenLevel): boolean {
  if (one === null || other === null || one === other) return true
  if (one === 'city') return other === 'province' || other === 'district'
  return other === 'city' && (one === 'province' || one === 'district')
}

/** Whether two steps may be one place: by name, whatever word stands before it. */
export function isSamePlace(one: PlaceStep, other: PlaceStep): boolean {
  return isSameLevel(one.level, other.level) && (one.key ?? toKey(one.name)) === (other.key ?? toKey(other.name))
}

/** "xã Bình Minh, huyện Bình Sơn" step by step, nearest first. */
export function parsePlace(place: string | null, lexicon: UnitLexicon): PlaceStep[] {
  if (!place) return []
  return normalize(place)
    .split(/[,;(]/)
    .flatMap((part) => parseStep(part.trim(), lexicon) ?? [])
}

function parseStep(part: string, lexicon: UnitLexicon): PlaceStep | undefined {
  const tokens = readTokens(part)
  const level = lexicon.levels.find(tokens, 0).findLast(({ edits }) => edits === 0)
  const at = level?.end ?? 0
  const first = tokens[at]
  if (!first) return undefined
  const name = part.slice(first.start).replace(/[)\s.]+$/, '')
  const key = toKey(name)
  if (level && level.value.level !== 'city') return { word: level.value.word, level: level.value.level, name, key }
  const known = lexicon.provinces.find(tokens, at).find((hit) => hit.edits === 0 && hit.end === tokens.length)
  if (level)
    return { word: level.value.word, level: known && known.value.word === level.value.word ? 'province' : 'district', name, key }
  return { word: known?.value.word ?? null, level: known ? 'province' : null, name, key }
}
