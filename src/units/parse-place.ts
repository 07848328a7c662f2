import type { Level } from '../domain/unit.ts'
import type { PhraseHit } from './phrase-trie.ts'
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { toKey, withGlued, type KnownPlace, type UnitLexicon } from './unit-lexicon.ts'

/** A place inside a text; level "city" has been decided where the place is known. */
export type FoundPlace = {
  readonly name: string
  readonly level: Level | 'city' | null
  readonly word: string | null
  readonly end: number
}

/** One step of a place: "huyện Bình Sơn". */
export type PlaceStep = { readonly word: string | null; readonly level: Level | 'city' | null; readonly name: string }

/** Places that may be named: those of the lexicon, those of the registry, and the initials of the latter. */
export type PlaceBook = {
  readonly lexicon: UnitLexicon
  readonly near: PhraseTrie<KnownPlace> | null
  readonly initials: ReadonlyMap<string, KnownPlace>
  readonly allowUnknown: boolean
}

/** A book of places; names come from the units at hand. */
export function buildPlaceBook(lexicon: UnitLexicon, places: readonly PlaceStep[], allowUnknown: boolean): PlaceBook {
  const near = createPhraseTrie<KnownPlace>()
  const initials = new Map<string, KnownPlace>()
  const seen = new Set<string>()
  for (const { name, level, word } of places) {
    const place: KnownPlace = { name, level: level === 'city' ? null : level, word, provinces: [] }
    if (seen.has(`${level} ${toKey(name)}`)) continue
    seen.add(`${level} ${toKey(name)}`)
    for (const form of withGlued(place)) near.add(readTokens(form), place)
    const letters = readTokens(name)
      .map(({ folded }) => folded[0])
      .join('')
    if (letters.length > 1) initials.set(letters, place)
  }
  return { lexicon, near, initials, allowUnknown }
}

/** The place that is named at a token, given the level that was said before it. */
export function parsePlaceAt(
  tokens: readonly Token[],
  at: number,
  level: Level | 'city' | null,
  book: PlaceBook,
): FoundPlace | undefined {
  if (at >= tokens.length) return undefined
  const known = findKnown(tokens, at, level, book)
  const unknown = level ? readUnknown(tokens, at, book) : undefined
  if (known && (!unknown || known.end >= unknown.end)) {
    const { value } = known
    return {
      name: value.name,
      level: value.level ?? level,
      word: value.level === level || level === 'city' ? null : value.word,
      end: known.end,
    }
  }
  return unknown && { name: unknown.name, level: level === 'city' ? 'district' : level, word: null, end: unknown.end }
}

function findKnown(
  tokens: readonly Token[],
  at: number,
  level: Level | 'city' | null,
  book: PlaceBook,
): Pick<PhraseHit<KnownPlace>, 'value' | 'end'> | undefined {
  const fits = ({ value, edits }: PhraseHit<KnownPlace>): boolean =>
    (level === null || isSameLevel(value.level, level)) && (edits === 0 || level !== null)
  const { lexicon } = book
  const hits = [
    ...(book.near?.find(tokens, at) ?? []),
    ...lexicon.provinces.find(tokens, at),
    ...(level === 'commune' ? lexicon.communes.find(tokens, at) : []),
  ].filter(fits)
  const best = hits.sort((one, other) => other.end - one.end || one.edits - other.edits || one.clashes - other.clashes)[0]
  if (best) return best
  const token = tokens[at]!
  const place = book.initials.get(token.folded)
  const isShortEnough = token.folded.length > 2 || level !== null
  return place && !token.isToned && isShortEnough && (level === null || isSameLevel(place.level, level))
    ? { value: place, end: at + 1 }
    : undefined
}

// A name nobody listed: words with capitals that follow a level.
function readUnknown(tokens: readonly Token[], at: number, book: PlaceBook): { name: string; end: number } | undefined {
  if (!book.allowUnknown) return undefined
  let end = at
  while (end < tokens.length && !tokens[end]!.startsSentence && (tokens[end]!.isCapital || /^\d/.test(tokens[end]!.text))) end++
  return end > at
    ? {
        name: tokens
          .slice(at, end)
          .map(({ text }) => text)
          .join(' '),
        end,
      }
    : undefined
}

/** Levels that may be the same; "city" is a province or a district. */
export function isSameLevel(one: Level | 'city' | null, other: Level | 'city' | null): boolean {
  if (one === null || other === null || one === other) return true
  const pair = [one, other]
  return pair.includes('city') && (pair.includes('province') || pair.includes('district'))
}

/** "xã Bình Minh, huyện Bình Sơn" step by step, nearest first. */
export function parsePlace(place: string | null, lexicon: UnitLexicon): PlaceStep[] {
  if (!place) return []
  return place.split(/[,;(]/).flatMap((part) => {
    const tokens = readTokens(part.trim())
    if (tokens.length === 0) return []
    const level = lexicon.levels.find(tokens, 0).findLast(({ edits }) => edits === 0)
    const first = tokens[level?.end ?? 0]
    if (!first) return []
    const spoken = level?.value.level ?? null
    const known = lexicon.provinces.find(tokens, level?.end ?? 0).find((hit) => hit.edits === 0 && hit.end === tokens.length)
    const decided = spoken === 'city' || spoken === null ? (known ? 'province' : spoken === 'city' ? 'district' : null) : spoken
    return [
      {
        word: level?.value.word ?? (known ? (known.value.word ?? null) : null),
        level: decided,
        name: part
          .trim()
          .normalize('NFC')
          .slice(first.start)
          .replace(/[)\s.]+$/, ''),
      },
    ]
  })
}
