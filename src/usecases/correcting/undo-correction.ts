import type { Moment } from '../../domain/calendar.ts'
import type { Correction } from '../../domain/correction.ts'
import { mayCorrect } from '../../domain/permission.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { describeCorrection } from './describe-correction.ts'
import { buildCorrection } from './record-correction.ts'

/** "Hủy" after a correction: what stood before it holds again, as a further correction; undefined where there is none since a moment. */
export function undoCorrection({ asker }: Asked, { library, clock }: World, since: Moment): Decision | undefined {
  if (!mayCorrect(asker.officer)) return undefined
  const [last] = [...library.correctionsOf.values()]
    .filter((all) => all.at(-1)?.by === asker.officer.id && !isTakenBack(all))
    .flatMap((all) => all.at(-1) ?? [])
    .toSorted((one, other) => other.at.localeCompare(one.at))
  const duty = library.dutyById.get(last?.dutyId ?? '')
  if (!last || !duty || last.at < since) return undefined
  const { before, after } = last
  return {
    ...say('correction-undone', { items: describeCorrection(after, before) }, { dutyIds: [duty.id] }),
    changes: buildCorrection(duty, { after: before, units: [] }, asker.officer.id, clock.now(), library),
  }
}

/** The last of them gave back what stood before the one before it: taking that back again is a new wish, not "hủy". */
function isTakenBack(corrections: readonly Correction[]): boolean {
  const [previous, last] = corrections.slice(-2)
  return last !== undefined && JSON.stringify(last.after) === JSON.stringify(previous?.before)
}
