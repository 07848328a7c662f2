import type { Level } from '../domain/unit.ts'
import { normalize } from '../text/normalize.ts'
import { addPlace, type KnownPlace } from './index-places.ts'
import { createPhraseTrie, type PhraseHit, type PhraseTrie } from './phrase-trie.ts'
import { readTokens, toKey, type Token } from './read-tokens.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A level as it was said: "thành phố" alone may be a province or a district. */
export type SpokenLevel = Level | 'city' | null

/** One step of a place: "huyện Bình Sơn". */
export type PlaceStep = { readonly word: string | null; readonly level: SpokenLevel; readonly name: string }

/** A place inside a text. */
export type FoundPlace = PlaceStep & { readonly end: number }

/** Places that may be named: those of the lexicon, those of the units at hand, and the initials of the latter. */
export type PlaceBook = {
  readonly lexicon: UnitLexicon
  readonly near: PhraseTrie<KnownPlace>
  readonly initials: ReadonlyMap<string, KnownPlace>
}

/** A book of places; names come from the units at hand. */
export function buildPlaceBook(lexicon: UnitLexicon, steps: readonly PlaceStep[]): PlaceBook {
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
  return { lexicon, near, initials }
}

/** The place that is named at a token, given the level that was said before it. */
export function parsePlaceAt(tokens: readonly Token[], at: number, level: SpokenLevel, book: PlaceBook): FoundPlace | undefined {
  if (at >= tokens.length) return undefined
  const known = findKnown(tokens, at, level, book)
  const unknown = level ? readUnknown(tokens, at) : undefined
  if (known && (!unknown || known.end >= unknown.end)) {
    const { name, word } = known.value
    const isSaid = known.value.level === level || level === 'city'
    return { name, level: known.value.level ?? level, word: isSaid ? null : word, end: known.end }
  }
  return unknown && { name: unknown.name, level: level === 'city' ? 'district' : level, word: null, end: unknown.end }
}

function findKnown(
  tokens: readonly Token[],
  at: number,
  level: SpokenLevel,
  book: PlaceBook,
): Pick<PhraseHit<KnownPlace>, 'value' | 'end'> | undefined {
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
): { value: KnownPlace; end: number } | undefined {
  const { folded, isToned } = tokens[at]!
  const place = initials.get(folded)
  if (!place || isToned || (folded.length < 3 && level === null) || !isSameLevel(place.level, level)) return undefined
  return { value: place, end: at + 1 }
}

// A name nobody listed: words with capitals that follow a level.
function readUnknown(tokens: readonly Token[], at: number): { name: string; end: number } | undefined {
  let end = at
  while (
    end < tokens.length &&
    !(tokens[end]!.startsSentence && end > at) &&
    (tokens[end]!.isCapital || /^\d/.test(tokens[end]!.text))
  )
    end++
  if (end === at) return undefined
  return {
    name: tokens
      .slice(at, end)
      .map(({ text }) => text)
      .join(' '),
    end,
  }
}

/** Levels that may be the same; "city" is a province or a district. */
export function isSameLevel(one: SpokenLevel, other: SpokenLevel): boolean {
  if (one === null || other === null || one === other) return true
  if (one === 'city') return other === 'province' || other === 'district'
  return other === 'city' && (one === 'province' || one === 'district')
}

/** Whether two steps may be one place: by name, whatever word stands before it. */
export function isSamePlace(one: PlaceStep, other: PlaceStep): boolean {
  return isSameLevel(one.level, other.level) && toKey(one.name) === toKey(other.name)
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
  if (level && level.value.level !== 'city') return { word: level.value.word, level: level.value.level, name }
  const known = lexicon.provinces.find(tokens, at).find((hit) => hit.edits === 0 && hit.end === tokens.length)
  if (level)
    return { word: level.value.word, level: known && known.value.word === level.value.word ? 'province' : 'district', name }
  return { word: known?.value.word ?? null, level: known ? 'province' : null, name }
}
