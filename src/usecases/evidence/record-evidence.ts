import { addMinutes, timeInVietnam } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { Evidence, EvidenceItem } from '../../domain/evidence.ts'
import type { Duty } from '../../domain/duty.ts'
import { shorten } from '../answers/describe-duty.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { UNDO_WITHIN_MINUTES } from '../reporting/undo-within.ts'
import { describeItems, joinPhrases } from './describe-evidence.ts'
import { mayShowFor } from './point-to-duty.ts'

/** One line of the log for a piece of evidence, with its line in the audit. */
export function buildEvidenceChanges(evidence: Evidence): Change[] {
  const { id, officerId, at } = evidence
  return [
    { kind: 'record-evidence', evidence },
    { kind: 'audit', actor: officerId, action: 'record-evidence', object: id, at },
  ]
}

/** Records evidence for a duty of the asker's unit. Rights are looked at here, whatever was shown before. */
export function recordEvidence(
  items: readonly EvidenceItem[],
  duty: Duty,
  reportId: string | null,
  asked: Asked,
  world: World,
): Decision {
  const [unit] = asked.asker.units
  if (!unit || !mayShowFor(duty, asked, world)) {
    return say('not-your-duty', { text: shorten(duty.text, 80), unit: unit?.name ?? '' })
  }
  const at = world.clock.now()
  const ref = world.ids.reference()
  const who = { unitId: unit.id, officerId: asked.asker.officer.id, onBehalf: null, reportId, at, revokes: null }
  const lines = items.map((item): Evidence => ({ id: world.ids.next('evi'), ref, item, dutyId: duty.id, ...who }))
  const described = joinPhrases(describeItems(items))
  const values = {
    text: shorten(duty.text, 80),
    evidence: described ? [described] : '',
    ref,
    until: timeInVietnam(addMinutes(at, UNDO_WITHIN_MINUTES)),
  }
  return {
    ...say('evidence-recorded', values, { dutyIds: [duty.id] }),
    changes: lines.flatMap(buildEvidenceChanges),
    remembers: { pending: null, shownDutyIds: asked.conversation.shownDutyIds },
  }
}
