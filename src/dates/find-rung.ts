import { daysBetween, type Day } from '../domain/calendar.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween, type Holidays } from './working-days.ts'

/** When a deadline is spoken of: working days before its last day, on it, and days after it, then every so many days (null: no more). */
export type Ladder = {
  readonly workingDaysBefore: readonly number[]
  readonly daysAfter: readonly number[]
  readonly thenEveryDays: number | null
}

// Holidays never make up more than this much of so many days: what is farther need not be counted.
const LONGEST_HOLIDAYS = 14
const DAYS_TO_A_WORKING_DAY = 3

/**
 * The rung of the ladder that a deadline has reached on a day: "-3", "0", "+14"; undefined while it is far. Whoever tells the reached rung
 * whenever it is untold makes up for mornings that were missed, once, however many rungs were passed meanwhile.
 */
export function findRung(lastDay: Day, today: Day, ladder: Ladder, holidays: Holidays): string | undefined {
  if (today > lastDay) return findRungAfter(daysBetween(lastDay, today), ladder)
  // A last day that nobody works is spoken of on the last working day before it.
  const anchor = isWorkingDay(lastDay, holidays) ? lastDay : addWorkingDays(lastDay, -1, holidays)
  if (today >= anchor) return '0'
  const most = Math.max(0, ...ladder.workingDaysBefore)
  if (daysBetween(today, anchor) > LONGEST_HOLIDAYS + DAYS_TO_A_WORKING_DAY * most) return undefined
  const left = workingDaysBetween(today, anchor, holidays)
  const reached = ladder.workingDaysBefore.filter((days) => days >= left)
  return reached.length > 0 ? `-${Math.min(...reached)}` : undefined
}

function findRungAfter(days: number, { daysAfter, thenEveryDays }: Ladder): string {
  const last = Math.max(0, ...daysAfter)
  const reached = Math.max(0, ...daysAfter.filter((step) => step <= days))
  if (thenEveryDays === null || reached < last) return reached === 0 ? '0' : `+${reached}`
  return `+${last + Math.floor((days - last) / thenEveryDays) * thenEveryDays}`
}
