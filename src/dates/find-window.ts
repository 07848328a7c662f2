import { addDays, type Day } from '../domain/calendar.ts'
import { foldForDates } from './fold-for-dates.ts'
import { addMonths, placeTime, type Lean, type Range } from './place-time.ts'
import { findSpokenTimes } from './spoken-times.ts'
import { findWrittenTimes, keepLongest, type FoundTime } from './written-times.ts'

/** A time window that words ask about, both days included, null where it is open; offsets in the NFC text. */
export type Window = { readonly from: Day | null; readonly to: Day | null; readonly start: number; readonly end: number }

/** A time of a message, placed on the calendar. */
export type PlacedTime = {
  readonly range: Range
  readonly day?: Day
  readonly isSpan?: true
  readonly start: number
  readonly end: number
}

const COUNTED =
  /^\s*(?:nhiem vu|nv|viec|chi bo|xa|thon|don vi|dv|co quan|nguoi|dong chi|muc|noi dung|tieu chi|chi tieu|huyen|phong|ban|so|buoi|lop|dai bieu|%|van ban|vb|kh|chi hoi|to)(?![\p{L}])/u
const AHEAD = /(?:^|\s)(?:den|toi|sang|lui|doi|cham nhat|xin|qua|het)(?:\s+(?:ngay|cho|la|vao|het))*\s*$/
const BEHIND = /(?:^|\s)(?:hom|luc|xong|roi|da|ht|hoan thanh)(?:\s+(?:tu|ngay|hom|vao))*\s*$/

/** Every time of a message, years left out taken ahead after "lùi đến", behind after "xong từ", and nearest otherwise. */
export function placeTimes(text: string, today: Day): PlacedTime[] {
  const folded = foldForDates(text.normalize('NFC'))
  const written = findWrittenTimes(folded).flatMap((found) => place(folded, found, today) ?? [])
  return keepLongest([...written, ...findSpokenTimes(folded, today)])
}

function place(folded: string, { time, start, end, isBare }: FoundTime, today: Day): PlacedTime | undefined {
  // A bare year is more often part of a number or a name.
  if (time.kind === 'current' || (isBare && (time.kind === 'year' || COUNTED.test(folded.slice(end))))) return undefined
  const lean = readLean(folded.slice(Math.max(0, start - 24), start))
  const last = placeTime(time.kind === 'span' ? time.to : time, today, lean)
  if (!last || time.kind !== 'span') return last && { range: last, start, end, ...(time.kind === 'day' && { day: last.from }) }
  const first = placeTime(time.from, last.to, 'past')
  return (
    first && { range: { from: first.from, to: last.to }, isSpan: true, start, end, ...(time.to.kind === 'day' && { day: last.to }) }
  )
}

function readLean(before: string): Lean {
  if (AHEAD.test(before)) return 'future'
  return BEHIND.test(before) ? 'past' : 'nearest'
}

/** The time that a question is about: "tháng này", "trước t4", "từ 1/12 đến 15/12". */
export function findWindow(text: string, today: Day): Window | undefined {
  const folded = foldForDates(text.normalize('NFC'))
  const [first, second] = placeTimes(text, today)
  if (!first) return undefined
  if (second && /^\s*(?:den(?:\s+het)?|toi|-)\s*(?:ngay\s*)?$/.test(folded.slice(first.end, second.start))) {
    const opening = /(?:^|\s)tu\s*(?:ngay\s*)?$/.exec(folded.slice(0, first.start))?.[0].trimStart() ?? ''
    const from = first.range.from <= second.range.to ? first.range.from : addMonths(first.range.from, -12)
    return { from, to: second.range.to, start: first.start - opening.length, end: second.end }
  }
  return bound(folded, first)
}

function bound(folded: string, { range, isSpan, start, end }: PlacedTime): Window {
  const cue = /(?:^|\s)(?<word>truoc|den het|den|toi|cham nhat|sau|tu|ke tu)\s*(?:ngay\s*|hom\s*)?$/.exec(folded.slice(0, start))
  const word = cue?.groups?.word?.replace(/\s+/g, ' ')
  const from = start - (cue ? cue[0].trimStart().length : 0)
  if (isSpan) return { ...range, start: from, end }
  if (word === 'truoc') return { from: null, to: addDays(range.from, -1), start: from, end }
  if (word === 'sau') return { from: addDays(range.to, 1), to: null, start: from, end }
  if (word === 'tu' || word === 'ke tu') return { from: range.from, to: null, start: from, end }
  return { from: word === undefined ? range.from : null, to: range.to, start: from, end }
}
