import { addMinutes, type Moment } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import { currentProgress, type ProgressUpdate } from '../../domain/progress.ts'
import { describeProgress, shorten } from '../answers/describe-duty.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { undoCorrection } from '../correcting/undo-correction.ts'
import { undoActs } from '../deciding/undo-acts.ts'
import { cancelBroadcast } from '../leading/cancel-broadcast.ts'
import { UNDO_WITHIN_MINUTES } from './undo-within.ts'

/** "Hủy": drops what waits for Ghi, else takes back the officer's last report within the hour; both versions stay in the log. */
export async function undoProgress(asked: Asked, world: World): Promise<Decision> {
  const { asker, conversation } = asked
  const { progress, library, clock, ids } = world
  const isLive = conversation.pending !== null && conversation.expiresAt !== null && clock.now() <= conversation.expiresAt
  if (isLive && conversation.pending.kind === 'held-broadcast') return cancelBroadcast(conversation.pending.cause, asked, world)
  if (isLive) return { ...say('pending-dropped'), remembers: { pending: null } }
  const last = await progress.latestBy(asker.officer.id)
  const at = clock.now()
  const other = await undoOther(last?.at, asked, world)
  if (other) return other
  if (!last) return say('nothing-to-undo')
  if (at > addMinutes(last.at, UNDO_WITHIN_MINUTES)) return say('too-late-to-undo', { ref: last.ref })
  // One Ghi may have recorded several duties: they share its reference and are taken back together.
  const report = (await progress.ofReference(last.officerId, last.ref)).filter(
    (line) => line.at === last.at && line.revokes === null,
  )
  if (await isDecided(report, world)) return say('decided-cannot-undo', { ref: last.ref })
  const log = await progress.ofDuties(report.map(({ dutyId }) => dutyId))
  const revocations = report.map((line) => ({ ...line, id: ids.next('prg'), ref: ids.reference(), at, revokes: line.id }))
  const changes = revocations.flatMap((update): Change[] => [
    { kind: 'record-progress', update },
    { kind: 'audit', actor: asker.officer.id, action: 'revoke-progress', object: update.revokes, at },
  ])
  const items = revocations.map((revocation) => {
    const left = currentProgress([
      ...log.filter(({ dutyId, unitId }) => dutyId === revocation.dutyId && unitId === revocation.unitId),
      revocation,
    ])
    return {
      say: 'undone-line',
      with: { text: shorten(library.dutyById.get(revocation.dutyId)?.text ?? '', 70), progress: [describeProgress(left)] },
    }
  })
  return { ...say('undone', { ref: last.ref, items }, { dutyIds: report.map(({ dutyId }) => dutyId) }), changes }
}

/** What was corrected or decided within the hour and after the last report goes before it. */
async function undoOther(reportedAt: Moment | undefined, asked: Asked, world: World): Promise<Decision | undefined> {
  const hourAgo = addMinutes(world.clock.now(), -UNDO_WITHIN_MINUTES)
  const since = reportedAt && reportedAt > hourAgo ? reportedAt : hourAgo
  return undoCorrection(asked, world, since) ?? (await undoActs(asked, world, since))
}

/** What was decided on a report stands on it: it is mended by a further report. */
async function isDecided(report: readonly ProgressUpdate[], { acts }: World): Promise<boolean> {
  const made = await acts.ofDuties(report.map(({ dutyId }) => dutyId))
  const revoked = new Set(made.flatMap(({ revokes }) => revokes ?? []))
  return made.some((act) => act.revokes === null && !revoked.has(act.id) && report.some(({ id }) => id === act.afterId))
}
