import { addDays, isoDay, weekdayOf, type Day } from '../domain/calendar.ts'
import { buildShape } from './fold-for-dates.ts'
import { addMonths, rangeOfMonths, shiftMonth, type Range } from './place-time.ts'
import { keepLongest, readNumber } from './written-times.ts'

/** Days that words like "tuần sau" mean on the day of speaking; `day` when the words fix one day ("cuối tháng" is its last). */
export type SpokenTime = { readonly range: Range; readonly day?: Day; readonly start: number; readonly end: number }

type Groups = Readonly<Record<string, string | undefined>>
type Meaning = { readonly range: Range; readonly day?: Day }
type Rule = { readonly shape: RegExp; readonly read: (groups: Groups, today: Day) => Meaning | undefined }

const COUNT = '(?<count>\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi(?: (?:mot|hai|ba|bon|lam|sau|bay|tam|chin))?|vai)'
const WHICH = '(?<which>nay|hien tai|sau|toi|ke tiep|tiep theo|tiep|truoc|roi|vua roi|vua qua|qua|ngoai)'
const ORDINAL_NOUN =
  '(?<!(?:cai|viec|nhiem vu|nv|muc|y|dong|diem|van ban|vb|cau|trang|don vi|dv|phan|lan|nguoi|so|ke hoach|kh|nguyen van|xong|khoan|dieu) )'
const DIGIT = '(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)'
const SIDE = '(?<side>dau|giua|cuoi|het)'

const RULES: readonly Rule[] = [
  // hôm nay · trong hôm nay · sáng nay
  { shape: buildShape('(?:ngay )?(?:hom nay|hnay|bua nay|sang nay|chieu nay|toi nay|hom ni)|trong ngay(?!_\\d| mai| kia| lam viec)'), read: (_, today) => oneDay(today) },
  // ngày mai · sáng mai · mai
  { shape: buildShape('(?:ngay|sang|chieu|toi|trua|hom) mai|(?<!(?:anh|chi|em|e|co|ba|dc|d/c|dong chi|ban|thi|hoang|tuyet) )mai(?= (?:nop|xong|la|em|e|minh|gui|bao|bc|co|toi|moi|den|phai|han|nhe|nha|a|ok)|[.,?!]|$)'), read: (_, today) => oneDay(addDays(today, 1)) },
  { shape: buildShape('ngay kia|ngay mot|mai mot|ngay mai kia'), read: (_, today) => oneDay(addDays(today, 2)) },
  { shape: buildShape('hom qua|hqua|ngay hom qua|bua qua|toi qua|chieu qua|hom wa'), read: (_, today) => oneDay(addDays(today, -1)) },
  { shape: buildShape('hom kia|bua kia|hom truoc kia'), read: (_, today) => oneDay(addDays(today, -2)) },
  // 3 ngày nữa · trong 5 ngày tới · 2 tuần tới · một tháng nữa
  { shape: buildShape(`(?:trong |con |sau )?(?:vong )?${COUNT}_(?<unit>ngay|hom|tuan|thang|quy|nam) (?:nua|toi|sap toi|tiep theo|sau|ke tiep)`), read: readAhead },
  // 7 ngày qua · tuần vừa rồi
  { shape: buildShape(`(?:trong )?${COUNT}_(?<unit>ngay|hom|tuan|thang|nam) (?:qua|vua qua|vua roi|truoc|gan day|gan nhat)`), read: readBehind },
  // tuần này · cuối tuần sau · hết tuần
  { shape: buildShape(`(?:${SIDE} )?tuan ${WHICH}|${SIDE} tuan`), read: readWeek },
  // tháng này · cuối tháng sau · đầu tháng
  { shape: buildShape(`(?:${SIDE} )?thang ${WHICH}|${SIDE} thang(?! _?\\d| gieng| chap| muoi)`), read: (groups, today) => readPart(groups, today, 1) },
  { shape: buildShape(`${SIDE} thang_(?<month>\\d{1,2})(?:(?:_/_| nam )(?<year>20\\d\\d))?`), read: readSideOfMonth },
  // ngày 5 tháng sau · mùng năm tháng này
  { shape: buildShape(`(?:(?:ngay|hom) )?(?:ngay|mong|mung)_(?<date>\\d{1,2}|(?:hai |ba )?muoi(?: ${DIGIT})?|${DIGIT})_thang ${WHICH}`), read: readDayOfMonth },
  // hết T12 · cuối t12/2026 · hết quý IV
  { shape: buildShape(`${SIDE} t(?<month>1[0-2]|0?[1-9](?=_/_20\\d\\d))(?:_/_(?<year>20\\d\\d))?`), read: readSideOfMonth },
  { shape: buildShape(`${SIDE} quy_(?<quarter>[1-4]|i{1,3}|iv)(?:(?:_/_| nam )(?<year>20\\d\\d))?`), read: readSideOfQuarter },
  // quý này · cuối quý
  { shape: buildShape(`(?:${SIDE} )?quy ${WHICH}|${SIDE} quy(?! _?[\\div])`), read: (groups, today) => readPart(groups, today, 3) },
  // năm nay · cuối năm · năm ngoái
  { shape: buildShape(`(?:${SIDE} )?nam ${WHICH}|${SIDE} nam(?! _?\\d)`), read: (groups, today) => readPart(groups, today, 12) },
  // thứ sáu · t6 tuần sau · chủ nhật này · trước t4 (T10 to T12 are months)
  { shape: buildShape(`(?:ngay )?(?:${ORDINAL_NOUN}thu_(?<weekday>[2-7]|hai|ba|tu|nam|sau|bay)|t(?<short>[2-7])(?!_[/.-]_\\d)|(?<sunday>chu nhat|(?<![&/-])cn))(?: (?<week>nay|tuan nay|tuan sau|tuan toi|tuan truoc|tuan roi|toi|sap toi|sau|vua roi|vua qua|truoc|roi))?`), read: readWeekday },
  // t10 · t12/2026 · t6/2026
  { shape: buildShape('t(?<month>1[0-2]|0?[1-9](?=_/_20\\d\\d)|0[1-9]|[189])(?:_/_(?<year>20\\d\\d))?'), read: readShortMonth },
] // prettier-ignore

/** Times said from where the speaker stands, in folded text, left to right. */
export function findSpokenTimes(folded: string, today: Day): SpokenTime[] {
  const found = RULES.flatMap(({ shape, read }) =>
    [...folded.matchAll(shape)].flatMap((match) => {
      const meaning = read(match.groups ?? {}, today)
      return meaning ? [{ start: match.index, end: match.index + match[0].length, range: meaning.range, ...dayOf(meaning) }] : []
    }),
  )
  return keepLongest(found)
}

function dayOf({ range, day }: Meaning): { day?: Day } {
  const only = day ?? (range.from === range.to ? range.from : undefined)
  return only === undefined ? {} : { day: only }
}

function oneDay(day: Day): Meaning {
  return { range: { from: day, to: day }, day }
}

function reach(today: Day, unit: string | undefined, count: number): Day {
  if (unit === 'tuan') return addDays(today, 7 * count)
  const months = unit === 'thang' ? 1 : unit === 'quy' ? 3 : unit === 'nam' ? 12 : 0
  return months ? addMonths(today, months * count) : addDays(today, count)
}

function readAhead({ count, unit }: Groups, today: Day): Meaning | undefined {
  const number = count === 'vai' ? 3 : readNumber(count)
  if (number === undefined) return undefined
  const last = reach(today, unit, number)
  return { range: { from: today, to: last }, ...(count !== 'vai' && { day: last }) }
}

function readBehind({ count, unit }: Groups, today: Day): Meaning | undefined {
  const number = count === 'vai' ? 3 : readNumber(count)
  if (number === undefined) return undefined
  const first = reach(today, unit, -number)
  return { range: { from: first, to: today }, ...(count !== 'vai' && { day: first }) }
}

function shiftOf(which: string | undefined): number {
  if (which === undefined || which === 'nay' || which === 'hien tai') return 0
  return /^(?:sau|toi|ke tiep|tiep theo|tiep)$/.test(which) ? 1 : -1
}

function readWeek({ side, which }: Groups, today: Day): Meaning {
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * shiftOf(which))
  const sunday = addDays(monday, 6)
  const friday = addDays(monday, 4)
  if (side === 'dau') return { range: { from: monday, to: addDays(monday, 1) } }
  if (side === 'giua') return { range: { from: addDays(monday, 2), to: addDays(monday, 3) } }
  if (side === 'cuoi') return { range: { from: friday, to: sunday }, day: friday >= today ? friday : sunday }
  return { range: { from: monday, to: sunday }, ...(side === 'het' && { day: sunday }) }
}

/** A month, quarter or year: this one, the next, the last; or a side of it. */
function readPart({ side, which }: Groups, today: Day, months: number): Meaning {
  const [year, month] = shiftMonth(today, months * shiftOf(which))
  const first = Math.floor((month - 1) / months) * months + 1
  return takeSide(rangeOfMonths(year, first, months), side, months)
}

function takeSide(range: Range, side: string | undefined, months: number): Meaning {
  const month = range.from.slice(0, 8)
  if (side === undefined || side === 'het') return { range, ...(side && { day: range.to }) }
  if (months === 1) {
    if (side === 'dau') return { range: { from: range.from, to: `${month}10` } }
    if (side === 'giua') return { range: { from: `${month}11`, to: `${month}20` } }
    return { range: { from: `${month}21`, to: range.to }, day: range.to }
  }
  // The first and the last quarter of a year, the first and the last month of a quarter.
  const edge = months === 12 ? 3 : 1
  const [skipped, length] = side === 'dau' ? [0, edge] : side === 'giua' ? [edge, months - 2 * edge] : [months - edge, edge]
  const from = addMonths(range.from, skipped)
  const to = addDays(addMonths(from, length), -1)
  return { range: { from, to }, ...(side === 'cuoi' && { day: to }) }
}

function readSideOfMonth({ side, month, year }: Groups, today: Day): Meaning | undefined {
  const range = monthNear(Number(month), year, today)
  return range && takeSide(range, side, 1)
}

function readDayOfMonth({ date, which }: Groups, today: Day): Meaning | undefined {
  const day = isoDay(...shiftMonth(today, shiftOf(which)), readNumber(date) ?? 0)
  return day ? oneDay(day) : undefined
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

function readSideOfQuarter({ side, quarter = '', year }: Groups, today: Day): Meaning {
  const number = QUARTERS[quarter] ?? Number(quarter)
  return takeSide(rangeOfMonths(Number(year ?? today.slice(0, 4)), 3 * number - 2, 3), side, 3)
}

function readShortMonth({ month, year }: Groups, today: Day): Meaning | undefined {
  const range = monthNear(Number(month), year, today)
  return range && { range }
}

function monthNear(month: number, year: string | undefined, today: Day): Range | undefined {
  const thisYear = Number(today.slice(0, 4))
  const isBehind = month < Number(today.slice(5, 7)) - 5
  const chosen = year ? Number(year) : isBehind ? thisYear + 1 : thisYear
  return isoDay(chosen, month, 1) === undefined ? undefined : rangeOfMonths(chosen, month, 1)
}

const WEEKDAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }

/** The coming one, today included; "tuần sau" that of the next week, "vừa rồi" the last one behind. */
function readWeekday({ weekday, short, sunday, week }: Groups, today: Day): Meaning {
  const number = sunday ? 7 : (WEEKDAYS[weekday ?? ''] ?? Number(short ?? weekday) - 1)
  const monday = addDays(today, 1 - weekdayOf(today))
  if (week && /^tuan (?:sau|toi)$/.test(week)) return oneDay(addDays(monday, 6 + number))
  if (week && /^tuan (?:truoc|roi)$/.test(week)) return oneDay(addDays(monday, number - 8))
  if (week === 'tuan nay') return oneDay(addDays(monday, number - 1))
  const coming = addDays(today, (number - weekdayOf(today) + 7) % 7)
  return oneDay(week && /^(?:vua|truoc|roi)/.test(week) ? addDays(coming, -7) : coming)
}
