import { addMinutes, timeInVietnam, type Moment } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { Pending } from '../../domain/conversation.ts'
import { partsOf, type Correction } from '../../domain/correction.ts'
import type { Duty } from '../../domain/duty.ts'
import { mayCorrect } from '../../domain/permission.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import type { Library } from '../library.ts'
import type { EditedDuty } from './apply-edits.ts'

const UNDO_WITHIN_MINUTES = 60

/** "Ghi" on a correction that was read back: kept beside the reading and all earlier corrections. */
export function recordCorrection(pending: Extract<Pending, { kind: 'correction' }>, { asker }: Asked, world: World): Decision {
  const duty = world.library.dutyById.get(pending.dutyId)
  const isAsReadBack = duty && JSON.stringify(partsOf(duty)) === JSON.stringify(partsOf(pending.before))
  if (!isAsReadBack || !mayCorrect(asker.officer)) return { ...say('no-longer-allowed'), remembers: { pending: null } }
  const at = world.clock.now()
  const times = { time: timeInVietnam(at), until: timeInVietnam(addMinutes(at, UNDO_WITHIN_MINUTES)) }
  const changes = buildCorrection(duty, pending, asker.officer.id, at, world.library)
  return {
    ...say('correction-recorded', times, { dutyIds: [duty.id] }),
    changes,
    remembers: { pending: null },
  }
}

/** What is stored of a correction; one that somebody else overtakes is a conflict and is not stored. */
export function buildCorrection(duty: Duty, { after, units }: EditedDuty, by: string, at: Moment, library: Library): Change[] {
  const number = (library.correctionsOf.get(duty.id)?.length ?? 0) + 1
  const correction: Correction = { dutyId: duty.id, number, quote: duty.quote, by, at, before: partsOf(duty), after }
  return [
    ...units.map((unit): Change => ({ kind: 'save-unit', unit })),
    { kind: 'correct-duty', correction },
    { kind: 'audit', actor: by, action: 'correct-duty', object: duty.id, at },
  ]
}
