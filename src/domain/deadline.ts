import { addDays, lastDayOfMonth, type Day } from './calendar.ts'

/** The ways in which a paper sets a time; values are those of each kind's doc line below. */
export type DeadlineKind =
  | 'date' // 2024-11-05
  | 'month' // 2023-10
  | 'quarter' // 2026-Q4
  | 'year' // 2030
  | 'period' // 2026/2027, an open end is ".."
  | 'recurring' // yearly, quarterly, monthly, weekly, daily, periodic ...; rrule says it exactly
  | 'ongoing' // thường xuyên
  | 'relative' // P5WD;after=<event>
  | 'none'

/** Thời hạn: what a paper says about time, with its own words. */
export type Deadline = {
  readonly kind: DeadlineKind
  readonly value: string | null
  /** before = "trước ngày": the day itself is too late; by = "chậm nhất"; on = "vào ngày". Only for kind date. */
  readonly op?: 'before' | 'on' | 'by'
  readonly asWritten: string | null
  /** RFC 5545, for recurring ones whose rule is known. */
  readonly rrule: string | null
}

/** A duty that sets no time. */
export const NO_DEADLINE: Deadline = { kind: 'none', value: null, asWritten: null, rrule: null }

const HOUR = /(?<!\d)(\d{1,2})\s*(?:giờ|gio|h)\s*(\d{2})?(?!\p{L})/iu

/** The time of day until which the work is in time on its last day, "16:30", where the paper sets one; midnight sets none. */
export function findDueHour({ kind, asWritten }: Deadline): string | undefined {
  if (kind !== 'date' && kind !== 'recurring') return undefined
  const [, hour = '0', minute = '00'] = HOUR.exec(asWritten?.normalize('NFC') ?? '') ?? []
  return Number(hour) >= 1 && Number(hour) <= 23 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

/** Last day on which the work is still in time, or undefined where the paper sets no such day. */
export function lastDayInTime(deadline: Deadline): Day | undefined {
  const { kind, value } = deadline
  if (!value) return undefined
  // "Trước 16 giờ ngày 25" leaves the 25th until four; "trước 24 giờ" all of it, "trước ngày 25" nothing.
  if (kind === 'date') return deadline.op === 'before' && !isOnItsDay(deadline) ? addDays(value, -1) : value
  if (kind === 'month') return lastDayOfMonth(value)
  if (kind === 'quarter') return lastDayOfMonth(`${value.slice(0, 4)}-${String(Number(value.slice(-1)) * 3).padStart(2, '0')}`)
  if (kind === 'year') return `${value.slice(0, 4)}-12-31`
  return kind === 'period' ? lastDayOfPeriod(value) : undefined
}

function isOnItsDay(deadline: Deadline): boolean {
  return findDueHour(deadline) !== undefined || /(?<!\d)24\s*(?:giờ|gio|h)/iu.test(deadline.asWritten?.normalize('NFC') ?? '')
}

function lastDayOfPeriod(value: string): Day | undefined {
  const end = value.split('/')[1] ?? '..'
  if (/^\d{4}$/.test(end)) return `${end}-12-31`
  if (/^\d{4}-\d{2}$/.test(end)) return lastDayOfMonth(end)
  if (/^\d{4}-Q[1-4]$/.test(end)) return lastDayInTime({ kind: 'quarter', value: end, asWritten: null, rrule: null })
  return /^\d{4}-\d{2}-\d{2}$/.test(end) ? end : undefined
}
