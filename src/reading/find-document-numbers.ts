import type { ReadingWords } from './lexicon.ts'

/** Số ký hiệu: a paper's number inside a text, spaces and line ends taken out: "264 -KH/TU" -> "264-KH/TU". */
export type FoundNumber = { readonly number: string; readonly start: number; readonly end: number }

const CODE = '(?:\\p{Lu}[\\p{L}&]*)'
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}/])\\d{1,5}[a-z]?\\s?(?:/\\s?(?:19|20)\\d{2}\\s?/\\s?${CODE}\\d{0,2}|[-–/]\\s?${CODE})(?:\\s?[-–/.]\\s?${CODE}\\d{0,2})*`,
  'gu',
)

/** All document numbers of a text, in order. */
export function findDocumentNumbers(text: string, words: ReadingWords): FoundNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const number = spellCodes(match[0].replace(/\s+/g, '').replace(/–/g, '-').replace(/[.-]$/, ''), words)
    return isDocumentNumber(number, words) ? [{ number, start: match.index, end: match.index + match[0].length }] : []
  })
}

// Copies without đ print QĐ as QD or QB; digits are never touched.
function spellCodes(number: string, { codeSpellings }: ReadingWords): string {
  return number.replace(/\p{Lu}[\p{L}]*/gu, (code) => codeSpellings[code] ?? code)
}

// After a hyphen only a known type or a second part proves a number: "111-TO CHUC" is a heading.
function isDocumentNumber(number: string, words: ReadingWords): boolean {
  const codes = number.replace(/^\d+[a-z]?[-/](?:\d{4}\/)?/, '')
  if (!/^\p{Lu}{2}|^\p{Lu}\p{L}?\p{Lu}|^TTg/u.test(codes)) return false
  return !/^\d+[a-z]?-/.test(number) || codes.includes('/') || typeCodeOf(number, words) !== undefined
}

/** The type code of a number: "KH" of 197/KH-UBND and of 264-KH/TU; undefined for letters such as 815/UBND. */
export function typeCodeOf(number: string, { types }: ReadingWords): string | undefined {
  const first = number.replace(/^\d+[a-z]?[-/](?:\d{4}[-/])?/, '').split(/[-/]/)[0] ?? ''
  if (types[first]) return first
  return /^QH\d+$/.test(first) ? 'QH' : undefined
}
