import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import type { ReadingWords } from './lexicon.ts'
import { recase } from './recase.ts'

/** Trích yếu: the title as printed, and what the paper is about without "V/v" or whose plan it is. */
export type Title = { readonly title: string | null; readonly subject: string | null }

const LETTER_CUE = /^[("“]*v\s*\/\s*v\b/
const ADDRESSED = /^\W*kinh gui/
// What may stand beside or below a letter's "V/v" at the head of the page.
const HEAD_LINE =
  /cong hoa xa|chu nghia viet nam|doc lap\s*-|dang cong san|^\W*so\s*:?\s*\d+\s*[-/]|,\s*ngay\s*\S{0,4}\s*thang\s*\S{0,3}\s*nam\s*\d{4}$|^[^,.;]{5,60}\sdien\s*:$/

// Who decides stands below the title of a decision.
const AUTHORITY =
  /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|chu tich|thu tuong|bo truong|giam doc|tong giam doc|cuc truong|ban thuong vu|ban chap hanh|truong ban|chanh an|vien truong|hieu truong)\b/

// With which the text below a title in plain letters begins.
const OPENING = /^(?:Thực hiện|Căn cứ|Triển khai thực hiện|Để |Nhằm |Ngày \d|Thời gian qua|Trong thời gian qua|Hiện nay|Theo )/u

/** Reads the title below the type line, or after "V/v" in a letter. */
export function readTitle(head: readonly string[], body: string, words: ReadingWords): Title {
  const types = new Set(Object.values(words.types).map((type) => fold(type)))
  const typeAt = head.findIndex((line, index) => types.has(fold(line)) && (line === line.toUpperCase() || head[index - 1] === ''))
  const from = typeAt >= 0 ? typeAt + 1 : head.findIndex((line) => LETTER_CUE.test(fold(line)))
  if (from < 0) return { title: null, subject: null }
  const lines = collectLines(head.slice(from, findAuthority(head, from)))
  const text = lines.join(' ')
  if (!text) return { title: null, subject: null }
  const cased = normalize(
    isShouted(text)
      ? recase(text, body)
      : lines.map((line) => (isShouted(line) && lines.length > 1 ? lowerFirst(recase(line, body)) : line)).join(' '),
  )
  const type = typeAt >= 0 && /^cua\s/.test(fold(cased)) ? `${sentenceCase(head[typeAt]!)} ` : ''
  const subject = (type ? lines.slice(1).join(' ') : cased).replace(/^[("“]*v\s*\/\s*v\s*:?\s*/i, '').trim()
  return { title: `${type}${cased}`, subject: subject || null }
}

// "BỘ TRƯỞNG BỘ NỘI VỤ" above "Căn cứ …"
function findAuthority(head: readonly string[], from: number): number {
  const at = head.findIndex((line, index) => {
    if (index <= from || !isShouted(line) || !AUTHORITY.test(fold(line))) return false
    return /^[*(]?(?:can cu|xet|theo de nghi)\b/.test(fold(head.slice(index + 1).find(Boolean) ?? ''))
  })
  return at < 0 ? head.length : at
}

function collectLines(head: readonly string[]): string[] {
  const lines: string[] = []
  for (const [index, line] of head.entries()) {
    const next = head.slice(index).find(Boolean) ?? ''
    if (
      lines.length > 14 ||
      ADDRESSED.test(fold(next)) ||
      HEAD_LINE.test(fold(next)) ||
      (lines.length > 0 && endsTitle(lines, line, next))
    )
      break
    if (line) lines.push(line)
  }
  return lines
}

function endsTitle(lines: readonly string[], line: string, next: string): boolean {
  const areCapitals = lines.every(isShouted)
  if (line) return endsAtLine(line, areCapitals, lines.at(-1)!)
  if (areCapitals && isShouted(next)) return AUTHORITY.test(fold(next))
  return !/^\p{Ll}/u.test(next)
}

// Right below a title, without a blank line: the text, or who decides.
function endsAtLine(line: string, areCapitals: boolean, previous: string): boolean {
  if (OPENING.test(line) && !/[,–-]$/.test(previous)) return true
  return areCapitals ? beginsText(line) : isShouted(line) && AUTHORITY.test(fold(line))
}

// Below a title in capitals the text begins, but "Kế hoạch số …" may still name what the title is about.
function beginsText(line: string): boolean {
  return !isShouted(line) && /^\p{Lu}/u.test(line) && !/^(?:Kế hoạch|Kết luận|Nghị quyết|Chỉ thị)/u.test(line)
}

function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters.replace(/\p{Ll}/gu, '').length >= letters.length * 0.85
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
