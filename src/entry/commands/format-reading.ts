import type { Issue, PlanHeader, Reading } from '../../domain/plan.ts'
import { findDoubts, type DoubtfulDuty } from '../../usecases/papers/find-doubts.ts'
import { formatDuties } from './format-duties.ts'

/** A reading on a page that a person can check at a glance: what the paper is, its duties, what is doubtful. */
export function formatReading({ plan, sections, duties, quality, issues }: Reading): string {
  const doubts = findDoubts({ duties, issues })
  const withUnits = duties.filter(({ units }) => units.length > 0).length
  const withDeadline = duties.filter(({ deadline }) => deadline.kind !== 'none').length
  const counts = `${sections.length} sections, ${duties.length} duties: ${withUnits} with units, ${withDeadline} with a deadline, ${doubts.duties.length} doubtful (!)`
  const lines = [
    ...formatHeader(plan),
    `  quality   ${quality.label} (${quality.score.toFixed(2)})`,
    `  read      ${counts}`,
    '',
    ...formatDuties(duties, (duty) => explainDoubt(doubts.duties.find((doubt) => doubt.duty === duty))),
    '',
    ...issues.map(formatIssue),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** What is doubtful in a reading, for somebody who decides whether to take it; nothing when nothing is. */
export function formatDoubts(reading: Pick<Reading, 'plan' | 'duties' | 'issues'>): string[] {
  const { duties, issues } = findDoubts(reading)
  if (duties.length === 0 && issues.length === 0) return []
  const table =
    duties.length > 0
      ? formatDuties(
          duties.map(({ duty }) => duty),
          (duty) => explainDoubt(duties.find((doubt) => doubt.duty === duty)),
        )
      : []
  return [
    `${formatName(reading.plan)}: ${duties.length} of ${reading.duties.length} duties are doubtful`,
    ...table,
    ...new Set([...duties.flatMap((doubt) => doubt.issues), ...issues].map(formatIssue)),
  ]
}

function explainDoubt(doubt: DoubtfulDuty | undefined): readonly string[] | undefined {
  if (!doubt) return undefined
  const reasons = doubt.issues.map(({ message }) => message)
  return reasons.length > 0 ? reasons : [`certainty ${doubt.duty.confidence.toFixed(2)}`]
}

function formatHeader(plan: PlanHeader): string[] {
  const { issuer, place, issuedOn, issuedOnRaw, subject, signer, citations } = plan
  const facts: readonly (readonly [name: string, parts: readonly (string | null | undefined)[]])[] = [
    ['issuer', [issuer ?? '?', place]],
    ['day', [issuedOn ?? `? (${issuedOnRaw ?? 'not printed'})`]],
    ['subject', [subject]],
    ['signer', [signer?.name ?? '?', signer?.title]],
    ['cites', citations.map(({ number }) => number)],
  ]
  return [formatName(plan), ...facts.map(([name, parts]) => `  ${name.padEnd(9)} ${joinKnown(parts)}`)]
}

function formatName({ type, number }: PlanHeader): string {
  return `${type ?? '?'} ${number ?? '?'}`
}

function joinKnown(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part).join(', ') || '?'
}

function formatIssue({ lines: [from, to], code, message }: Issue): string {
  return `! ${`${from}-${to}`.padEnd(9)} ${code}: ${message}`
}
