import type { DeadlinePiece } from './deadline-piece.ts'
import type { FoundRecurrence } from './find-recurrences.ts'
import { formatFrequency, formatRrule, type Recurrence } from './recurrence.ts'
import { readSurroundings } from './time-surroundings.ts'
import type { FoundTime } from './written-times.ts'

type Day = Extract<FoundTime['time'], { kind: 'day' }>

// What may stand between "hằng năm" and the day of it.
const LINK =
  /^(?:[\s,;:()-]|(?:gui|nop|bao cao|trinh|truoc|cham nhat|muon nhat|vao|la|den|het|dinh ky|va|ngay|thoi han|thoi gian|dung|tong hop|xong|hoan thanh|ve|cho|cac|ky|nam|6 thang|quy)\b)*$/
const NOUN_OF_THE_YEAR =
  /(?:ke hoach|du toan|ngan sach|chuong trinh|nhiem vu|kinh phi|cong tac|danh muc|chi tieu|thi dua|ngay le|chi thuong xuyen|nghi|tro cap|phu cap|luong|thu nhap|binh quan)[\s,]*$/

/** Deadlines that come back: a frequency, with the day that stands beside it. */
export function listRecurring(
  folded: string,
  recurrences: readonly FoundRecurrence[],
  times: readonly FoundTime[],
  isPhrase: boolean,
): DeadlinePiece[] {
  return recurrences.flatMap((found) => {
    const days = times.filter((time) => /^(?:day|month|quarter|span)$/.test(time.time.kind) && isLinked(folded, found, time))
    if (found.needsDay && days.length === 0) return []
    if (days.length === 0 && !isPhrase && isAttribute(folded, found)) return []
    const recurrence = days.reduce<Recurrence>((sum, { time }) => addTime(sum, time), found.recurrence)
    const start = Math.min(found.start, ...days.map((day) => readSurroundings(folded, day.start, day.end).start))
    const end = Math.max(found.end, ...days.map((day) => day.end))
    return [{ kind: 'recurring' as const, value: formatFrequency(found.recurrence), rrule: formatRrule(recurrence), start, end }]
  })
}

// "kế hoạch hằng năm" is a kind of plan; "chi tiết theo từng tháng" says how, not when.
function isAttribute(folded: string, { start, end, recurrence }: FoundRecurrence): boolean {
  const before = folded.slice(Math.max(0, start - 30), start)
  const isManner = folded.slice(start, end).startsWith('tung') && /(?:theo|cho|cua|trong|den|voi)\s+$/.test(before)
  return isManner || (recurrence.frequency !== 'DAILY' && NOUN_OF_THE_YEAR.test(before))
}

/** Beside the frequency, or beside a day that is ("15/6 và 15/12 hằng năm"). A day with a year of its own comes once. */
function isLinked(folded: string, { start, end, isTail }: FoundRecurrence, time: FoundTime): boolean {
  const last = time.time.kind === 'span' ? time.time.to : time.time
  if ('year' in last && last.year !== null) return false
  if (time.start >= end) return !isTail && time.start - end < 60 && LINK.test(stripTimes(folded.slice(end, time.start)))
  return time.end <= start && start - time.end < 40 && LINK.test(stripTimes(folded.slice(time.end, start)))
}

function stripTimes(text: string): string {
  return text.replaceAll(/\d{1,2}\s*(?:[/-]|thang)\s*\d{1,2}|\b\d{1,2}\b/g, '')
}

function addTime(sum: Recurrence, time: FoundTime['time']): Recurrence {
  if (time.kind === 'span')
    return time.to.kind === 'month' || time.to.kind === 'quarter' ? addTime(addTime(sum, time.from), time.to) : sum
  if (time.kind === 'month') return sum.frequency === 'YEARLY' ? { ...sum, byMonth: join(sum.byMonth, time.month) } : sum
  if (time.kind === 'quarter') return sum.frequency === 'YEARLY' ? { ...sum, byMonth: join(sum.byMonth, time.quarter * 3) } : sum
  return time.kind === 'day' ? addDay(sum, time) : sum
}

/** A day with its month comes back yearly, whatever the frequency named beside it. */
function addDay(sum: Recurrence, { day, month }: Day): Recurrence {
  if (month === null) return sum.frequency === 'MONTHLY' ? { ...sum, byMonthDay: join(sum.byMonthDay, day) } : sum
  const isFirst = sum.byMonthDay === undefined
  if (!isFirst && !sum.byMonthDay?.includes(day)) return sum
  return { frequency: 'YEARLY', interval: 1, byMonth: join(isFirst ? undefined : sum.byMonth, month), byMonthDay: [day] }
}

function join(numbers: readonly number[] | undefined, number: number): number[] {
  return [...new Set([...(numbers ?? []), number])].toSorted((a, b) => a - b)
}
