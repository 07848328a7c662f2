import { daysBetween, type Day } from '../domain/calendar.ts'
import { lastDayInTime, type Deadline } from '../domain/deadline.ts'
import { findNextOccurrence } from './find-next-occurrence.ts'
import { parseRrule } from './recurrence.ts'
import { workingDaysBetween, type Holidays } from './working-days.ts'

/** How a deadline stands on a day. */
export type DeadlineState =
  | { readonly kind: 'none' }
  | { readonly kind: 'ongoing' }
  /** Undefined where the rule is not known well enough to name the next day. */
  | { readonly kind: 'recurring'; readonly nextOn: Day | undefined; readonly periodStart: Day | undefined }
  | { readonly kind: 'in-time'; readonly lastDay: Day }
  | { readonly kind: 'near'; readonly lastDay: Day; readonly workingDaysLeft: number }
  | { readonly kind: 'today'; readonly lastDay: Day }
  | { readonly kind: 'overdue'; readonly lastDay: Day; readonly days: number }
  /** Done; daysLate is 0 for in time, null when the day of doing is not known. */
  | { readonly kind: 'done'; readonly lastDay: Day; readonly daysLate: number | null }
  /** Hangs on an event whose day nobody told. */
  | { readonly kind: 'relative' }
  /** A time without a last day: an open period, or a day whose year the paper does not tell. */
  | { readonly kind: 'unknown' }

/** What is known about the work itself. */
export type DoneFacts = { readonly isDone?: boolean; readonly doneOn?: Day | null }

const NEAR = 3

/** The state of a deadline on a day; a last day is near from three working days before it. */
export function deadlineState(deadline: Deadline, today: Day, holidays: Holidays, facts: DoneFacts = {}): DeadlineState {
  const { kind } = deadline
  if (kind === 'none' || kind === 'ongoing' || kind === 'relative') return { kind }
  if (kind === 'recurring') return readRecurring(deadline.rrule, today)
  const lastDay = lastDayInTime(deadline)
  if (lastDay === undefined) return { kind: 'unknown' }
  return facts.isDone ? readDone(lastDay, today, facts.doneOn ?? null) : readOpen(lastDay, today, holidays)
}

function readRecurring(rrule: string | null, today: Day): DeadlineState {
  const rule = rrule === null ? undefined : parseRrule(rrule)
  const next = rule && findNextOccurrence(rule, today)
  return { kind: 'recurring', nextOn: next?.nextOn, periodStart: next?.periodStart }
}

function readOpen(lastDay: Day, today: Day, holidays: Holidays): DeadlineState {
  if (today > lastDay) return { kind: 'overdue', lastDay, days: daysBetween(lastDay, today) }
  if (today === lastDay) return { kind: 'today', lastDay }
  // No holidays are so long that sixty days hold three working days: the count can be spared.
  const workingDaysLeft = daysBetween(today, lastDay) > 60 ? Infinity : workingDaysBetween(today, lastDay, holidays)
  return workingDaysLeft <= NEAR ? { kind: 'near', lastDay, workingDaysLeft } : { kind: 'in-time', lastDay }
}

function readDone(lastDay: Day, today: Day, doneOn: Day | null): DeadlineState {
  if (today <= lastDay) return { kind: 'done', lastDay, daysLate: 0 }
  return { kind: 'done', lastDay, daysLate: doneOn === null ? null : Math.max(0, daysBetween(lastDay, doneOn)) }
}
