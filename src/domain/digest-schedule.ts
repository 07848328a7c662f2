import {
  addDays,
  addMinutes,
  dayInVietnam,
  daysBetween,
  isoDay,
  lastDayOfMonth,
  weekdayOf,
  type Day,
  type Moment,
} from './calendar.ts'

/** How often: on working days, on days of the week, or on a day of the month. */
export type DigestRhythm =
  | { readonly every: 'day' }
  /** 1 = Monday to 7 = Sunday; weeks 2 = every other week. */
  | { readonly every: 'week'; readonly weekdays: readonly number[]; readonly weeks: 1 | 2 }
  /** Day 31 is the last of any month; months 3 = the last month of each quarter, 12 = December. */
  | { readonly every: 'month'; readonly day: number; readonly months: 1 | 3 | 6 | 12 }

/** Lịch gửi bản tổng hợp: what one leader wished. */
export type DigestSchedule = {
  readonly isOff: boolean
  readonly rhythm: DigestRhythm
  /** "07:00" */
  readonly hour: string
  /** Wished then: times before it are past. */
  readonly since: Moment
}

const LONG_AGO = '1970-01-01T00:00:00.000Z'

/** What holds for a leader who wished nothing: Monday, seven o'clock. */
export const WEEKLY_DIGEST: DigestSchedule = {
  isOff: false,
  rhythm: { every: 'week', weekdays: [1], weeks: 1 },
  hour: '07:00',
  since: LONG_AGO,
}

// The longest way back to a day that a rhythm names: a year.
const FARTHEST_DAYS = 366

/** The newest day of a schedule that is not after a day; undefined when it began later. Where that day is off, it is told on the next one worked. */
export function findDigestDay({ rhythm, hour, since }: DigestSchedule, today: Day): Day | undefined {
  for (let back = 0; back <= FARTHEST_DAYS; back += 1) {
    const day = addDays(today, -back)
    if (momentOf(day, hour) < since) return undefined
    if (isOnRhythm(day, rhythm, since)) return day
  }
  return undefined
}

/** The moment at which a time of day comes in Viet Nam, "07:00". */
export function momentOf(day: Day, hour: string): Moment {
  return addMinutes(`${day}T${hour}:00.000Z`, -7 * 60)
}

function isOnRhythm(day: Day, rhythm: DigestRhythm, since: Moment): boolean {
  if (rhythm.every === 'day') return true
  if (rhythm.every === 'month') return isDayOfMonth(day, rhythm)
  const weeks = Math.floor(daysBetween(mondayOf(dayInVietnam(since)), mondayOf(day)) / 7)
  return rhythm.weekdays.includes(weekdayOf(day)) && weeks % rhythm.weeks === 0
}

function isDayOfMonth(day: Day, { day: wanted, months }: Extract<DigestRhythm, { every: 'month' }>): boolean {
  const [year = 0, month = 0] = day.split('-').map(Number)
  if (month % months !== 0) return false
  return day === (isoDay(year, month, wanted) ?? lastDayOfMonth(day.slice(0, 7)))
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}
