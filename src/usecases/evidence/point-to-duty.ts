import { isFiller, removeEvidence } from '../../dialogue/find-evidence.ts'
import type { Duty } from '../../domain/duty.ts'
import { ENOUGH } from '../answers/find-topic-duties.ts'
import type { Asked, World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { readTaken } from '../life/read-shown-lives.ts'
import { findTypedEvidence } from './list-brought.ts'

/** The duty that evidence is for, and whether it was pointed at by its number or only by words that fit. */
export type PointedDuty = { readonly duty: Duty; readonly by: 'number' | 'words' }

// The best of two has to be so much better than the other, as for reports.
const CLEARLY = 1.15

/** The duties of the asker's unit: own, common, then those that it took over. */
export async function listOwnDuties(asked: Pick<Asked, 'asker' | 'isGroup'>, world: World): Promise<Duty[]> {
  const { library } = world
  const [unit] = asked.asker.units
  const charged = findUnitDuties(asked.asker.units.slice(0, 1), library.plans, library).flatMap(({ own, common }) => [
    ...own,
    ...common,
  ])
  return [...charged, ...(await readTaken(unit?.id, asked, world)).map(({ duty }) => duty)]
}

/** "Việc 2", or words of the duty beside the evidence; undefined when nothing is pointed at, or not clearly. */
export function pointToDuty(
  {
    text,
    intents,
    conversation,
  }: { readonly text: string; readonly intents: readonly Asked['intent'][] } & Pick<Asked, 'conversation'>,
  own: readonly Duty[],
  world: World,
): PointedDuty | undefined {
  const { library } = world
  const number = intents.flatMap(({ slots }) => slots.ordinals)[0]
  if (number !== undefined) {
    const shown = conversation.shownDutyIds.length > 0 ? conversation.shownDutyIds : own.map(({ id }) => id)
    const duty = library.dutyById.get(shown[number - 1] ?? '')
    return duty && { duty, by: 'number' }
  }
  const words = removeEvidence(text, findTypedEvidence(text, world))
  if (isFiller(words)) return undefined
  const ids = new Set(own.map(({ id }) => id))
  const [best, second] = library.duties
    .search(words, { top: 2, only: (id) => ids.has(id) })
    .filter(({ coverage }) => coverage >= ENOUGH)
  const isClear = best !== undefined && (second === undefined || best.score > second.score * CLEARLY)
  const duty = isClear ? library.dutyById.get(best.id) : undefined
  return duty && { duty, by: 'words' }
}
