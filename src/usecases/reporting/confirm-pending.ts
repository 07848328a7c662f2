import { addMinutes, timeInVietnam } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { Pending, PendingUpdate } from '../../domain/conversation.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Officer } from '../../domain/officer.ts'
import { mayReport } from '../../domain/permission.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { coversUnit } from '../find-unit-duties.ts'
import { recordCorrection } from '../correcting/record-correction.ts'
import { recordConcerns } from '../concerns/record-concerns.ts'
import { recordActs } from '../deciding/record-acts.ts'
import type { Lives } from '../life/build-lives.ts'
import { readLives } from '../life/read-lives.ts'
import { sendBroadcast } from '../leading/broadcast.ts'
import { confirmEvidence, keepWithReport } from '../evidence/keep-with-report.ts'
import { undoReport } from '../evidence/undo-report.ts'
import { saveReminders } from '../reminding/change-reminders.ts'
import { UNDO_WITHIN_MINUTES } from './undo-within.ts'

/** "Ghi" or "hủy" on what was read back. Rights are checked again here: time has passed since the read-back. */
export async function confirmPending(asked: Asked, world: World): Promise<Decision> {
  const { isYes } = asked.intent.slots
  if (isYes === false) return undoReport(asked, world)
  const { pending, expiresAt } = asked.conversation
  const isLive = pending !== null && expiresAt !== null && world.clock.now() <= expiresAt
  if (!isLive) return say(pending ? 'pending-expired' : 'nothing-pending')
  if (pending.kind === 'held-broadcast') return say('nothing-pending')
  if (isYes === null) return say('pending-unclear', {}, { asksBack: true })
  return settle(pending, asked, world)
}

function settle(pending: Exclude<Pending, { kind: 'held-broadcast' }>, asked: Asked, world: World): Decision | Promise<Decision> {
  switch (pending.kind) {
    case 'correction':
      return recordCorrection(pending, asked, world)
    case 'acts':
      return recordActs(pending, asked, world)
    case 'reminders':
      return saveReminders(pending.preference, asked, world)
    case 'broadcast':
      return sendBroadcast(pending, asked, world)
    case 'evidence':
      return confirmEvidence(pending, asked, world)
    case 'progress':
      return recordProgress(pending, asked, world).then((decision) =>
        recordConcerns(keepWithReport(decision, pending, world), world),
      )
  }
}

async function recordProgress(
  { updates }: Extract<Pending, { kind: 'progress' }>,
  { asker }: Asked,
  world: World,
): Promise<Decision> {
  const { library, clock, ids } = world
  const lives = await readLives(
    world,
    updates.map(({ dutyId }) => dutyId),
  )
  const at = clock.now()
  const ref = ids.reference()
  const changes: Change[] = []
  const lines: Phrase[] = []
  for (const update of updates) {
    const duty = library.dutyById.get(update.dutyId)
    if (!duty || !takesReport(duty, update, lives, asker.officer, world))
      return { ...say('no-longer-allowed'), remembers: { pending: null } }
    const line = {
      ...update,
      id: ids.next('prg'),
      ref,
      officerId: asker.officer.id,
      at,
      revokes: null,
      period: update.period ?? null,
    }
    changes.push(
      { kind: 'record-progress', update: line },
      { kind: 'audit', actor: asker.officer.id, action: 'record-progress', object: line.id, at },
    )
    if (update.status !== 'done' && update.dueChange !== null) {
      lines.push({ say: 'extension-waits-for-leader', with: { day: formatDay(update.dueChange), text: shorten(duty.text, 60) } })
    }
    if (update.status === 'done') lines.push({ say: 'waits-for-leader', with: { text: shorten(duty.text, 60) } })
  }
  const times = { time: timeInVietnam(at), until: timeInVietnam(addMinutes(at, UNDO_WITHIN_MINUTES)) }
  return {
    reply: reply([{ say: 'recorded', with: { ref, count: updates.length, ...times } }, ...lines], {
      dutyIds: updates.map(({ dutyId }) => dutyId),
    }),
    changes,
    remembers: { pending: null, ...pointTo(updates) },
  }
}

/** "À nhầm, 70 %" after a single report is about it. */
function pointTo([update, ...others]: readonly PendingUpdate[]): Decision['remembers'] {
  if (!update || others.length > 0) return {}
  return { pointedRow: { dutyId: update.dutyId, unitId: update.unitId, round: update.period ?? null } }
}

/** Whether a duty is still one of the reporter's unit, by the paper or taken over, and nobody stopped it. */
function takesReport(duty: Duty, { unitId }: PendingUpdate, lives: Lives, officer: Officer, { library }: World): boolean {
  const { stage, heldBy } = lives.of(duty, unitId)
  if (stage === 'stopped') return false
  if (heldBy !== null) return officer.isActive && officer.unitId === heldBy
  const plan = library.planById.get(duty.planId)
  const unit = library.unitById.get(unitId)
  return (
    plan !== undefined &&
    unit !== undefined &&
    mayReport(officer, unit.id, duty.units, (named) => coversUnit(named, unit, plan, library))
  )
}
