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

function readOne(folded: string, found: FoundTime, issuedOn: Day | null, isPhrase: boolean): DeadlinePiece[] {
  const { time, start, end, isBare } = found
  const ofLastYear = readDayOfLastYear(folded, found)
  if (ofLastYear) return [ofLastYear]
  const due = readDueTime(time, issuedOn)
  if (!due) return []
  const open = OPEN_END.exec(folded.slice(end))?.[0] ?? ''
  const isOpen = open !== '' || (time.kind !== 'span' && OPEN_START.test(readSurroundings(folded, start, end).cue))
  const whole = isOpen ? { kind: 'period' as const, value: due.value && `${due.value.split('/')[0]}/..` } : due
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
  return isDue || (isAlone && !isBare && !(isInBrackets && /^(?:date|period)$/.test(due.kind)))
}

function readOp(cue: string): Pick<Deadline, 'op'> {
  if (/truoc/.test(cue)) return { op: 'before' }
  return /cham nhat|muon nhat|tre nhat|khong|den|toi|het|han|hoan|xong|ket thuc/.test(cue) ? { op: 'by' } : { op: 'on' }
}
