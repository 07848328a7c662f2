import type { UnitRegistry } from './build-registry.ts'
import type { UnitMatch } from './unit-mention.ts'
import type { Token } from './read-tokens.ts'
import type { Near } from './score-unit.ts'

type OwnMention = { readonly end: number; readonly matches: readonly UnitMatch[]; readonly isOwn: true }

/** "phòng em", "đơn vị tôi", "xã mình": a kind of unit and a word for oneself. */
export function readOwnAt(
  tokens: readonly Token[],
  at: number,
  { lexicon, byId }: UnitRegistry,
  near: Near,
): OwnMention | undefined {
  const head = lexicon.ownHeads.find(tokens, at).findLast(({ edits, clashes }) => edits === 0 && clashes === 0)
  if (!head) return undefined
  const self = lexicon.own.find(tokens, head.end).findLast(({ edits, clashes }) => edits === 0 && clashes === 0)
  if (!self || tokens[head.end]!.startsSentence) return undefined
  const own = near.unitId ? byId.get(near.unitId) : undefined
  return { end: self.end, matches: own ? [{ unitId: own.unit.id, score: 0.95 }] : [], isOwn: true }
}
