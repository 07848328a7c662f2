import type { Conversation } from '../../domain/conversation.ts'
import type { Asked } from '../asked.ts'

type Remembered = Pick<Conversation, 'shownDutyIds'> & Partial<Pick<Conversation, 'pointedRow'>>

/** What was pointed at keeps its number in the list that is on the screen, and alone is what "việc này" and a bare report mean next. */
export function keepNumbers({ conversation, asker }: Pick<Asked, 'conversation' | 'asker'>, ids: readonly string[]): Remembered {
  const isOnScreen = ids.every((id) => conversation.shownDutyIds.includes(id))
  if (!isOnScreen) return { shownDutyIds: ids }
  const [dutyId, ...others] = ids
  const unitId = asker.units[0]?.id
  const isOne = dutyId !== undefined && unitId !== undefined && others.length === 0
  return { shownDutyIds: conversation.shownDutyIds, ...(isOne ? { pointedRow: { dutyId, unitId, round: null } } : {}) }
}

/** The numbers of duties that are told of one by one: those of the list on the screen where they were pointed at by them. */
export function numberAs({ conversation }: Pick<Asked, 'conversation'>, ids: readonly string[]): readonly number[] {
  const isOnScreen = ids.every((id) => conversation.shownDutyIds.includes(id))
  return ids.map((id, index) => (isOnScreen ? conversation.shownDutyIds.indexOf(id) : index) + 1)
}
