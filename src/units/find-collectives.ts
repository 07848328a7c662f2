import type { RegisteredUnit, UnitRegistry } from './build-registry.ts'
import { isSamePlace } from './build-registry.ts'
import type { UnitMatch } from './unit-mention.ts'
import { parsePlace } from './parse-place.ts'
import type { PhraseHit } from './phrase-trie.ts'
import { readCollective, type CollectiveParts } from './read-collective.ts'
import type { Token } from './read-tokens.ts'
import type { Near } from './score-unit.ts'

type CollectiveMention = { readonly end: number; readonly matches: readonly UnitMatch[] }

const MIN_LIKENESS = 0.5

/** "các sở ngành", "các chi đảng bộ cơ sở": words for many units, and the collectives that mean about the same. */
export function findCollectivesAt(
  tokens: readonly Token[],
  at: number,
  registry: UnitRegistry,
  near: Near,
): CollectiveMention | undefined {
  const { lexicon, units } = registry
  const marker = lexicon.collective.find(tokens, at).find(({ edits }) => edits === 0)
  if (!marker) return undefined
  const end = endOfList(tokens, marker.end, registry)
  if (end === marker.end) return undefined
  const said = readCollective(
    tokens
      .slice(at, end)
      .map(({ text }) => text)
      .join(' '),
    lexicon,
  )
  const around = parsePlace(near.place ?? null, lexicon)
  const matches = units.flatMap((entry) => {
    const likeness = entry.collective ? compare(said, entry.collective) : 0
    if (likeness < MIN_LIKENESS) return []
    return [{ unitId: entry.unit.id, score: likeness * (around.length === 0 || isIn(entry, around) ? 0.95 : 0.75) }]
  })
  return { end, matches: matches.sort((one, other) => other.score - one.score || (one.unitId < other.unitId ? -1 : 1)) }
}

function isIn({ steps }: RegisteredUnit, around: ReturnType<typeof parsePlace>): boolean {
  return steps.some((step) => around.some((each) => isSamePlace(step, each)))
}

function endOfList(tokens: readonly Token[], from: number, { lexicon }: UnitRegistry): number {
  let end = from
  for (let at = from; at < tokens.length && !(at > from && tokens[at]!.startsSentence);) {
    const next = Math.max(
      ...[lexicon.members, lexicon.levels, lexicon.soft, lexicon.collective].map((trie) => endOfExact(trie.find(tokens, at))),
    )
    if (next > 0) end = at = next
    else if (tokens[at]!.isAnd || lexicon.linkers.find(tokens, at).some(({ edits }) => edits === 0)) at++
    else break
  }
  return end
}

function compare(said: CollectiveParts, known: CollectiveParts): number {
  const one = new Set([...said.members.flatMap(({ forms }) => forms[0]!), ...said.levels.map(({ word }) => word)])
  const other = new Set([...known.members.flatMap(({ forms }) => forms[0]!), ...known.levels.map(({ word }) => word)])
  const shared = [...one].filter((each) => other.has(each)).length
  const union = new Set([...one, ...other]).size
  const softness = said.isSoft === known.isSoft ? 1 : 0.8
  return union === 0 ? 0 : softness * (0.5 * (shared / union) + 0.5 * (shared / Math.max(one.size, 1)))
}

function endOfExact(hits: readonly PhraseHit<unknown>[]): number {
  return Math.max(0, ...hits.filter(({ edits }) => edits === 0).map(({ end }) => end))
}
