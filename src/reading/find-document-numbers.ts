/** Số ký hiệu: a paper's number inside a text, spaces and line ends taken out: "264 -KH/TU" -> "264-KH/TU". */
export type FoundNumber = { readonly number: string; readonly start: number; readonly end: number }

const CODE = '(?:\\p{Lu}[\\p{L}&]*)'
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}/])\\d{1,5}[a-z]?\\s?(?:/\\s?(?:19|20)\\d{2}\\s?/\\s?${CODE}|[-–/]\\s?${CODE})(?:\\s?[-–/.]\\s?${CODE}\\d{0,2})*`,
  'gu',
)

/** All document numbers of a text, in order. */
export function findDocumentNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const number = match[0].replace(/\s+/g, '').replace(/–/g, '-').replace(/[.-]$/, '')
    return isDocumentNumber(number) ? [{ number, start: match.index, end: match.index + match[0].length }] : []
  })
}

// At least one code of two capitals, and not a mere unit as in "10/Ngày".
function isDocumentNumber(number: string): boolean {
  const codes = number.replace(/^\d+[a-z]?[-/](?:\d{4}\/)?/, '')
  return /^\p{Lu}{2}|^\p{Lu}\p{L}?\p{Lu}|^TTg/u.test(codes)
}

/** The type code of a number: "KH" of 197/KH-UBND and of 264-KH/TU; undefined for letters such as 815/UBND. */
export function typeCodeOf(number: string, codes: readonly string[]): string | undefined {
  const first = number.replace(/^\d+[a-z]?[-/](?:\d{4}[-/])?/, '').split(/[-/]/)[0] ?? ''
  return codes.find((code) => code === first) ?? (/^QH\d+$/.test(first) ? 'QH' : undefined)
}
