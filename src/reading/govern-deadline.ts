import type { Day } from '../domain/calendar.ts'
import { NO_DEADLINE, type Deadline } from '../domain/deadline.ts'
import { findDeadlines, listDeadlines, type FoundDeadline } from '../dates/find-deadlines.ts'
import { fold } from '../text/fold.ts'

// "nguồn ngân sách tỉnh hằng năm" says which money, not when.
const YEARLY_FUNDS = /(?:ngan sach|nguon thu|du toan|kinh phi)[^,;.]{0,25}$/

// "không dồn thanh toán vào cuối năm" says what must not happen then.
const AVOIDS = /(?:^|[,;]\s)khong (?:don|de|doi|cho)\s[^,;.]*$/

/** The deadline that a duty's own words set; the first exact one, else the first looser one. */
export function readOwnDeadline(text: string, issuedOn: Day | null): Deadline {
  const own = findDeadlines(text, { issuedOn }).filter(
    ({ start, deadline }) =>
      !(deadline.rrule === 'FREQ=YEARLY' && YEARLY_FUNDS.test(fold(text.slice(0, start)))) &&
      !isManner(text, start, deadline) &&
      !AVOIDS.test(fold(text.slice(0, start))),
  )
  return pick(own.map((found) => ({ ...found.deadline, asWritten: quoteWhole(text, found, own) }))) ?? readPeriodic(text)
}

// "Định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)": quoted words never begin or end inside brackets.
function quoteWhole(text: string, { start, end, deadline }: FoundDeadline, all: readonly FoundDeadline[]): string | null {
  const words = text.slice(start, end)
  const bare = words.replace(/\([^()]*\)/g, '')
  if (!/[()]/.test(bare)) return deadline.asWritten
  const open = bare.includes(')') ? text.lastIndexOf('(', start) : start
  const before = all.find((other) => other.start < open && /^[^.;]{0,15}$/.test(text.slice(other.end, open)))
  const close = bare.includes('(') || !bare.includes(')') || /\([^)]*$/.test(words) ? text.indexOf(')', end) + 1 : end
  return open < 0 ? deadline.asWritten : text.slice(before?.start ?? open, Math.max(end, close))
}

// "nghiêm túc, đúng tiến độ" says how, not when.
function isManner(text: string, start: number, { kind, asWritten }: Deadline): boolean {
  return (
    kind === 'relative' &&
    /(?:dung|bao dam|dam bao|day nhanh)\s+(?:\S+ ){0,2}tien do/.test(
      fold(`${text.slice(Math.max(0, start - 20), start)}${asWritten ?? ''}`),
    )
  )
}

/** The deadline that a line such as "Thời gian hoàn thành: …" sets for the duties it governs. */
export function readLabelDeadline(value: string, issuedOn: Day | null): Deadline {
  return pick(listDeadlines(value, issuedOn, true).map(({ deadline }) => deadline)) ?? readPeriodic(value)
}

function pick(deadlines: readonly Deadline[]): Deadline | undefined {
  const [first] = deadlines.filter(({ kind }) => kind !== 'none').toSorted((a, b) => rankOf(a) - rankOf(b))
  // "định kỳ hằng quý … trước ngày 20 của tháng cuối quý": the exact rule tells more than its period.
  const finer = deadlines.find(({ rrule }) => first?.rrule && rrule?.startsWith(`${first.rrule};`))
  return finer ?? first
}

/** Exact times first, then times after an event, then "thường xuyên" and "định kỳ". */
function rankOf({ kind, value }: Deadline): number {
  if (kind === 'relative') return 1
  // "từ năm 2026", "từ ngày 10 đến ngày 20": when work goes on; a day it is due by, or how often, says more.
  if (kind === 'period') return 0.5
  return kind === 'ongoing' || value === 'periodic' ? 2 : 0
}

// "định kỳ" without a period recurs, one only does not know how often.
function readPeriodic(text: string): Deadline {
  const at = fold(text).search(/\bdinh ky\b/)
  return at < 0 ? NO_DEADLINE : { kind: 'recurring', value: 'periodic', asWritten: text.slice(at, at + 7), rrule: null }
}
