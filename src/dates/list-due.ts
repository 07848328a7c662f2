import type { Day } from '../domain/calendar.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { DeadlinePiece } from './deadline-piece.ts'
import { readDueTime, type DueTime } from './due-time.ts'
import { readSurroundings, type Surroundings } from './time-surroundings.ts'
import type { FoundTime, WrittenTime } from './written-times.ts'

const OPEN_END =
  /^\s*,?\s*(?:(?:va|cung)\s+)?(?:(?:(?:cac|nhung)\s+)?(?:nam|quy|thang)\s+(?:tiep\s+theo|ke\s+tiep|sau(?:\s+do)?|tiep)|tro\s+di|ve\s+sau)(?![\p{L}])/u
const LAST_YEAR_OF = /^\s*,?\s*(?:cua\s+)?(?<event>nam\s+(?:cuoi|dau|thu)[^.;:()|]{0,80})/u
const OPEN_START = /(?:^|\s)(?:tu|bat dau)\s*$/
const UP_TO = /^\s*,?\s*(?:den(?:\s+het)?|toi|-)\s*$/

/** Deadlines at a day, month, quarter, half, year or period. */
export function listDue(folded: string, times: readonly FoundTime[], issuedOn: Day | null, isPhrase: boolean): DeadlinePiece[] {
  return times.flatMap((found, at) => {
    const next = times[at + 1]
    if (next && isSpan(folded, found, next))
      return asPiece(folded, found.start, next.end, isPhrase, readSpan(found.time, next.time, issuedOn), false)
    const before = times[at - 1]
    if (before && isSpan(folded, before, found)) return []
    return readOne(folded, found, issuedOn, isPhrase)
  })
}

function readOne(folded: string, found: FoundTime, issuedOn: Day | null, isPhrase: boolean): DeadlinePiece[] {
  const { time, start, end, isBare } = found
  const ofLastYear = readDayOfLastYear(folded, found)
  if (ofLastYear) return [ofLastYear]
  const due = readDueTime(time, issuedOn)
  if (!due) return []
  const open = OPEN_END.exec(folded.slice(end))?.[0] ?? ''
  const isOpen = open !== '' || (time.kind !== 'day' && OPEN_START.test(readSurroundings(folded, start, end).cue))
  const whole = isOpen ? { kind: 'period' as const, value: due.value && `${due.value}/..` } : due
  return asPiece(folded, start, end + open.length, isPhrase, whole, isBare && !isOpen)
}

/** A day of a year that only an event fixes: "trước ngày 10 tháng 6 năm cuối của chương trình". */
function readDayOfLastYear(folded: string, { time, start, end }: FoundTime): DeadlinePiece | undefined {
  if (time.kind !== 'day' || time.month === null || time.year !== null) return undefined
  const words = LAST_YEAR_OF.exec(folded.slice(end))
  if (!words) return undefined
  const value = `before:${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')} of ${words.groups?.event?.trim()}`
  return {
    kind: 'relative',
    value,
    rrule: null,
    start: readSurroundings(folded, start, end).start,
    end: end + words[0].trimEnd().length,
  }
}

function asPiece(
  folded: string,
  timeStart: number,
  end: number,
  isPhrase: boolean,
  due: DueTime | undefined,
  isBare: boolean,
): DeadlinePiece[] {
  if (!due) return []
  const around = readSurroundings(folded, timeStart, end)
  const { cue, start } = around
  if (!isPhrase && !isDeadline(around, due, isBare, folded[start - 1] === '(')) return []
  return [{ ...due, ...(due.kind === 'date' && readOp(cue)), rrule: null, start, end }]
}

function isDeadline({ isDue, isAlone, isForeign }: Surroundings, due: DueTime, isBare: boolean, isInBrackets: boolean): boolean {
  if (isForeign) return false
  return isDue || (isAlone && !isBare && !(isInBrackets && due.kind === 'date'))
}

function readOp(cue: string): Pick<Deadline, 'op'> {
  if (/truoc/.test(cue)) return { op: 'before' }
  return /cham nhat|muon nhat|tre nhat|khong|den|toi|het|han|hoan|xong|ket thuc/.test(cue) ? { op: 'by' } : { op: 'on' }
}

function isSpan(folded: string, from: FoundTime, to: FoundTime): boolean {
  const before = folded.slice(Math.max(0, from.start - 14), from.start)
  const gap = folded.slice(from.end, to.end > from.end ? to.start : from.end)
  return UP_TO.test(gap) && (/(?:^|\s)tu\s*(?:ngay\s*)?$/.test(before) || gap.includes('-'))
}

function readSpan(from: WrittenTime, to: WrittenTime, issuedOn: Day | null): DueTime | undefined {
  const last = readDueTime(to, issuedOn)
  if (!last?.value) return last && { kind: 'period', value: null }
  const first = readDueTime(fillFrom(from, to, last.value), issuedOn)
  return first && { kind: 'period', value: first.value && `${first.value.split('/')[0]}/${last.value.split('/').at(-1)}` }
}

/** "từ ngày 01 đến ngày 15/12/2025": what the first leaves out is that of the second. */
function fillFrom(from: WrittenTime, to: WrittenTime, last: string): WrittenTime {
  if (from.kind === 'year' || from.kind === 'years') return from
  const year = from.year ?? Number(last.slice(0, 4))
  if (from.kind !== 'day') return { ...from, year }
  return { ...from, year, month: from.month ?? ('month' in to ? to.month : null) }
}
