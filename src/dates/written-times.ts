import { buildShape } from './fold-for-dates.ts'
import { parseNumeral } from '../text/numerals.ts'

/** A single time as a text writes it; what is left out is null. */
export type SingleTime =
  | { readonly kind: 'day'; readonly day: number; readonly month: number | null; readonly year: number | null }
  | { readonly kind: 'month'; readonly month: number; readonly year: number | null }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number | null }
  | { readonly kind: 'half'; readonly half: 1 | 2; readonly year: number | null }
  | { readonly kind: 'year'; readonly year: number }

/** A time as a text writes it, before anything is known about what it is for; "current" is "năm nay", "trong tháng". */
export type WrittenTime =
  | SingleTime
  | { readonly kind: 'span'; readonly from: SingleTime; readonly to: SingleTime }
  | { readonly kind: 'current'; readonly unit: 'month' | 'quarter' | 'year' }

/** isBare: figures alone ("11/12", "12/2025"), which may be a count, a fraction or a section as well. */
export type FoundTime = { readonly time: WrittenTime; readonly start: number; readonly end: number; readonly isBare: boolean }

type Groups = Readonly<Record<string, string | undefined>>
type Rule = { readonly shape: RegExp; readonly isBare?: true; readonly read: (groups: Groups) => WrittenTime | undefined }

/** A number in figures or words, as a piece of a shape. */
const WORD = '(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)'
// "ngay sau", "ngay từ" and "ngày làm" are no days.
const DAY = `(?<day>\\d{1,2}(?!\\d)|(?!(?:lam|sau|tu)(?! thang))${WORD}(?: ${WORD}){0,2}?)(?:_\\([^)]{2,20}\\))?`
const MONTH = `(?<month>\\d{1,2}(?!\\d)|gieng|chap|${WORD}(?: ${WORD})?)(?:_\\([^)]{2,20}\\))?`
const YEAR = '(?<year>(?:19|20)\\d\\d(?!\\d))'
const BEFORE_DAY = '(?:ngay|mong|mung)(?: (?:mong|mung))?_'
const QUARTER_NUMBER = '[il1]{1,3}|[il1]v|[1-4]|mot|hai|ba|bon|tu'
const QUARTER = `(?<quarter>${QUARTER_NUMBER})`
const AND = '_(?:-|den(?: het)?|,|;|va|,_va)_'

/** A day of the lunar calendar, which tells no other day by itself. */
export const LUNAR_DAY = `(?:(?:ngay )?(?:mung|mong)_(?:\\d{1,2}|${WORD}(?: ${WORD})?)_tet|(?:(?:ngay|mung|mong)_)*(?:\\d{1,2}|ram)_thang_(?:gieng|chap)(?: am lich)?)`

const RULES: readonly Rule[] = [
  // mùng 5 Tết (ngày 21 tháng 02 năm 2026) · 21 tháng Chạp (08/02/2026)
  {
    shape: buildShape(
      `${LUNAR_DAY}(?: [^().;:,]{1,20})?_\\((?:tuc )?(?:la )?(?:ngay_)?(?<day>\\d{1,2})(?:_[/.-]_|_thang_)(?<month>\\d{1,2})(?:_[/.-]_|,? nam )${YEAR}_\\)`,
    ),
    read: readDay,
  },
  // ngày 05/11/2024 · 5-11-2024 · 05.11.2024 · 30/11 năm 2025
  { shape: buildShape(`(?:${BEFORE_DAY})?(?<day>\\d{1,2})_[/.-]_(?<month>\\d{1,2})(?:_[/.-]_|,? nam )${YEAR}`), read: readDay },
  // ngày 30 tháng 11 năm 2025 · ngày 05 tháng 12/2025 · ngày mười lăm tháng mười hai · mùng 3 tháng giêng
  { shape: buildShape(`${BEFORE_DAY}${DAY}_[/,]?_thang_(?!sau(?! nam))${MONTH}(?:(?:,? nam |_[/.-]_)${YEAR})?`), read: readDay },
  // 30 tháng 11 năm 2025
  { shape: buildShape(`(?<day>\\d{1,2})_thang_(?<month>\\d{1,2})(?:,? nam |_[/.-]_)${YEAR}`), read: readDay },
  // 30 tháng 11 · mười lăm tháng mười hai
  {
    shape: buildShape(`(?<day>\\d{1,2}|(?:hai |ba )?muoi(?: ${WORD})?)_thang_(?!sau(?! nam))${MONTH}(?!_(?:ngay|thang))`),
    isBare: true,
    read: readDay,
  },
  // ngày 11/12
  { shape: buildShape(`${BEFORE_DAY}(?<day>\\d{1,2})_[/-]_(?<month>\\d{1,2})`), read: readDay },
  // 11/12
  { shape: buildShape(`(?<day>\\d{1,2})_[/]_(?<month>\\d{1,2})`), isBare: true, read: readDay },
  // ngày 15 · mùng năm
  { shape: buildShape(`${BEFORE_DAY}${DAY}`), read: readDay },
  // tháng 10 năm 2023 · tháng 12/2025 · tháng 12 (without accents "thang sau" is the next month)
  { shape: buildShape(`thang_(?:thu )?(?!sau(?! nam))${MONTH}(?:(?:,? nam |_[/.-]_)${YEAR})?`), read: readMonth },
  // 12/2025
  { shape: buildShape(`(?<month>\\d{1,2})_/_${YEAR}`), isBare: true, read: readMonth },
  // quý IV năm 2025 · Quý II/2026 · quý 4 · Q4/2025
  { shape: buildShape(`(?:qu[yi]_|q_(?=\\d))${QUARTER}(?:(?:,? nam |_-_nam |_[/.,-]_| )${YEAR})?`), read: readQuarter },
  // 6 tháng đầu năm 2026 · sáu tháng cuối năm · nửa đầu năm 2026
  { shape: buildShape(`(?:0?6_(?:t|thang)|sau thang|nua) (?<half>dau|cuoi)(?: (?:cua )?nam)?(?: ${YEAR})?`), read: readHalf },
  // 2026-2027 · năm 2025 - 2030 · các năm 2026, 2027, 2028 · năm 2025 và năm 2026
  {
    shape: buildShape(
      `(?<![/-]_)(?:(?:cac )?nam_)?(?<from>20\\d\\d)(?:_,_(?:nam_)?20\\d\\d)*_(?:-|,|;|va|,_va)_(?:nam_)?(?<to>20\\d\\d)(?!_[/-])`,
    ),
    read: readYears,
  },
  // tháng 11, 12/2025 · tháng 11 và tháng 12 năm 2025 · tháng 11 - 12/2025
  {
    shape: buildShape(
      `(?:cac )?thang_(?<from>\\d{1,2})(?:_,_(?:thang_)?\\d{1,2})*${AND}(?:thang_)?(?<month>\\d{1,2})(?:(?:,? nam |_[/.-]_)${YEAR}|(?!_[\\d/-]))`,
    ),
    read: readMonths,
  },
  // Quý III, IV/2026 · Quý I - Quý II/2026
  {
    shape: buildShape(
      `quy_(?<from>${QUARTER_NUMBER})(?:_,_(?:quy_)?(?:${QUARTER_NUMBER}))*${AND}(?:quy_)?${QUARTER}(?:(?:,? nam |_[/.,-]_| )${YEAR})?`,
    ),
    read: readQuarters,
  },
  // 9 tháng đầu năm 2026
  { shape: buildShape(`0?(?<month>[3-9]) thang dau nam(?: ${YEAR})?`), read: (groups) => readMonths({ ...groups, from: '1' }) },
  // năm 2030
  { shape: buildShape(`nam_${YEAR}`), read: ({ year }) => ({ kind: 'year', year: Number(year) }) },
  { shape: buildShape(`${YEAR}(?!_[/-])`), isBare: true, read: ({ year }) => ({ kind: 'year', year: Number(year) }) },
  // trong năm nay · trong tháng
  {
    shape: buildShape(
      '(?:trong |het )?(?<unit>nam|quy|thang) nay|(?:trong|cuoi|het|giua) (?<unit>nam|quy|thang)(?=_(?:$|[.,;()]))',
    ),
    isBare: true,
    read: readCurrent,
  },
]

/** Every time written in folded text, left to right; of two that overlap the longer one stands. */
export function findWrittenTimes(folded: string): FoundTime[] {
  const found = RULES.flatMap(({ shape, isBare = false, read }) =>
    [...folded.matchAll(shape)].flatMap((match) => {
      const time = read(match.groups ?? {})
      return time ? [{ time, start: match.index, end: match.index + match[0].length, isBare }] : []
    }),
  )
  return joinSpans(folded, keepLongest(found))
}

/** Of overlapping finds the longest stands, of equally long ones the first named; in the order of the text. */
export function keepLongest<Span extends { readonly start: number; readonly end: number }>(found: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

/** A number in figures or in spoken words. */
export function readNumber(written: string | undefined): number | undefined {
  if (!written) return undefined
  if (/^\d+$/.test(written)) return Number(written)
  const digits = parseNumeral(written)
  return digits === undefined ? undefined : Number(digits)
}

function readDay({ day: dayWords, month: monthWords, year }: Groups): WrittenTime | undefined {
  const day = readNumber(dayWords)
  const month = monthWords === undefined ? null : readMonthNumber(monthWords)
  if (day === undefined || day < 1 || day > 31 || month === undefined) return undefined
  return { kind: 'day', day, month, year: year ? Number(year) : null }
}

function readMonth({ month: words, year }: Groups): WrittenTime | undefined {
  const month = readMonthNumber(words)
  return month === undefined ? undefined : { kind: 'month', month, year: year ? Number(year) : null }
}

function readMonthNumber(words: string | undefined): number | undefined {
  const month = words === 'gieng' ? 1 : words === 'chap' ? 12 : readNumber(words)
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined
}

/** Roman figures come from the scanner as I, l and 1 alike. */
function readQuarter({ quarter: written = '', year }: Groups): Extract<SingleTime, { kind: 'quarter' }> {
  const quarter = /^[il1]v$/.test(written) ? 4 : /^[il1]*[il][il1]*$|^11+$/.test(written) ? written.length : readNumber(written)
  return { kind: 'quarter', quarter: quarter ?? 1, year: year ? Number(year) : null }
}

function readHalf({ half, year }: Groups): WrittenTime {
  return { kind: 'half', half: half === 'dau' ? 1 : 2, year: year ? Number(year) : null }
}

function readYears({ from, to }: Groups): WrittenTime | undefined {
  if (Number(from) >= Number(to)) return undefined
  return { kind: 'span', from: { kind: 'year', year: Number(from) }, to: { kind: 'year', year: Number(to) } }
}

function readMonths({ from, month: last, year: written }: Groups): WrittenTime | undefined {
  const [first, month] = [readMonthNumber(from), readMonthNumber(last)]
  const year = written ? Number(written) : null
  if (first === undefined || month === undefined || first >= month) return undefined
  return { kind: 'span', from: { kind: 'month', month: first, year }, to: { kind: 'month', month, year } }
}

function readQuarters({ from, ...last }: Groups): WrittenTime | undefined {
  const to = readQuarter(last)
  const first = readQuarter({ ...last, quarter: from })
  return first.quarter < to.quarter ? { kind: 'span', from: first, to } : undefined
}

const CURRENT: Readonly<Record<string, 'month' | 'quarter' | 'year'>> = { thang: 'month', quy: 'quarter', nam: 'year' }

function readCurrent({ unit }: Groups): WrittenTime {
  return { kind: 'current', unit: CURRENT[unit ?? ''] ?? 'year' }
}

const UP_TO = /^\s*,?\s*(?:den(?:\s+het)?|toi|-)\s*$/
const BOTH = /^\s*,?\s*va\s*$/

/** "từ ngày 01 đến ngày 15/12/2025" is one time; what the first leaves out is that of the second. */
function joinSpans(folded: string, times: readonly FoundTime[]): FoundTime[] {
  const joined: FoundTime[] = []
  for (const found of times) {
    const before = joined.at(-1)
    const time = before && isSpan(folded, before, found) ? readSpan(before.time, found.time) : undefined
    if (before && time) joined.splice(-1, 1, { time, start: before.start, end: found.end, isBare: false })
    else joined.push(found)
  }
  return joined
}

function isSpan(folded: string, from: FoundTime, to: FoundTime): boolean {
  const gap = folded.slice(from.end, to.start)
  const areYears = from.time.kind === 'year' && to.time.kind === 'year'
  if (BOTH.test(gap)) return areYears || (isDatedPart(from.time) && isDatedPart(to.time))
  return UP_TO.test(gap) && (areYears || gap.includes('-') || /(?:^|\s)tu\s*$/.test(folded.slice(0, from.start)))
}

function isDatedPart(time: WrittenTime): boolean {
  return (time.kind === 'month' || time.kind === 'quarter') && time.year !== null
}

function readSpan(from: WrittenTime, to: WrittenTime): WrittenTime | undefined {
  if (from.kind === 'span' || from.kind === 'current' || to.kind === 'span' || to.kind === 'current') return undefined
  if (from.kind === 'year') return { kind: 'span', from, to }
  const year = from.year ?? to.year
  if (from.kind !== 'day') return { kind: 'span', from: { ...from, year }, to }
  return { kind: 'span', from: { ...from, year, month: from.month ?? ('month' in to ? to.month : null) }, to }
}
