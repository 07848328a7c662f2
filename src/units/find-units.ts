import type { UnitRegistry } from './build-registry.ts'
import { findCollectivesAt } from './find-collectives.ts'
import { findNamedUnitsAt } from './find-named-units.ts'
import { findOwnUnitAt } from './find-own-unit.ts'
import { parsePlace } from './parse-place.ts'
import { keepBest } from './phrase-trie.ts'
import { readTokens, type Token } from './read-tokens.ts'
import type { Near, Vicinity } from './score-unit.ts'
import type { Found, UnitMatch, UnitMention } from './unit-mention.ts'

const ALIAS_SCORE = 0.92

/** Every mention of a unit in a text, in order, none inside another; the asker's own unit and place come first. */
export function findUnits(text: string, registry: UnitRegistry, near: Near = {}): UnitMention[] {
  const tidy = text.normalize('NFC')
  const tokens = readTokens(tidy)
  const around = locateAsker(near, registry)
  const mentions: UnitMention[] = []
  for (let at = 0; at < tokens.length;) {
    const found = findAt(tokens, at, registry, around)
    if (found) {
      const { end, ...rest } = found
      const span = { start: tokens[at]!.start, end: tokens[end - 1]!.end }
      mentions.push({ words: tidy.slice(span.start, span.end), ...span, ...rest })
    }
    at = found?.end ?? at + 1
  }
  return mentions
}

/** The registered units that words mean, best first; empty when they mean none. */
export function matchUnit(words: string, registry: UnitRegistry, near: Near = {}): readonly UnitMatch[] {
  const mentions = findUnits(words, registry, near)
  const longest = mentions.reduce<UnitMention | undefined>(
    (best, each) => (best && best.words.length >= each.words.length ? best : each),
    undefined,
  )
  return longest?.matches ?? []
}

function locateAsker(near: Near, { byId, lexicon }: UnitRegistry): Vicinity {
  const own = near.unitId ? byId.get(near.unitId) : undefined
  return { ...near, around: near.place ? parsePlace(near.place, lexicon) : (own?.steps ?? []) }
}

function findAt(tokens: readonly Token[], at: number, registry: UnitRegistry, near: Vicinity): Found | undefined {
  const own = findOwnUnitAt(tokens, at, registry, near)
  const named = findNamedUnitsAt(tokens, at, registry, near)
  const found = [findCollectivesAt(tokens, at, registry, near), named, findAliasAt(tokens, at, registry, near)]
  const best = found.reduce((one, other) => (!one || (other && rate(other) > rate(one)) ? other : one), undefined)
  return own && (!best || best.end <= own.end) ? own : best
}

// Longer before shorter, then what is registered before what is only derived.
function rate({ end, matches }: Found): number {
  return end + (matches[0]?.score ?? 0)
}

function findAliasAt(tokens: readonly Token[], at: number, { phrases }: UnitRegistry, near: Near): Found | undefined {
  const hits = keepBest(phrases.find(tokens, at))
  const [first] = hits
  if (!first) return undefined
  const scores = new Map(
    hits.map(({ value, edits }) => [value.unit.id, (value.unit.id === near.unitId ? 1 : ALIAS_SCORE) - edits * 0.05]),
  )
  const matches = [...scores]
    .map(([unitId, score]) => ({ unitId, score }))
    .sort((one, other) => other.score - one.score || (one.unitId < other.unitId ? -1 : 1))
  return { end: first.end, matches }
}
