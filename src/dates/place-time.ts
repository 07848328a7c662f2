import { addDays, daysBetween, isoDay, lastDayOfMonth, type Day } from '../domain/calendar.ts'
import type { SingleTime } from './written-times.ts'

/** Days from one to another, both included. */
export type Range = { readonly from: Day; readonly to: Day }

/** Where a time without its year (or month) is looked for: behind today, ahead of it, or wherever it is nearest. */
export type Lean = 'past' | 'future' | 'nearest'

/** The days that a written time means when it is said on a day; undefined when the calendar has no such day. */
export function placeTime(time: SingleTime, today: Day, lean: Lean): Range | undefined {
  return pickRange(time.kind === 'day' ? listDays(time, today) : listRanges(time, today), today, lean)
}

/** Years that a time without one may mean. A half is always one of this year. */
function listYears(time: SingleTime, today: Day): number[] {
  const thisYear = Number(today.slice(0, 4))
  if (time.year !== null) return [time.year]
  return time.kind === 'half' ? [thisYear] : [thisYear - 1, thisYear, thisYear + 1]
}

function listDays(time: Extract<SingleTime, { kind: 'day' }>, today: Day): Range[] {
  const { day, month } = time
  const months =
    month === null
      ? [-1, 0, 1, 2].map((shift) => shiftMonth(today, shift))
      : listYears(time, today).map((year) => [year, month] as const)
  return months.flatMap(([year, number]) => isoDay(year, number, day) ?? []).map((only) => ({ from: only, to: only }))
}

function listRanges(time: Exclude<SingleTime, { kind: 'day' }>, today: Day): Range[] {
  const [first, count] = readMonths(time)
  return listYears(time, today).map((year) => rangeOfMonths(year, first, count))
}

function readMonths(time: Exclude<SingleTime, { kind: 'day' }>): readonly [first: number, count: number] {
  if (time.kind === 'month') return [time.month, 1]
  if (time.kind === 'quarter') return [time.quarter * 3 - 2, 3]
  return time.kind === 'half' ? [time.half * 6 - 5, 6] : [1, 12]
}

/** Whole months of a year, from the first named on. */
export function rangeOfMonths(year: number, firstMonth: number, count: number): Range {
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`
  return { from: `${month(firstMonth)}-01`, to: lastDayOfMonth(month(firstMonth + count - 1)) }
}

/** Year and month so many months from a day. */
export function shiftMonth(today: Day, months: number): readonly [year: number, month: number] {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months
  return [Math.floor(count / 12), (count % 12) + 1]
}

/** The day so many months later, or the last day of that month when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month] = shiftMonth(day, months)
  return isoDay(year, month, Number(day.slice(8))) ?? rangeOfMonths(year, month, 1).to
}

function pickRange(choices: readonly Range[], today: Day, lean: Lean): Range | undefined {
  const next = choices.find(({ to }) => to >= today)
  const last = choices.findLast(({ from }) => from <= today)
  if (lean !== 'nearest' || !next || !last) return (lean === 'past' ? last : next) ?? choices[0]
  return daysBetween(today, addDays(next.from, -1)) < daysBetween(last.to, today) ? next : last
}
