import type { UnitRegistry } from './build-registry.ts'
import type { Token } from './read-tokens.ts'
import type { Near } from './score-unit.ts'
import type { Found } from './unit-mention.ts'

/** "phòng em", "đơn vị tôi", "xã mình": a kind of unit and a word for oneself. */
export function findOwnUnitAt(
  tokens: readonly Token[],
  at: number,
  { lexicon, byId }: UnitRegistry,
  near: Near,
): Found | undefined {
  const head = lexicon.ownHeads.find(tokens, at).findLast(({ edits, clashes }) => edits === 0 && clashes === 0)
  if (!head || tokens[head.end]?.startsSentence) return undefined
  const self = lexicon.own.find(tokens, head.end).findLast(({ edits, clashes }) => edits === 0 && clashes === 0)
  // "ban chi ..." may be the beginning of a longer head: "ban chỉ đạo".
  if (!self || lexicon.heads.find(tokens, at).some(({ end, edits }) => end > head.end && edits === 0)) return undefined
  const own = near.unitId ? byId.get(near.unitId) : undefined
  return { end: self.end, matches: own ? [{ unitId: own.unit.id, score: 0.95 }] : [], isOwn: true }
}
