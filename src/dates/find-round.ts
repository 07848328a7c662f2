import { addDays, lastDayOfMonth, weekdayOf, type Day } from '../domain/calendar.ts'
import type { Deadline } from '../domain/deadline.ts'
import { parseRrule, type Recurrence } from './recurrence.ts'

/** A round of what comes back: "W2026-11-16" by its Monday, "2026-11", "2026-Q4", "2026-H2" or "2026", with its first and last day. */
export type Round = { readonly name: string; readonly from: Day; readonly until: Day }

/** The round of the calendar that a day falls into; undefined for what does not come back, daily, or in rounds without a known beginning. */
export function findRound({ kind, rrule }: Deadline, day: Day): Round | undefined {
  const rule = kind === 'recurring' && rrule !== null ? parseRrule(rrule) : undefined
  if (!rule) return undefined
  if (rule.frequency === 'WEEKLY' && rule.interval === 1) return findWeek(day)
  const months = countMonths(rule)
  return months !== undefined && 12 % months === 0 ? findMonths(months, day) : undefined
}

function countMonths({ frequency, interval }: Recurrence): number | undefined {
  if (frequency === 'MONTHLY') return interval
  return frequency === 'YEARLY' ? 12 * interval : undefined
}

function findWeek(day: Day): Round {
  const from = addDays(day, 1 - weekdayOf(day))
  return { name: `W${from}`, from, until: addDays(from, 6) }
}

function findMonths(months: number, day: Day): Round {
  const year = day.slice(0, 4)
  const order = Math.floor((Number(day.slice(5, 7)) - 1) / months)
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`
  const from = `${month(order * months + 1)}-01`
  const until = lastDayOfMonth(month((order + 1) * months))
  return { name: nameMonths(months, year, order, from), from, until }
}

function nameMonths(months: number, year: string, order: number, from: Day): string {
  if (months === 12) return year
  if (months === 6) return `${year}-H${order + 1}`
  return months === 3 ? `${year}-Q${order + 1}` : from.slice(0, 7)
}
