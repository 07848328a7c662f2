import type { DigestRhythm } from '../../domain/digest-schedule.ts'
import { fold } from '../../text/fold.ts'
import { readHour } from '../reminding/read-hour.ts'

/** What a leader wishes of the digest that comes by itself. */
export type DigestWish =
  | { readonly kind: 'off' | 'on' | 'show' }
  | { readonly kind: 'set'; readonly rhythm?: DigestRhythm; readonly hour?: string }

const DIGEST = '(?:ban |tin |bao cao |bang |lich )*(?:tong hop|tom tat|tong quan)|bao cao (?:tuan|thang|quy|ngay)'
const NO = '(?:thoi|dung|ngung|khong|tat|bo|huy|khoi|chua can|khong can)'
const POLITE = '(?:(?:em|toi|anh|chi|minh|bot|cho|giup|ho|nho|da|a|nhe|nha|di|oi|vui long|nua|lai|nhu cu|roi|viec|lich|tu dong) ?)*'
const SENDING = '(?:gui|nhan|bao|ban|phat|nop|day|chuyen)'
const OFF = new RegExp(
  `^${POLITE}${NO} (?:${POLITE}${SENDING} ?)*${POLITE}(?:${DIGEST})(?: (?:tuan|thang|hang \\S+))? ?${POLITE}[.!]*$`,
)
const ON = new RegExp(
  `^${POLITE}(?:bat|mo|tiep tuc)(?: lai)? (?:${POLITE}${SENDING} ?)*${POLITE}(?:${DIGEST})(?: hang \\S+)? ?${POLITE}[.!]*$`,
)
const SHOW = new RegExp(
  `^${POLITE}(?:xem |cho xem )?(?:lich (?:gui|nhan)? ?(?:${DIGEST})|(?:bao gio|khi nao|luc nao|may gio) (?:thi )?(?:gui|co|nhan) (?:${DIGEST})|(?:${DIGEST}) (?:gui|den) (?:luc nao|khi nao|bao gio))(?: the nao| ra sao)? ?${POLITE}[.?]*$`,
)

const NAMED = new RegExp(`(?:^|[^a-z])(?:${DIGEST})(?![a-z])`)

const WEEKDAY = '(?:[2-7]|hai|ba|tu|nam|sau|bay)'
const DAY_OF_WEEK = new RegExp(
  `(?:thu|(?<=[ ,])t|^t) ?(${WEEKDAY}(?:(?:,| va|, thu| va thu| thu) ?${WEEKDAY}(?![a-z\\d]))*)(?![a-z\\d])`,
  'g',
)
const SUNDAY = /(?:chu nhat|(?:^|[ ,])cn(?![a-z]))/
const NUMBER_OF_WEEKDAY: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }
const OFTEN = '(?:hang|moi|cac|dinh ky|deu dan|cu den|cu)'
const RHYTHM = new RegExp(
  `${OFTEN} (?:(?:hang|moi|sang|trua|chieu|toi|buoi) )*(?:ngay|sang|chieu|trua|toi|tuan|thang|quy|nam|thu|t[2-7]|chu nhat|cn)(?![a-z])|(?:mot|hai|1|2) (?:tuan|thang|quy) (?:mot|1|gui) ?(?:lan)?|(?:6|sau) thang (?:mot|1)? ?lan|vao (?:sang |chieu |trua |toi )?(?:thu|t[2-7]|chu nhat|cn)(?![a-z])|(?:dat|len|doi|chuyen|sua) (?:lai )?(?:\\S+ )?lich|tu dong gui|cach tuan`,
)
// Whoever asks, or has it made, wants it now; whoever has it sent, or says at what hour, wants it to come by itself.
const ASKING = /(?:cho ai|khi nao|bao gio|ngay nao|o dau|la gi|the nao|may gio|dung khong|phai khong|\?)/
const ONE_WEEK = /(?<![a-z])(?:tuan|hom|thu \S+) (?:nay|truoc|qua|roi|vua roi|sau|toi|den)(?![a-z])/
const HAVING_SENT = /(?<![a-z])(?:gui|nhan|dat lich|len lich|tu dong|phat|day)(?![a-z])/

/** Reads what somebody says about the digest; undefined when the words are about something else. A bare rhythm ("mỗi chiều thứ 6 4h") is a wish of leaders only. */
export function readDigestWish(text: string, isLeader: boolean): DigestWish | undefined {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim()
  if (OFF.test(folded)) return { kind: 'off' }
  if (ON.test(folded)) return { kind: 'on' }
  if (SHOW.test(folded)) return { kind: 'show' }
  const isNamed = NAMED.test(folded)
  const rhythm = readRhythm(folded)
  const hour = readTime(folded)
  const isSet = isNamed ? isRegular(folded) && (rhythm ?? hour) !== undefined : isLeader && isOnlyRhythm(folded)
  return isSet ? { kind: 'set', ...(rhythm && { rhythm }), ...(hour !== undefined && { hour }) } : undefined
}

function isRegular(folded: string): boolean {
  if (ASKING.test(folded)) return false
  if (RHYTHM.test(folded)) return HAVING_SENT.test(folded) || readTime(folded) !== undefined
  // "Gửi tôi bản tổng hợp chiều thứ 6 4h": a day of the week and a time, of no week in particular.
  return HAVING_SENT.test(folded) && readWeekdays(folded).length > 0 && readTime(folded) !== undefined && !ONE_WEEK.test(folded)
}

/** "4h chiều", "chiều thứ 6 4h", "sáng thứ 2"; who is written to ("gửi tôi") is no evening. */
function readTime(folded: string): string | undefined {
  const part = PART.exec(folded.replace(/(?:^|[^a-z])(?:cho|gui|den|nhac) toi(?![a-z])/g, ' '))?.[1]
  return readHour(folded, part) ?? PARTS[part ?? '']
}

const PART = /(?:^|[^a-z])(sang|trua|chieu|toi)(?![a-z])/
const PARTS: Readonly<Record<string, string>> = { sang: '07:00', trua: '11:00', chieu: '16:00', toi: '19:00' }

/** "Mỗi chiều thứ 6 4h": a rhythm and a time and not a word besides. */
function isOnlyRhythm(folded: string): boolean {
  if (!/(?:^|[^a-z])(?:hang|moi|dinh ky|cach tuan|(?:mot|1) lan)(?![a-z])/.test(folded)) return false
  const rest = folded
    .replaceAll(DAY_OF_WEEK, ' ')
    .replaceAll(/\d{1,2}\s*(?:gio|h|:)\s*(?:\d{2}|ruoi)?/g, ' ')
    .replaceAll(
      /(?<![a-z])(?:gui|doi|sang|trua|chieu|toi|buoi|luc|vao|hang|moi|cac|dinh ky|ngay|tuan|thang|quy|nam|chu nhat|cn|dau|cuoi|giua|mot|hai|lan|mung|nhe|nha|a|cho|em|anh|thanh|va|cung|lam viec|cach)(?![a-z])/g,
      ' ',
    )
    .replaceAll(/\d{1,2}/g, ' ')
  return /^[\s,.;–-]*$/.test(rest)
}

function readRhythm(folded: string): DigestRhythm | undefined {
  const weekdays = readWeekdays(folded)
  if (weekdays.length > 0) return { every: 'week', weekdays, weeks: isEveryOther(folded) ? 2 : 1 }
  if (/(?:hang|moi|dinh ky|cuoi|dau|mot|1) (?:cuoi |dau )?(?:thang|quy|nam)|6 thang|sau thang/.test(folded))
    return readMonthly(folded)
  if (/tuan/.test(folded))
    return { every: 'week', weekdays: [/cuoi tuan/.test(folded) ? 5 : 1], weeks: isEveryOther(folded) ? 2 : 1 }
  return /(?:hang|moi|cac) (?:buoi )?(?:ngay|sang|trua|chieu|toi)/.test(folded) ? { every: 'day' } : undefined
}

function isEveryOther(folded: string): boolean {
  return /(?:hai|2) tuan (?:mot|1)|cach tuan|hai tuan gui/.test(folded)
}

function readWeekdays(folded: string): number[] {
  const named = [...folded.matchAll(DAY_OF_WEEK)].flatMap(([, list = '']) =>
    [...list.matchAll(new RegExp(WEEKDAY, 'g'))].map(([day]) => NUMBER_OF_WEEKDAY[day] ?? Number(day) - 1),
  )
  return [...new Set([...named, ...(SUNDAY.test(folded) ? [7] : [])])].toSorted((a, b) => a - b)
}

const LAST_DAY = 31

function readMonthly(folded: string): DigestRhythm {
  const months = /quy/.test(folded) ? 3 : /(?:6|sau) thang/.test(folded) ? 6 : /(?:hang|moi|cuoi|dinh ky) nam/.test(folded) ? 12 : 1
  const named = Number(/(?:ngay|mung|hom) (\d{1,2})(?!\s*(?:h|gio|:))/.exec(folded)?.[1] ?? 0)
  const isAtEnd = /cuoi (?:thang|quy|nam|ky)|ngay cuoi/.test(folded) || (months > 1 && named === 0)
  const day = isAtEnd ? LAST_DAY : named
  return { every: 'month', day: day >= 1 && day <= LAST_DAY ? day : 1, months }
}
