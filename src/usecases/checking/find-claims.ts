import { fold } from '../../text/fold.ts'

/** Something in a text that is true or false: a day, a document number, or an amount with its unit; the key is the same however it is written. */
export type Claim = {
  readonly kind: 'day' | 'document' | 'amount'
  readonly key: string
  readonly words: string
  readonly end: number
}

type Rule = { readonly kind: Claim['kind']; readonly shape: string; readonly read: (parts: readonly string[]) => string }

const QUARTERS: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }
const YEAR = '((?:19|20)\\d\\d)(?!\\d)'

// Shapes see folded text; the first that fits at a place wins, so the longer ways of writing stand first.
const RULES: readonly Rule[] = [
  // ngày 05/11/2024 · 5-11-2024 · 5. 11. 2024
  {
    kind: 'day',
    shape: `(?:ngay\\s+)?(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?${YEAR}`,
    read: ([day, month, year]) => keyOf(year, month, day),
  },
  // 2026-11-21
  { kind: 'day', shape: `${YEAR}-(\\d\\d)-(\\d\\d)`, read: ([year, month, day]) => keyOf(year, month, day) },
  // ngày 05 tháng 11 năm 2024 · ngày 2/ tháng 3
  {
    kind: 'day',
    shape: `ngay\\s+(\\d{1,2})\\s?/?\\s*thang\\s+(\\d{1,2})(?:\\s?/?\\s*nam\\s+${YEAR})?`,
    read: ([day, month, year]) => keyOf(year, month, day),
  },
  // quý IV năm 2026 · quý 4/2026 · quý IV
  {
    kind: 'day',
    shape: `quy\\s+(iv|i{1,3}|[1-4])(?![a-z0-9])(?:(?:\\s+nam\\s+|\\s?[/.-]\\s?)${YEAR})?`,
    read: ([quarter = '', year]) => `${year ?? ''}-q${QUARTERS[quarter] ?? quarter}`,
  },
  // tháng 10 năm 2023 · tháng 10/2023 · 10/2023
  { kind: 'day', shape: `thang\\s+(\\d{1,2})(?:\\s+nam\\s+|\\s?[/.-]\\s?)${YEAR}`, read: ([month, year]) => keyOf(year, month) },
  { kind: 'day', shape: `(\\d{1,2})\\s?/\\s?${YEAR}`, read: ([month, year]) => keyOf(year, month) },
  // 20/11: a day without its year, or so many out of so many
  {
    kind: 'day',
    shape: `(?:ngay\\s+)?(\\d{1,2})\\s?/\\s?(\\d{1,2})(?![\\d/])`,
    read: ([day, month]) => keyOf(undefined, month, day),
  },
  // tháng 10 · ngày 25
  { kind: 'day', shape: `thang\\s+(\\d{1,2})(?![\\d])`, read: ([month]) => keyOf(undefined, month) },
  { kind: 'day', shape: `ngay\\s+(\\d{1,2})(?![\\d])`, read: ([day]) => keyOf(undefined, undefined, day) },
  // 60 % · 5 ngày làm việc · 1.200 hộ
  {
    kind: 'amount',
    shape: `(\\d+(?:[.,]\\d+)*)\\s?(%|phan tram|ngay lam viec|ngay|tuan|thang|quy|nam|gio|luot viec|viec|nhiem vu|van ban|don vi|nguoi|trieu|ty|dong)(?![a-z])`,
    read: ([number, unit]) => `${number} ${unit}`,
  },
  // 2030
  { kind: 'day', shape: YEAR, read: ([year]) => `${year}` },
]

const COUNTS = RULES.map(({ shape }) => 1 + (shape.match(/\((?!\?)/g)?.length ?? 0))
const CLAIM = new RegExp(`(?<![a-z0-9])(?:${RULES.map(({ shape }) => `(${shape})`).join('|')})`, 'g')

// 197/KH-UBND · 264 -KH/TU · 72/2025/QH15 · 815/UBND: letters of a number are capitals.
const DOCUMENT =
  /(?<![\p{L}\p{N}])\d{1,5}[a-z]?\s?(?:[/–-](?:19|20)\d\d)?[/–-]\p{Lu}[\p{L}&]*\d{0,2}(?:[-–/.]\p{Lu}[\p{L}&]*\d{0,2})*/gu

/** Every claim of an NFC text. */
export function findClaims(text: string, folded = fold(text)): Claim[] {
  const documents = [...text.matchAll(DOCUMENT)].map(({ 0: words, index }): Claim => {
    const key = fold(words).replaceAll(/\s/g, '').replaceAll('–', '-')
    return { kind: 'document', key, words, end: index + words.length }
  })
  let rest = folded
  for (const { words, end } of documents) rest = rest.slice(0, end - words.length) + ' '.repeat(words.length) + rest.slice(end)
  return [...documents, ...findTimes(text, rest)]
}

function findTimes(text: string, folded: string): Claim[] {
  return [...folded.matchAll(CLAIM)].map((match) => {
    let group = 1
    const index = RULES.findIndex((_, at) => {
      if (match[group] !== undefined) return true
      group += COUNTS[at] ?? 0
      return false
    })
    const rule = RULES[index]
    if (!rule) throw new Error('a match belongs to one of the rules')
    const end = match.index + match[0].length
    const key = rule.read(match.slice(group + 1, group + (COUNTS[index] ?? 0)))
    return { kind: rule.kind, key, words: text.slice(match.index, end), end }
  })
}

/** A day of a row, with everything that may be said of it in part: its month, its year, its day without the year. */
export function listDayKeys(key: string): string[] {
  const [year = '', month = '', day = ''] = key.split('-')
  if (month.startsWith('q')) return [key, `-${month}`, year]
  return [key, `${year}-${month}`, year, `-${month}-${day}`, `-${month}`, `--${day}`].filter((part) => /\d$/.test(part))
}

function keyOf(year: string | undefined, month: string | undefined, day?: string): string {
  const parts = [year ?? '', pad(month), pad(day)]
  while (parts.at(-1) === '') parts.pop()
  return parts.join('-')
}

function pad(number: string | undefined): string {
  return number?.padStart(2, '0') ?? ''
}
