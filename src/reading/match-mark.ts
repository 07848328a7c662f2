import { isShouted } from './is-shouted.ts'

/** The ways in which sections and bullets are marked, outermost first. */
export type MarkStyle =
  | 'part'
  | 'chapter'
  | 'capital'
  | 'roman'
  | 'article'
  | 'item'
  | 'number'
  | 'paren'
  | 'letter'
  | 'dash'
  | 'plus'
  | 'dot'

/** Ký hiệu đầu mục: "II.", "3.2.", "a)", "-" at the start of a paragraph, and the text after it. */
export type Mark = { readonly style: MarkStyle; readonly value: string; readonly rest: string }

type Shape = { readonly style: MarkStyle; readonly shape: RegExp }

const SHAPES: readonly Shape[] = [
  {
    style: 'part',
    shape:
      /^(?:PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?([IVX]+|\d{1,2}|\p{L}+)\s*[.:\-–]?\s+(?=\S)|^(?:PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?([IVX]+|\d{1,2})\s*[.:]?$/u,
  },
  { style: 'chapter', shape: /^(?:CHƯƠNG|Chương|MỤC|Mục)\s+([IVX]+|\d{1,2})\s*[.:\-–]?\s*/u },
  // "Nhiệm vụ 1: …", "Nhóm nhiệm vụ 2. …"
  { style: 'item', shape: /^(?:Nhóm n|N|NHÓM N)(?:hiệm vụ|HIỆM VỤ)\s+(?:số\s+)?(\d{1,2}|[IVX]{1,4})\s*[.:\-–]\s*(?=\S)/u },
  { style: 'article', shape: /^(?:ĐIỀU|Điều)\s+(\d{1,3})\s*[.:]\s*/u },
  { style: 'roman', shape: /^([IVX]{1,5})\s*(?:[.)/]\s*[-–]?|[-–]{1,2}|:)\s*(?=\S)/ },
  { style: 'capital', shape: /^([A-HĐ])\s*[.)\-–]\s+(?=\p{Lu})/u },
  { style: 'number', shape: /^(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)\-–:]?\s*(?=[^\s\d])/ },
  { style: 'paren', shape: /^\(?(\d{1,2})\)\s*(?=\S)/ },
  { style: 'number', shape: /^(\d{1,2})\s*(?:\.\s*|[-–]\s+|\/\s+|[-–](?=\p{Lu}\p{Ll}))(?=[^\s\d])/u },
  // "3;" and "3," are what scanners make of "3."
  { style: 'number', shape: /^(\d{1,2})[;,]\s+(?=\p{Lu}\p{L}*\s+\p{L})/u },
  { style: 'letter', shape: /^\(?([a-zđ])\s*[.)]\s*(?=\S)/ },
  // The letter itself is lost: its place in the sequence tells it.
  { style: 'letter', shape: /^()\)\s+(?=\p{Lu})/u },
  { style: 'letter', shape: /^([a-zđ])[-–/]\s*(?=\p{Lu})/u },
  { style: 'dash', shape: /^[-–—−~]\s*(?=[^\s\-–—])/ },
  { style: 'plus', shape: /^\+\s*(?=\S)/ },
  { style: 'dot', shape: /^[•·●▪■○◦*►➢✓]\s*(?=\S)/ },
]

const MARK_ALONE =
  /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])\s*[.)]$|^(?:phần|chương|mục)\s+(?:thứ\s+)?(?:[IVX]{1,5}|\d{1,2}|\p{L}{2,4})\s*[.:]?$/iu

/** The mark that a line starts with, if it starts with one. */
export function matchMark(text: string): Mark | undefined {
  const misread = matchMisreadRoman(text)
  if (misread) return misread
  for (const { style, shape } of SHAPES) {
    const match = shape.exec(text)
    if (!match || isNumberOfPaper(text)) continue
    return { style, value: match[1] ?? match[2] ?? '', rest: text.slice(match[0].length) }
  }
  return undefined
}

// "IL.", "Il.", "Iv.", "I1-", "111-" before a heading in capitals.
function matchMisreadRoman(text: string): Mark | undefined {
  const match = /^([IVXLTivxl1|]{1,5})\s*[.,;:\-–]\s*(?=\S)/.exec(text)
  const value = match?.[1]!.toUpperCase().replace(/[LT1|]/g, 'I') ?? ''
  if (!match || /^1{1,2}$|^T$|^T[ML]$/.test(match[1]!) || !/^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV)$/.test(value)) return undefined
  const rest = text.slice(match[0].length)
  return isShouted(rest) ? { style: 'roman', value, rest } : undefined
}

/** "1." on a line of its own, its text on the next. */
export function isMarkAlone(text: string): boolean {
  return MARK_ALONE.test(text)
}

/** Bullets mark paragraphs but name no section. */
export function isBullet(style: MarkStyle): boolean {
  return style === 'dash' || style === 'plus' || style === 'dot'
}

// "57-KL/TW" or "03 - NQ/TU" at the start of a line is a paper's number, not item 57.
function isNumberOfPaper(text: string): boolean {
  return /^\d{1,5}\s*[-–]\s*\p{Lu}[\p{L}]{0,5}\s*\/\s*\p{Lu}/u.test(text)
}
