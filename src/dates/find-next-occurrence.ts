import { addDays, lastDayOfMonth, weekdayOf, type Day } from '../domain/calendar.ts'
import type { Recurrence } from './recurrence.ts'

/** A day on which something that comes back is due, and the first day of the round that it closes. */
export type Occurrence = { readonly nextOn: Day; readonly periodStart: Day }

const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The first due day on or after a day. Rounds are those of the calendar: a rule without a day is due on the last day of its week, month,
 * quarter, half-year or year. Rounds of several weeks or years have no known beginning, so their next day is unknown.
 */
export function findNextOccurrence(rule: Recurrence, today: Day): Occurrence | undefined {
  if (rule.frequency === 'DAILY') return rule.interval === 1 ? { nextOn: today, periodStart: today } : undefined
  if (rule.frequency === 'WEEKLY') return rule.interval === 1 ? findWeekly(rule, today) : undefined
  const months = rule.frequency === 'YEARLY' ? 12 * rule.interval : rule.interval
  return 12 % months === 0 ? findMonthly(rule, months, today) : undefined
}

function findWeekly({ byDay }: Recurrence, today: Day): Occurrence {
  const due = byDay?.map((code) => WEEKDAY_CODES.indexOf(code) + 1) ?? [7]
  let nextOn = today
  while (!due.includes(weekdayOf(nextOn))) nextOn = addDays(nextOn, 1)
  return { nextOn, periodStart: addDays(nextOn, 1 - weekdayOf(nextOn)) }
}

function findMonthly({ byMonth, byMonthDay }: Recurrence, months: number, today: Day): Occurrence | undefined {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  for (let at = first; at <= first + 48; at += 1) {
    const isDueMonth = byMonth ? byMonth.includes((at % 12) + 1) : months === 1 || ((at % 12) + 1) % months === 0
    if (!isDueMonth) continue
    const nextOn = dueDays(monthText(at), byMonthDay ?? [-1]).find((day) => day >= today)
    if (nextOn) return { nextOn, periodStart: `${monthText(at - (at % 12) + Math.floor((at % 12) / months) * months)}-01` }
  }
  return undefined
}

function monthText(monthsSinceZero: number): string {
  return `${Math.floor(monthsSinceZero / 12)}-${String((monthsSinceZero % 12) + 1).padStart(2, '0')}`
}

function dueDays(month: string, monthDays: readonly number[]): Day[] {
  const last = lastDayOfMonth(month)
  return monthDays
    .map((day) => (day === -1 ? last : `${month}-${String(day).padStart(2, '0')}`))
    .filter((day) => day <= last)
    .toSorted()
}
