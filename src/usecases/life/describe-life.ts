import { dayInVietnam } from '../../domain/calendar.ts'
import type { DutyLife, DutyStage } from '../../domain/duty-life.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Phrase } from '../../domain/reply.ts'
import { describeProgress, formatDay } from '../answers/describe-duty.ts'
import { describeEvidence } from '../evidence/describe-evidence.ts'
import type { Library } from '../library.ts'
import { isHeard } from './list-rows.ts'

type Names = Pick<Library, 'unitById'>

/** Where a duty stands, with the evidence for it. */
export type ShownLife = DutyLife & { readonly evidence?: readonly Evidence[] }

/** Where a duty stands, in words: what was reported, what was decided on it, what is asked, and who does it instead. */
export function describeLife(life: ShownLife | undefined, library: Names): Phrase {
  const evidence = describeEvidence(life?.evidence ?? [])
  const standing = describeStanding(life, library)
  return evidence ? { say: 'progress-with-evidence', with: { progress: [standing], evidence: [evidence] } } : standing
}

function describeStanding(life: DutyLife | undefined, library: Names): Phrase {
  if (!life || !isHeard(life)) return { say: 'progress-none' }
  const stage = describeStage(life, library)
  const holder = life.heldBy === null ? undefined : library.unitById.get(life.heldBy)
  return holder ? { say: 'life-held', with: { stage: [stage], unit: holder.name } } : stage
}

const STAGES: Readonly<Record<Exclude<DutyStage, 'not_started' | 'in_progress'>, string>> = {
  reported: 'life-reported',
  confirmed: 'life-confirmed',
  returned: 'life-returned',
  extension_asked: 'life-extension-asked',
  transfer_proposed: 'life-transfer-proposed',
  stopped: 'life-stopped',
}

function describeStage(life: DutyLife, { unitById }: Names): Phrase {
  const { stage, report, act } = life
  const progress = describeProgress(report)
  const { reason, day } = tellAct(act)
  if (stage === 'not_started' || stage === 'in_progress')
    return act?.kind === 'refuse_extension' ? { say: 'life-not-extended', with: { progress: [progress], reason } } : progress
  const unit = unitById.get(life.proposedTo ?? '')?.name ?? ''
  return { say: STAGES[stage], with: { progress: [progress], unit, reason, day, ...tellReport(report) } }
}

function tellAct(act: DutyLife['act']): { reason: string; day: string } {
  return { reason: act?.reason ?? '', day: act ? formatDay(dayInVietnam(act.at)) : '' }
}

function tellReport(report: DutyLife['report']): { note: string; until: string } {
  return { note: report?.note ?? '', until: report?.dueChange ? formatDay(report.dueChange) : '' }
}
