import { fold } from '../text/fold.ts'

/** One line of the paper: restored and freed of Markdown, with its place in the source. */
export type Line = {
  /** 1-based. */
  readonly number: number
  /** Clean restored text; "" for blank lines, rules and page numbers. */
  readonly text: string
  /** The text as it stands side by side, cut at wide gaps: "- Lưu: VT." and the signer's name. */
  readonly columns: readonly string[]
  /** Trimmed as restored: also a lone number, which is a page's or a table row's. */
  readonly printed: string
  /** Offsets of the whole line in the source, line break excluded. */
  readonly start: number
  readonly end: number
  /** Markdown opens a bold run at the start of the line, closes one at its end. */
  readonly startsBold: boolean
  readonly endsBold: boolean
  /** Only a "|": one cell of a flattened table ends, the next begins. */
  readonly isCellBreak: boolean
  /** Restoring changed the line. */
  readonly isDamaged: boolean
}

const PAGE_FURNITURE =
  /^(?:[-–—_=.*~\s|]+|[-–—]?\s*\d{1,3}\s*[-–—]?|(?:trang|page)\s*\d{1,3}(?:\s*\/\s*\d{1,3})?|\d{1,3}\s*\|\s*page)$/

/** The lines of a paper; source and restored text must have as many lines as each other. */
export function readLines(source: string, restored: string): Line[] {
  const sources = source.split('\n')
  const texts = restored.split('\n')
  if (sources.length !== texts.length) throw new Error(`source has ${sources.length} lines, restored text ${texts.length}`)
  let start = 0
  return sources.map((line, index) => {
    const end = start + line.length
    const isDamaged = texts[index] !== line
    const restored = isDamaged ? cleanSpecks(texts[index]!) : texts[index]!
    const text = keepMark(stripMarkdown(line), stripMarkdown(restored))
    const read = {
      number: index + 1,
      text,
      columns: listColumns(restored),
      printed: restored.trim(),
      start,
      end,
      startsBold: /^\s*\*\*/.test(texts[index]!),
      endsBold: /\*\*\s*$/.test(texts[index]!),
      isCellBreak: texts[index]!.trim() === '|',
      isDamaged,
    }
    start = end + 1
    return read
  })
}

// Specks of dust: "cơ’ quan", a lone "|" inside a line; "SOTài chính" for "Sở Tài chính".
function cleanSpecks(line: string): string {
  const bare = line
    .replace(/(?<!\p{L})S[OG0&](?=\p{Lu}+\p{Ll})/gu, 'Sở ')
    .replace(/(?<=\p{L})[’‘'`](?=[\s\p{L}])|(?<=\s)[’‘'`](?=\p{L})/gu, '')
  return bare.split('|').length === 2 && !bare.trim().startsWith('|') ? bare.replace(/\s*\|\s*/, ' ') : bare
}

// Restoring knows words, not marks: "c)" must not become "cơ)".
function keepMark(source: string, restored: string): string {
  const mark = /^V\s?\/\s?v(?=\s)|^(?:\p{L}|\d{1,2}(?:\.\d{1,2})*)?\s?[.)](?=\s|\p{L})/u.exec(source)
  if (!mark || restored.startsWith(mark[0])) return restored
  const first = /^\S+?[.)](?=\s|\p{L}|$)|^\S+/u.exec(restored)
  return first && first[0].length <= mark[0].length + 3 ? mark[0] + restored.slice(first[0].length) : restored
}

function listColumns(line: string): string[] {
  return line
    .split(/\s{3,}|\t+|\|/)
    .map(stripMarkdown)
    .filter(Boolean)
}

// Rows copied from a web page: cells between tabs. Two texts side by side are no row.
function markCells(line: string): string {
  const cells = line.split('\t')
  const filled = cells.filter((cell) => cell.trim() !== '').length
  const isRow =
    cells.length > 2 &&
    !line.includes('|') &&
    (filled > 2 || (filled === 2 && /^\s*(?:\d{1,3}|[IVX]+|[A-H])[.)]?\s*\t\S/.test(line)))
  return isRow ? `| ${cells.join(' | ')} |` : line
}

function stripMarkdown(line: string): string {
  const bare = markCells(line)
    .normalize('NFC')
    .replace(/\\([\\*_#|~.-])/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/^\s*#{1,6}\s+/, '')
  const isStarBullet = /^\s*\*\s+\p{L}/u.test(bare) && bare.split('*').length === 2
  const text = (isStarBullet ? bare.replace('*', '-') : bare.replace(/\*/g, ''))
    .replace(/[-_—–=]{3,}/g, (rule) => (bare.includes('|') ? rule : ' '))
    .replace(/\s+/g, ' ')
    .trim()
  return PAGE_FURNITURE.test(fold(text)) ? '' : text
}
