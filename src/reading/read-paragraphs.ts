import { fold } from '../text/fold.ts'
import { isBullet, isMarkAlone, matchMark, type Mark } from './match-mark.ts'
import type { Line } from './read-lines.ts'

/** Đoạn: a paragraph put together again from its lines. */
export type Paragraph = {
  readonly mark: Mark | undefined
  /** Without the mark, lines joined with spaces. */
  readonly text: string
  readonly first: number
  readonly last: number
  /** Restoring changed one of its lines. */
  readonly isDamaged: boolean
  /** Where in the text each line begins. */
  readonly starts: readonly { readonly line: number; readonly at: number }[]
}

// A sentence goes on behind these, whatever the next line begins with.
const JOINING = /(?:,|\s(?:va|cua|cac|cho|voi|theo|tai|den|do|bang|nhung|duoc|giao|thuoc|doi voi|de nghi|yeu cau))$/
// With which the closing demand of a paper begins, also right below its last item.
const DEMAND =
  /^(?:=>|→|➔)|^(?:co quan|don vi|thoi gian|thoi han|chu tri|phoi hop|hoan thanh|san pham|tien do)[^.;:]{0,30}:|^(?:yeu cau|de nghi|kinh de nghi|tren day la|trong qua trinh|nhan duoc|(?:chu tich|thu tuong|ubnd|uy ban nhan dan|ban thuong vu|so|bo)\s[^.;:]{2,50}\s(?:yeu cau|de nghi|giao))\s/
// "Cơ quan phối hợp: Sở Y tế;" goes on with the next of them.
const LISTS_UNITS = /^\W*(?:co quan|don vi)[^:;.]{0,40}:/
// "- Thời gian thực hiện:" whose value wrapped to the next line.
const LABEL_ALONE =
  /^(?:[-–+•*]|[a-z]\))?\s*(?:noi dung|co quan|don vi|thoi gian|thoi han|chu tri|phoi hop|hoan thanh|san pham|tien do|ket qua|kinh phi)[^.;:]{0,40}:$/
const HANGING =
  /(?:[,–-]|\s(?:va|cua|cac|ve|cho|voi|trong|tai|theo|la|tu|den|do|bang|nhung|mot|ban|bo|uy|tinh|huyen|xa|phuong|thanh|dang|nha|phong|hoi|chu|nghi|ket|ke|cong|so|ngay|thang|nam|trung|uy ban|nghi quyet|ke hoach|van|thong))$/

export type Style = {
  readonly width: number
  readonly hasShortFirstLines: boolean
  readonly isWrapped: boolean
  readonly hasBlanks: boolean
}

/** Puts paragraphs together again over hard wraps, page breaks and blank lines inside sentences. A part of a paper is wrapped as all of it is. */
export function readParagraphs(lines: readonly Line[], style: Style = measureStyle(lines)): Paragraph[] {
  const groups: Line[][] = []
  let isAfterBlank = true
  for (const line of lines) {
    if (!line.text) {
      isAfterBlank = true
      continue
    }
    const group = groups.at(-1)
    if (!group || startsParagraph(line, group, isAfterBlank, style)) groups.push([line])
    else group.push(line)
    isAfterBlank = false
  }
  return groups.map(joinLines)
}

/** How the lines of a paper are wrapped. */
export function measureStyle(lines: readonly Line[]): Style {
  const lengths = lines.flatMap(({ text }) => (text ? [text.length] : [])).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 80
  let short = 0
  let wraps = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (!line.text || !next?.text || !/^\p{Ll}/u.test(next.text) || isTerminated(line.text)) continue
    wraps += 1
    if (line.text.length < width * 0.6) short += 1
  }
  const isWrapped = width < 160 && wraps > lengths.length * 0.08
  return { width, isWrapped, hasBlanks: hasBlanksBetween(lines), hasShortFirstLines: short >= 4 && short > wraps * 0.04 }
}

// Whether blank lines stand between the paragraphs of this paper.
function hasBlanksBetween(lines: readonly Line[]): boolean {
  const marked = lines.filter(({ text }, index) => index > 0 && text !== '' && matchMark(text) !== undefined)
  return (
    marked.length > 0 &&
    marked.filter(({ number }) => lines[number - lines[0]!.number - 1]?.text === '').length > marked.length * 0.6
  )
}

function startsParagraph(line: Line, group: readonly Line[], isAfterBlank: boolean, style: Style): boolean {
  const last = group.at(-1)!
  const previous = last.text
  if (line.text.startsWith('|') || previous.startsWith('|')) return true
  if (group.length === 1 && isMarkAlone(previous)) return false
  const mark = matchMark(line.text)
  if (mark) return isPlausibleMark(mark, previous, isAfterBlank) && !(isMisreadMark(line) && isOpen(previous, isAfterBlank))
  if (/^\p{Ll}|^[,;.)”"]|^\(\p{Ll}/u.test(line.text)) return isAfterBlank && /[.!?]["”]?$|\.\/\.?$/.test(previous)
  if (isAfterBlank) return !goesOnBehindBlank(last, line, style)
  return !goesOnInList(previous, group) && startsBehindLine(line, group, style)
}

function goesOnInList(previous: string, group: readonly Line[]): boolean {
  return previous.endsWith(';') && LISTS_UNITS.test(fold(group[0]!.text))
}

// "3," is what a scan makes of "3.", or goes on with "ngày 1, 2," of the line before.
function isMisreadMark({ text }: Line): boolean {
  return /^\d{1,2}[;,]/.test(text)
}

function isOpen(previous: string, isAfterBlank: boolean): boolean {
  return !isAfterBlank && !isTerminated(previous)
}

function startsBehindLine(line: Line, group: readonly Line[], style: Style): boolean {
  const previous = group.at(-1)!.text
  return endsHeading(line, group) || (!LABEL_ALONE.test(fold(previous)) && breaksBetween(previous, line.text, style))
}

// The sentence runs over a page break.
function goesOnBehindBlank({ text, endsBold }: Line, next: Line, style: Style): boolean {
  return !isTerminated(text) && !endsBold && isFullLine(text, next.text, style) && isHanging(text)
}

// "**3. Về vật liệu xây dựng**", then plain text.
function endsHeading(line: Line, group: readonly Line[]): boolean {
  const last = group.at(-1)!
  const mark = matchMark(group[0]!.text)
  return last.endsBold && !line.startsBold && mark !== undefined && mark.rest !== '' && !isHanging(last.text)
}

// A mark in the middle of a sentence is a dash or a number that wrapped to the line start.
function isPlausibleMark(mark: Mark, previous: string, isAfterBlank: boolean): boolean {
  if (isTerminated(previous) || /^\p{Lu}|^["“”'‘(]/u.test(mark.rest)) return true
  // "- 100% hồ sơ" is an item, "2025" / "- 2030" a period that wrapped.
  if (isBullet(mark.style) && /^\d/.test(mark.rest) && /\p{L}$/u.test(previous)) return true
  return isAfterBlank && !/[,–-]$/.test(previous)
}

function breaksBetween(previous: string, next: string, style: Style): boolean {
  if (isCapitals(previous) !== isCapitals(next)) return true
  if (isCapitals(previous)) return false
  if (!style.isWrapped) return true
  const fits = previous.length + 1 + next.split(' ')[0]!.length <= style.width
  if (isTerminated(previous)) return DEMAND.test(fold(next)) || (fits && (!style.hasBlanks || previous.length < style.width * 0.75))
  if (goesOn(previous) || /^\d/.test(next)) return false
  return !style.hasShortFirstLines && fits && previous.length < style.width * 0.7
}

function goesOn(text: string): boolean {
  return JOINING.test(fold(text)) || NAME_BEGUN.test(text)
}

function isFullLine(previous: string, next: string, style: Style): boolean {
  return style.isWrapped && previous.length + 1 + next.split(' ')[0]!.length > style.width * 0.92
}

function isTerminated(text: string): boolean {
  return /[.;:!?…]["”’)\]]*$|\/\.?$/.test(text)
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return (
    (letters.length > 5 || text.includes(' ')) &&
    letters.length > 1 &&
    letters.replace(/\p{Ll}/gu, '').length >= letters.length * 0.9
  )
}

// "… các sở, ban, ngành, Ban" / "Quản lý Khu kinh tế tỉnh"
const NAME_BEGUN = /\s(?:Ban|Sở|Bộ|Ủy|Uỷ|Cục|Phòng|Trung|Công|Liên|Văn)$/u

// Words that no paragraph ends with: the sentence goes on behind the page break.
function isHanging(text: string): boolean {
  return HANGING.test(` ${fold(text)}`)
}

function joinLines(group: readonly Line[]): Paragraph {
  const [head, ...tail] = group
  const isAlone = isMarkAlone(head!.text) && tail.length > 0
  const first = isAlone ? `${head!.text} ${tail[0]!.text}` : head!.text
  const rest = isAlone ? tail.slice(1) : tail
  const mark = matchMark(first)
  let text = mark ? mark.rest : first
  const starts = [{ line: isAlone ? tail[0]!.number : head!.number, at: 0 }]
  for (const line of rest) {
    text += ' '
    starts.push({ line: line.number, at: text.length })
    text += line.text
  }
  return { mark, text, first: head!.number, last: group.at(-1)!.number, isDamaged: group.some((line) => line.isDamaged), starts }
}
