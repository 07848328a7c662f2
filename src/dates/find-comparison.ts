import { addDays, daysBetween, lastDayOfMonth, weekdayOf, type Day } from '../domain/calendar.ts'
import { placeTimes } from './find-window.ts'
import { foldForDates } from './fold-for-dates.ts'
import { addMonths, type Range } from './place-time.ts'

/** Two periods that words hold against each other; the first is the one that is asked about. */
export type Comparison = { readonly current: Range; readonly before: Range }

const AGAINST = /(?<![\p{L}])so\s+(?:sanh\s+)?(?:voi|cung)(?![\p{L}])/u
const SIDE_BY_SIDE = /(?<![\p{L}])so\s+sanh(?![\p{L}])/u
const BETWEEN = /(?<![\p{L}])(?:voi|va|cung|-)(?![\p{L}])/u
const SAME_PERIOD =
  /(?<=(?<![\p{L}])so\s+(?:sanh\s+)?(?:voi\s+)?)cung\s+(?:ky|thoi\s+(?:diem|gian|ky))(?![\p{L}])|(?<![\p{L}])cung\s+ky(?=\s+(?:nam|quy|thang|tuan)(?![\p{L}]))/u
const PERIOD_BEFORE = /(?<![\p{L}])(?:ky|giai\s+doan|thoi\s+ky)\s+(?:truoc|vua\s+qua|vua\s+roi)/u
const TO_DATE =
  /(?<![\p{L}])(?:tu\s+)?dau\s+(nam|quy|thang|tuan)(?:\s+(?:nay|\d{4}))?(?:\s+(?:den|toi)\s+(?:nay|gio|hien\s+nay|thoi\s+diem\s+nay))?/u

type Step = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

/** "Quý III so với quý II", "so với tháng trước", "cùng kỳ năm ngoái"; undefined where nothing is held against anything. */
export function findComparison(text: string, today: Day): Comparison | undefined {
  const folded = foldForDates(text)
  if (SAME_PERIOD.test(folded)) return compareSamePeriod(text, folded, today)
  const against = AGAINST.exec(folded)
  if (against) return compareSides(text.slice(0, against.index), text.slice(against.index + against[0].length), today)
  const beside = SIDE_BY_SIDE.exec(folded)
  const between = beside && BETWEEN.exec(folded.slice(beside.index))
  if (!beside || !between) return undefined
  const cut = beside.index + between.index
  const sides = compareSides(text.slice(0, cut), text.slice(cut + between[0].length), today)
  // "So sánh tháng 9 và tháng 10" asks about the later one.
  return sides && sides.before.from > sides.current.from ? { current: sides.before, before: sides.current } : sides
}

function compareSides(left: string, right: string, today: Day): Comparison | undefined {
  const current = findRange(left, today)
  const before = findRange(right, today)
  if (before) {
    const asked = current ?? rangeAround(stepOf(before), today)
    return asked && { current: asked, before }
  }
  if (!PERIOD_BEFORE.test(foldForDates(right))) return undefined
  const asked = current ?? rangeAround('month', today)
  return asked && { current: asked, before: shiftBack(asked) }
}

/** Cùng kỳ: the same days, a year earlier unless the words name another distance. */
function compareSamePeriod(text: string, folded: string, today: Day): Comparison | undefined {
  const same = SAME_PERIOD.exec(folded)
  if (!same) return undefined
  const after = folded.slice(same.index + same[0].length)
  const unit = /^\s*(thang|quy|tuan)\s+(?:truoc|vua|roi)/.exec(after)?.[1] ?? 'nam'
  const asked = findRange(text.slice(0, same.index), today) ?? rangeToDate(unit, today)
  const current = { from: asked.from, to: asked.to < today ? asked.to : today }
  if (unit === 'tuan') return { current, before: { from: addDays(current.from, -7), to: addDays(current.to, -7) } }
  const months = unit === 'thang' ? 1 : unit === 'quy' ? 3 : 12 * countYears(after, current.from)
  return { current, before: { from: addMonths(current.from, -months), to: addMonths(current.to, -months) } }
}

/** "Cùng kỳ năm 2024" is as many years back; "cùng kỳ năm ngoái", "cùng kỳ" one. */
function countYears(after: string, from: Day): number {
  const year = /^\s*(?:cua\s+)?(?:nam\s+)?(\d{4})/.exec(after)?.[1]
  return year === undefined ? 1 : Number(from.slice(0, 4)) - Number(year)
}

function findRange(words: string, today: Day): Range | undefined {
  const toDate = TO_DATE.exec(foldForDates(words))
  if (toDate && (/(?:nay|gio)$/.test(toDate[0]) || /(?:^|\s)tu\s/.test(toDate[0]))) return rangeToDate(toDate[1] ?? 'nam', today)
  const range = placeTimes(words, today).at(-1)?.range
  return range && makePast(range, today)
}

/** Nobody compares what has not begun: a time without its year is the last such one. */
function makePast(range: Range, today: Day): Range {
  if (range.from <= today) return range
  return { from: addMonths(range.from, -12), to: endLike(range, addMonths(range.to, -12)) }
}

function endLike({ to }: Range, shifted: Day): Day {
  return to === lastDayOfMonth(to.slice(0, 7)) ? lastDayOfMonth(shifted.slice(0, 7)) : shifted
}

function rangeToDate(unit: string, today: Day): Range {
  const step = unit === 'thang' ? 'month' : unit === 'quy' ? 'quarter' : unit === 'tuan' ? 'week' : 'year'
  return { from: rangeAround(step, today)?.from ?? today, to: today }
}

const MONTHS: Readonly<Partial<Record<Step, number>>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The day, week, month … that a day lies in. */
function rangeAround(step: Step | undefined, today: Day): Range | undefined {
  if (step === undefined) return undefined
  if (step === 'day') return { from: today, to: today }
  if (step === 'week') return { from: addDays(today, 1 - weekdayOf(today)), to: addDays(today, 7 - weekdayOf(today)) }
  const months = MONTHS[step] ?? 1
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / months) * months + 1
  const from = `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
  return { from, to: addDays(addMonths(from, months), -1) }
}

function stepOf({ from, to }: Range): Step | undefined {
  const days = daysBetween(from, to) + 1
  if (days === 1) return 'day'
  if (days === 7) return 'week'
  const steps: readonly Step[] = ['month', 'quarter', 'half', 'year']
  return steps.find((step) => rangeAround(step, from)?.from === from && rangeAround(step, from)?.to === to)
}

/** The period just before one: as many months where it is whole months, else as many days. */
function shiftBack(range: Range): Range {
  const step = stepOf(range)
  const until = addDays(range.from, -1)
  const months = step && MONTHS[step]
  return { from: months ? addMonths(range.from, -months) : addDays(until, -daysBetween(range.from, range.to)), to: until }
}
