import { addMinutes, timeInVietnam } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import { listStanding, type Evidence, type EvidenceItem } from '../../domain/evidence.ts'
import type { Duty } from '../../domain/duty.ts'
import { shorten } from '../answers/describe-duty.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import type { HeardRow } from '../life/build-lives.ts'
import { readLives } from '../life/read-lives.ts'
import { findReportedRow } from '../reporting/find-reported-row.ts'
import { UNDO_WITHIN_MINUTES } from '../reporting/undo-within.ts'
import { describeItems, joinPhrases } from './describe-evidence.ts'

/** One line of the log for a piece of evidence, with its line in the audit. */
export function buildEvidenceChanges(evidence: Evidence): Change[] {
  const { id, officerId, at } = evidence
  return [
    { kind: 'record-evidence', evidence },
    { kind: 'audit', actor: officerId, action: 'record-evidence', object: id, at },
  ]
}

/** Records evidence for a duty of the asker's unit, each piece once. Rights are looked at here, whatever was shown before. */
export async function recordEvidence(
  items: readonly EvidenceItem[],
  duty: Duty,
  reportId: string | null,
  asked: Asked,
  world: World,
): Promise<Decision> {
  const [unit] = asked.asker.units
  const row = unit && findReportedRow(duty, unit, await readLives(world, [duty.id]), asked, world)
  if (!row) return say('which-unit', {}, { asksBack: true })
  if ('say' in row) return { reply: reply([row], { dutyIds: [duty.id] }) }
  const fresh = await leaveOutKnown(items, row, world)
  const described = joinPhrases(describeItems(fresh.length > 0 ? fresh : items))
  const values = { text: shorten(duty.text, 80), evidence: described ? [described] : '' }
  const remembers = { pending: null, shownDutyIds: asked.conversation.shownDutyIds }
  if (fresh.length === 0) return { ...say('evidence-known', values, { dutyIds: [duty.id] }), remembers }
  const at = world.clock.now()
  const ref = world.ids.reference()
  const who = { unitId: row.unitId, officerId: asked.asker.officer.id, onBehalf: null, reportId, at, revokes: null }
  const lines = fresh.map((item): Evidence => ({ id: world.ids.next('evi'), ref, item, dutyId: duty.id, ...who }))
  const until = timeInVietnam(addMinutes(at, UNDO_WITHIN_MINUTES))
  return {
    ...say('evidence-recorded', { ...values, ref, until }, { dutyIds: [duty.id] }),
    changes: lines.flatMap(buildEvidenceChanges),
    remembers,
  }
}

/** What was handed in for this duty before, a second time, is the same evidence. */
async function leaveOutKnown(
  items: readonly EvidenceItem[],
  { duty, unitId }: Pick<HeardRow, 'duty' | 'unitId'>,
  { evidence }: World,
): Promise<EvidenceItem[]> {
  const log = (await evidence.ofDuties([duty.id])).filter((line) => line.unitId === unitId)
  const known = new Set(listStanding(log).map(({ item }) => identify(item)))
  return items.filter((item) => !known.has(identify(item)))
}

function identify(item: EvidenceItem): string {
  if (item.kind === 'document') return `${item.number} ${item.issuedOn ?? ''}`
  return item.kind === 'link' ? item.url : `${item.file.platform} ${item.file.id ?? item.file.url}`
}
