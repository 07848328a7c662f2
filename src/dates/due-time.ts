import { isoDay, type Day } from '../domain/calendar.ts'
import type { SingleTime, WrittenTime } from './written-times.ts'

/** A written time with its year, in the values of a deadline. */
export type DueTime = { readonly kind: 'date' | 'month' | 'quarter' | 'year' | 'period'; readonly value: string | null }

const two = (number: number) => String(number).padStart(2, '0')

/**
 * The value of a written time. A year left out comes from the paper's own day: its year, or the next one when the time named
 * would have passed by then. Without such a day the value stays unknown. Undefined when the calendar has no such day.
 */
export function readDueTime(time: WrittenTime, issuedOn: Day | null): DueTime | undefined {
  if (time.kind === 'day') return readDueDay(time, issuedOn)
  if (time.kind === 'year') return { kind: 'year', value: String(time.year) }
  if (time.kind === 'span') return readDueSpan(time, issuedOn)
  return time.kind === 'current' ? readCurrent(time.unit, issuedOn) : readDuePart(time, issuedOn)
}

function readCurrent(kind: 'month' | 'quarter' | 'year', issuedOn: Day | null): DueTime {
  if (!issuedOn) return { kind, value: null }
  if (kind === 'year') return { kind, value: issuedOn.slice(0, 4) }
  if (kind === 'month') return { kind, value: issuedOn.slice(0, 7) }
  return { kind, value: `${issuedOn.slice(0, 4)}-Q${Math.ceil(Number(issuedOn.slice(5, 7)) / 3)}` }
}

function readDueSpan({ from, to }: Extract<WrittenTime, { kind: 'span' }>, issuedOn: Day | null): DueTime | undefined {
  const last = readDueTime(to, issuedOn)
  if (!last?.value) return last && { kind: 'period', value: null }
  const year = Number(last.value.slice(0, 4)) - (isOverNewYear(from, to) ? 1 : 0)
  const first = readDueTime(from.kind === 'year' || from.year !== null ? from : { ...from, year }, issuedOn)
  return first && { kind: 'period', value: first.value && `${first.value.split('/')[0]}/${last.value.split('/').at(-1)}` }
}

/** "từ 20/12 đến 05/01": the first lies in the year before. */
function isOverNewYear(from: SingleTime, to: SingleTime): boolean {
  return 'month' in from && 'month' in to && from.month !== null && to.month !== null && from.month > to.month
}

type PartOfYear = Extract<WrittenTime, { kind: 'month' | 'quarter' | 'half' }>

function lastMonthOf(time: PartOfYear): number {
  if (time.kind === 'month') return time.month
  return time.kind === 'quarter' ? time.quarter * 3 : time.half * 6
}

function readDuePart(time: PartOfYear, issuedOn: Day | null): DueTime {
  const kind = time.kind === 'half' ? 'period' : time.kind
  const year = time.year ?? yearFor(lastMonthOf(time), issuedOn)
  if (year === null) return { kind, value: null }
  if (time.kind === 'month') return { kind, value: `${year}-${two(time.month)}` }
  if (time.kind === 'quarter') return { kind, value: `${year}-Q${time.quarter}` }
  return { kind, value: time.half === 1 ? `${year}-01/${year}-06` : `${year}-07/${year}-12` }
}

function yearFor(month: number, issuedOn: Day | null): number | null {
  if (!issuedOn) return null
  const year = Number(issuedOn.slice(0, 4))
  return month < Number(issuedOn.slice(5, 7)) ? year + 1 : year
}

function readDueDay({ day, month, year }: Extract<WrittenTime, { kind: 'day' }>, issuedOn: Day | null): DueTime | undefined {
  if (month !== null && year !== null) return asDate(isoDay(year, month, day))
  if (!issuedOn) return month === null || isoDay(2024, month, day) ? { kind: 'date', value: null } : undefined
  const [issuedYear = 0, issuedMonth = 1] = issuedOn.split('-').map(Number)
  const candidates =
    month === null
      ? [0, 1, 2].map((later) =>
          isoDay(issuedYear + Math.floor((issuedMonth - 1 + later) / 12), ((issuedMonth - 1 + later) % 12) + 1, day),
        )
      : [0, 1, 2, 3, 4].map((later) => isoDay(issuedYear + later, month, day))
  return asDate(candidates.find((date) => date !== undefined && date >= issuedOn))
}

function asDate(value: Day | undefined): DueTime | undefined {
  return value === undefined ? undefined : { kind: 'date', value }
}
