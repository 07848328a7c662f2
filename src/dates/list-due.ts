import { addDays, type Day } from '../domain/calendar.ts'
import { lastDayInTime, type Deadline } from '../domain/deadline.ts'
import type { DeadlinePiece } from './deadline-piece.ts'
import { readDueTime, type DueTime } from './due-time.ts'
import { readSurroundings, type Surroundings } from './time-surroundings.ts'
import type { FoundTime } from './written-times.ts'

const OPEN_END =
  /^\s*,?\s*(?:(?:va|cung)\s+)?(?:(?:(?:cac|nhung)\s+)?(?:nam|quy|thang)\s+(?:tiep\s+theo|ke\s+tiep|sau(?:\s+do)?|tiep)|tro\s+di|ve\s+sau)(?![\p{L}])/u
const LAST_YEAR_OF = /^\s*,?\s*(?:cua\s+)?(?<event>nam\s+(?:cuoi|dau|thu)[^.;:()|]{0,80})/u
const OPEN_START = /(?:^|\s)(?:tu|bat dau)\s*$/

/** Deadlines at a day, month, quarter, half, year or period. */
export function listDue(folded: string, times: readonly FoundTime[], issuedOn: Day | null, isPhrase: boolean): DeadlinePiece[] {
  const pieces = times.flatMap((found) => readOne(folded, found, issuedOn, isPhrase))
  return isPhrase || issuedOn === null ? pieces : pieces.filter((piece) => !isHistory(piece, issuedOn))
}

/** No paper sets a time that was long past when it was signed; a month is left for a signing day that was misread. */
function isHistory(piece: DeadlinePiece, issuedOn: Day): boolean {
  const lastDay = lastDayInTime({ ...piece, asWritten: null })
  return lastDay !== undefined && addDays(lastDay, 31) < issuedOn
}

type Place = { readonly start: number; readonly end: number }
/** isEndless: "năm 2026 và các năm tiếp theo". */
type Placed = { readonly due: DueTime; readonly isBare: boolean; readonly isEndless: boolean }
type Context = { readonly time: FoundTime['time']; readonly issuedOn: Day | null; readonly isPhrase: boolean }

function readOne(folded: string, found: FoundTime, issuedOn: Day | null, isPhrase: boolean): DeadlinePiece[] {
  const ofLastYear = readDayOfLastYear(folded, found)
  if (ofLastYear) return [ofLastYear]
  const due = readDueTime(found.time, issuedOn)
  if (!due) return []
  const open = OPEN_END.exec(folded.slice(found.end))?.[0] ?? ''
  const place = { start: found.start, end: found.end + open.length }
  return asPiece(folded, place, findOpenEnd(folded, found, due, open !== ''), { time: found.time, issuedOn, isPhrase })
}

// "từ ngày 05/11/2025", "năm 2026 và các năm tiếp theo"
function findOpenEnd(folded: string, { time, start, end, isBare }: FoundTime, due: DueTime, isSaidOpen: boolean): Placed {
  const isOpen = isSaidOpen || (time.kind !== 'span' && OPEN_START.test(readSurroundings(folded, start, end).cue))
  const value = due.value && `${due.value.split('/')[0]}/..`
  return isOpen ? { due: { kind: 'period', value }, isBare: false, isEndless: isSaidOpen } : { due, isBare, isEndless: false }
}

/** A span may have begun when the paper was signed, work "from" a day begins later. */
function beginsAhead(value: string | null, isSpan: boolean, issuedOn: Day): boolean {
  const [from = '', to = ''] = value?.split('/') ?? []
  const lastDay = lastDayInTime({ kind: 'period', value: `/${isSpan ? to : from}`, asWritten: null, rrule: null })
  return lastDay !== undefined && lastDay >= issuedOn
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

function asPiece(folded: string, time: Place, { due, isBare, isEndless }: Placed, context: Context): DeadlinePiece[] {
  const around = readSurroundings(folded, time.start, time.end)
  const { cue, start } = around
  const isLater = around.isSummary && due.kind === 'year' && (due.value ?? '') > (context.issuedOn ?? '9').slice(0, 4)
  const isNamed = context.isPhrase || isLater || begins(around, { due, isBare, isEndless }, context)
  if (!isNamed && !isDeadline(around, due, isBare, folded[start - 1] === '(')) return []
  return [{ ...due, ...(due.kind === 'date' && readOp(cue)), rrule: null, start, end: time.end }]
}

// "triển khai từ quý I/2026", "từ ngày 10 đến hết ngày 20/11/2025"
function begins({ cue, isStart, isForeign }: Surroundings, { due, isEndless }: Placed, { time, issuedOn }: Context): boolean {
  if (due.kind !== 'period' || issuedOn === null || isForeign) return false
  if (isEndless) return beginsAhead(due.value, false, issuedOn)
  const isSpan = time.kind === 'span'
  const isDated = isSpan && time.from.kind !== 'year' && /(?:^|\s)tu\s*$/.test(cue)
  return (isStart || isDated) && beginsAhead(due.value, isSpan, issuedOn)
}

function isDeadline({ isDue, isAlone, isForeign }: Surroundings, due: DueTime, isBare: boolean, isInBrackets: boolean): boolean {
  if (isForeign) return false
  return isDue || (isAlone && !isBare && !(isInBrackets && /^(?:date|period)$/.test(due.kind)))
}

function readOp(cue: string): Pick<Deadline, 'op'> {
  if (/truoc/.test(cue)) return { op: 'before' }
  return /cham nhat|muon nhat|tre nhat|khong|den|toi|het|han|hoan|xong|ket thuc/.test(cue) ? { op: 'by' } : { op: 'on' }
}
