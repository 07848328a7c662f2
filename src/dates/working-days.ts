import { addDays, weekdayOf, type Day } from '../domain/calendar.ts'

/** Ngày nghỉ: days off by day with their name, and weekend days that are worked in exchange. data/lexicon/holidays.json. */
export type Holidays = { readonly daysOff: Readonly<Record<Day, string>>; readonly workedDays: Readonly<Record<Day, string>> }

/** Monday to Friday but for holidays, and the Saturdays worked in exchange. */
export function isWorkingDay(day: Day, { daysOff, workedDays }: Holidays): boolean {
  return Object.hasOwn(workedDays, day) || (weekdayOf(day) <= 5 && !Object.hasOwn(daysOff, day))
}

/** The day so many working days later, not counting the first one; earlier when negative. With 0 the day itself. */
export function addWorkingDays(day: Day, count: number, holidays: Holidays): Day {
  const step = Math.sign(count)
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}

/** Working days after the first day up to and with the second; negative when the second comes first. */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1
  return count
}
