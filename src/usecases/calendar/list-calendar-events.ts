import { findNextOccurrence } from '../../dates/find-next-occurrence.ts'
import { formatRrule, parseRrule, type Recurrence } from '../../dates/recurrence.ts'
import { dayInVietnam, type Day, type Moment } from '../../domain/calendar.ts'
import { lastDayInTime } from '../../domain/deadline.ts'
import type { Duty } from '../../domain/duty.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { shorten } from '../answers/describe-duty.ts'
import { buildLives } from '../life/build-lives.ts'
import { isOpen, listRows, type Row } from '../life/list-rows.ts'
import { fillWords, type ReportWords } from '../leading/report-words.ts'
import type { Library } from '../library.ts'

/** A deadline as a day of a calendar; a recurring one says how it comes back. */
export type CalendarEvent = {
  /** The same as long as the duty is the same: calendars move what they know and add nothing twice. */
  readonly uid: string
  readonly day: Day
  readonly rrule: string | null
  readonly summary: string
  readonly description: string
  /** When the paper came in. */
  readonly stamp: Moment
}

const SUMMARY = 90

/** The deadlines of a unit's duties, own and common, that are not done: those with a last day, and recurring ones whose rule is known. */
export function listCalendarEvents(
  unit: Unit,
  log: readonly LogLine[],
  library: Library,
  words: ReportWords['calendar'],
  today: Day,
): CalendarEvent[] {
  return listRows(unit, library, buildLives(log, today)).flatMap((row) => {
    const plan = library.planById.get(row.duty.planId)
    const when = plan && placeDuty(row, plan)
    // What comes back stays in the calendar when one round of it is done.
    const isGone = row.life.stage === 'stopped' || (when?.rrule === null && !isOpen(row.life))
    return plan && when && !isGone ? [{ ...when, ...describeEvent(row.duty, plan, unit, words) }] : []
  })
}

function describeEvent(
  { id, path, text, deadline }: Duty,
  { plan, importedAt }: Plan,
  unit: Unit,
  words: ReportWords['calendar'],
): Omit<CalendarEvent, 'day' | 'rrule'> {
  return {
    uid: `${id}-${unit.id}@dondoc`,
    summary: fillWords(words.summary, { text: shorten(text, SUMMARY) }),
    description: fillWords(words.description, {
      text,
      written: deadline.asWritten ?? '',
      plan: plan.number ?? plan.title ?? '',
      path,
    }),
    stamp: importedAt,
  }
}

/** The day of a deadline, the granted one where there is one; a recurring one begins with its first due day after the paper, which stays the same whenever it is asked. */
function placeDuty(
  { duty: { deadline }, life }: Row,
  { plan, importedAt }: Plan,
): Pick<CalendarEvent, 'day' | 'rrule'> | undefined {
  if (deadline.kind !== 'recurring') {
    const day = life.grantedUntil ?? lastDayInTime(deadline)
    return day === undefined ? undefined : { day, rrule: null }
  }
  const rule = deadline.rrule === null ? undefined : parseRrule(deadline.rrule)
  const first = rule && findNextOccurrence(rule, plan.issuedOn ?? dayInVietnam(importedAt))
  return rule && first && { day: first.nextOn, rrule: formatRrule(nameLastDays(rule)) }
}

/**
 * A paper's "hằng quý" ends with the quarter: said to a calendar as the last day of every third month, for a
 * rule that begins on the 31st would leave out June.
 */
function nameLastDays(rule: Recurrence): Recurrence {
  if (rule.frequency === 'MONTHLY') return { ...rule, byMonthDay: rule.byMonthDay ?? [-1] }
  if (rule.frequency === 'YEARLY') return { ...rule, byMonth: rule.byMonth ?? [12], byMonthDay: rule.byMonthDay ?? [-1] }
  return rule
}
