import { addMinutes } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import { listStanding, type Evidence } from '../../domain/evidence.ts'
import { shorten } from '../answers/describe-duty.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { undoProgress } from '../reporting/undo-progress.ts'
import { UNDO_WITHIN_MINUTES } from '../reporting/undo-within.ts'
import { describeItems, joinPhrases } from './describe-evidence.ts'
import { buildEvidenceChanges } from './record-evidence.ts'

/** "Hủy": evidence that was handed in last goes by itself, evidence of a report goes with the report. */
export async function undoReport(asked: Asked, world: World): Promise<Decision> {
  const { pending, expiresAt } = asked.conversation
  const isAnswer = pending !== null && world.clock.now() <= (expiresAt ?? '')
  // What was said in private stays there, unless something was asked in this very chat.
  if (asked.isGroup && !isAnswer) return say('private-only')
  const evidence = isAnswer ? [] : await findLatest(asked, world)
  if (evidence.length > 0) return undoEvidence(evidence, asked, world)
  const decision = await undoProgress(asked, world)
  const revoked = (decision.changes ?? []).flatMap((change) =>
    change.kind === 'record-progress' && change.update.revokes !== null ? [change.update] : [],
  )
  if (revoked.length === 0) return decision
  const log = await world.evidence.ofDuties(revoked.map(({ dutyId }) => dutyId))
  const own = listStanding(log).filter(({ reportId }) => revoked.some(({ revokes }) => revokes === reportId))
  return { ...decision, changes: [...(decision.changes ?? []), ...revoke(own, asked, world)] }
}

/** What the asker handed in last, within the hour and after the last report and decision. */
async function findLatest({ asker }: Asked, world: World): Promise<Evidence[]> {
  const { evidence, progress, acts, clock } = world
  const now = clock.now()
  const last = await evidence.latestBy(asker.officer.id)
  if (!last || now > addMinutes(last.at, UNDO_WITHIN_MINUTES)) return []
  const [report, act] = await Promise.all([progress.latestBy(asker.officer.id), acts.latestBy(asker.officer.id)])
  if ([report, act].some((other) => other !== undefined && other.at >= last.at)) return []
  const log = await evidence.ofDuties([last.dutyId])
  return listStanding(log).filter(({ ref, at, officerId }) => ref === last.ref && at === last.at && officerId === last.officerId)
}

function undoEvidence(lines: readonly Evidence[], asked: Asked, world: World): Decision {
  const [{ ref = '', dutyId = '' } = {}] = lines
  const described = joinPhrases(describeItems(lines.map(({ item }) => item)))
  const text = shorten(world.library.dutyById.get(dutyId)?.text ?? '', 80)
  return {
    ...say('evidence-undone', { ref, evidence: described ? [described] : '', text }, { dutyIds: [dutyId] }),
    changes: revoke(lines, asked, world),
  }
}

function revoke(lines: readonly Evidence[], { asker }: Asked, { clock, ids }: World): Change[] {
  const at = clock.now()
  return lines.flatMap((line) =>
    buildEvidenceChanges({ ...line, id: ids.next('evi'), ref: ids.reference(), officerId: asker.officer.id, at, revokes: line.id }),
  )
}
