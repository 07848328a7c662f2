import type { CorrectedParts } from '../../domain/correction.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { DutyUnit } from '../../domain/duty.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay } from '../answers/describe-duty.ts'

/** The parts in which two readings of a duty differ, before and after. */
export function describeCorrection(before: CorrectedParts, after: CorrectedParts): Phrase[] {
  const pairs: readonly (readonly [part: string, before: Phrase[], after: Phrase[]])[] = [
    ['text', [literal(before.text)], [literal(after.text)]],
    ['units', describeUnits(before.units), describeUnits(after.units)],
    ['deadline', describeSet(before.deadline), describeSet(after.deadline)],
  ]
  return pairs
    .filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other))
    .map(([part, one, other]) => ({ say: `corrected-${part}`, with: { before: one, after: other } }))
}

function literal(text: string): Phrase {
  return { say: 'literal', with: { text } }
}

const ROLES = ['lead', 'assigned', 'coordinate', 'report_to'] as const

function describeUnits(units: readonly DutyUnit[]): Phrase[] {
  if (units.length === 0) return [{ say: 'role-none' }]
  return ROLES.flatMap((role) => {
    const names = units.filter((unit) => unit.role === role).map(({ name }) => name)
    return names.length > 0 ? [{ say: `role-${role}`, with: { units: names.join(', ') } }] : []
  })
}

/** What is set, apart from how it stands today; a day also as a day, so that a misread year is seen. */
function describeSet({ kind, value, asWritten, rrule }: Deadline): Phrase[] {
  if (kind === 'none') return [{ say: 'deadline-none' }]
  const day = kind === 'date' && value ? formatDay(value) : ''
  const isSaid = asWritten?.includes(day) ?? false
  return [{ say: 'deadline-set', with: { written: asWritten ?? value ?? '', day: isSaid ? '' : day, rule: rrule ?? '' } }]
}
