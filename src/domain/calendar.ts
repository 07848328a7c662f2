/** A calendar day as ISO text, "2026-11-21"; days compare as text. */
export type Day = string

/** A moment as ISO text in UTC, "2026-11-21T02:14:00.000Z"; moments compare as text. */
export type Moment = string

const DAY_MS = 86_400_000

function atNoon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** The ISO day of a year, month (1-12) and day of the month, or undefined when the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : undefined
}

/** The day so many calendar days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(atNoon(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((atNoon(to) - atNoon(from)) / DAY_MS)
}

/** Day of the week, 1 = Monday (thứ hai) to 7 = Sunday (chủ nhật). */
export function weekdayOf(day: Day): number {
  return new Date(atNoon(day)).getUTCDay() || 7
}

/** Last day of a month written "2026-11". */
export function lastDayOfMonth(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** The day that a moment falls on in Viet Nam, which keeps UTC+7 all year. */
export function dayInVietnam(moment: Moment): Day {
  return new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** Time of day in Viet Nam, "09:14". */
export function timeInVietnam(moment: Moment): string {
  return new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(11, 16)
}

/** The moment so many minutes later, or earlier when negative. */
export function addMinutes(moment: Moment, minutes: number): Moment {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString()
}
