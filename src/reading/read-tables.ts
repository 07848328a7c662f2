import { fold } from '../text/fold.ts'
import { matchMark } from './match-mark.ts'
import type { ColumnKind, ReadingWords } from './lexicon.ts'
import type { Line } from './read-lines.ts'

/** One row of a table of duties, by what its columns hold. */
export type TableRow = {
  readonly first: number
  readonly last: number
  readonly ordinal: string
  /** The mark of the part of the table that it stands in: "I", "A". */
  readonly group: string
  readonly cells: Readonly<Partial<Record<ColumnKind, string>>>
}

/** Bảng phân công: a table with a column of tasks and columns of units or times. */
export type Table = { readonly first: number; readonly last: number; readonly rows: readonly TableRow[] }

type Cell = { readonly text: string; readonly first: number; readonly last: number; readonly endsRow: boolean }
type Column = ColumnKind | 'other'

const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđA-H])[.)]?$/
const PART = /^([IVX]{1,5}|[A-H])(?:[.)]?$|[.)]\s)/
// Of a part's mark above the first row scans leave "I", "Il" or a short word.
const MISREAD_PART = /^[IlAB1|]\p{L}{0,2}$/u
const MIN_COLUMNS = 3
const MAX_COLUMNS = 9
const LONGEST_ENTRY = 60
/** Longer lines are no lines of a printed page. */
const LONGEST_LINE = 130

/** The tables of duties among the lines, whether a row stands on one line with "|" or each cell on lines of its own. */
export function readTables(lines: readonly Line[], words: ReadingWords): Table[] {
  const cells = listCells(markCellLines(keepOrdinals(lines), words))
  const tables: Table[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const columns = matchHeader(cells, at, words)
    const listing = columns ? undefined : matchListing(cells, at, words)
    if (listing) {
      tables.push({ first: cells[at]!.first, last: cells[listing - 1]!.last, rows: [] })
      at = listing - 1
    }
    if (!columns) continue
    const from = at + columns.length
    const { rows, end } = readRows(cells, from, columns)
    if (rows.length === 0) continue
    tables.push({ first: cells[at]!.first, last: cells[end - 1]!.last, rows })
    at = end - 1
  }
  return tables
}

// "1" on a line of its own is a page's number, but between the rules of a table it counts a row.
function keepOrdinals(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    const isBetweenRules = lines[index - 1]?.isCellBreak === true && lines[index + 1]?.isCellBreak === true
    return isBetweenRules && line.text === '' && ORDINAL.test(line.printed) ? { ...line, text: line.printed } : line
  })
}

/** A table copied as one line a cell gets its missing breaks: its header is a run of lines that are column names. */
function markCellLines(lines: readonly Line[], words: ReadingWords): Line[] {
  const marked = [...lines]
  const width = Math.max(0, ...lines.map(({ text }) => (text.includes('|') ? 0 : Math.min(text.length, LONGEST_LINE))))
  for (let at = 0; at < lines.length; at += 1) {
    const header = listHeaderLines(lines, at, words)
    if (header.length < MIN_COLUMNS) continue
    const end = lines.findIndex(({ text }, index) => index > header.at(-1)! && matchMark(text) !== undefined)
    const last = end < 0 ? lines.length : end
    const isParted = header[1]! - header[0]! > 1
    // What stands right above the header is no part of its first cell.
    const above = marked[at - 1]
    if (above?.text && !above.isCellBreak) marked[at - 1] = { ...above, text: `${above.text}|`, isCellBreak: true }
    for (let index = at; index < last; index += 1) {
      const next = lines[index + 1]?.text ?? ''
      marked[index] = markCell(lines[index]!, (text) => !isParted && isFullLine(text, next, width), isParted)
    }
    at = last
  }
  return marked
}

// Where blank lines part the cells of the header, a cell may run over several lines; else a full line runs over onto the next.
function markCell(line: Line, runsOver: (text: string) => boolean, isParted: boolean): Line {
  const text = line.text || (ORDINAL.test(line.printed) ? line.printed : '')
  const isInside = text !== '' && (runsOver(text) || (isParted && text === line.text))
  return isInside ? line : { ...line, text: text && `${text}|`, isCellBreak: true }
}

// A cell begins with a capital or a figure; a word behind a full line goes on with it.
function isFullLine(text: string, next: string, width: number): boolean {
  if (width >= LONGEST_LINE || text.length < width * 0.7 || ORDINAL.test(next)) return false
  return /^\p{Ll}/u.test(next) || (/^\p{Lu}/u.test(next) && text.length + 1 + next.split(' ')[0]!.length > width * 0.93)
}

function listHeaderLines(lines: readonly Line[], at: number, words: ReadingWords): number[] {
  const found: number[] = []
  for (let index = at; index < lines.length; index += 1) {
    const { text } = lines[index]!
    if (text === '' && found.length > 0) continue
    if (!columnOf(text, words)) break
    found.push(index)
  }
  return found
}

function listCells(lines: readonly Line[]): Cell[] {
  const cells: Cell[] = []
  let open: Omit<Cell, 'endsRow'> | undefined
  const close = (endsRow: boolean): void => {
    if (open) cells.push({ ...open, text: open.text.trim(), endsRow })
    open = undefined
  }
  for (const line of lines.filter((each) => !isRule(each))) {
    const isRow = line.text.split('|').length > 2
    const isBlank = line.text === '' && !line.isCellBreak
    if (isRow || isBlank) close(true)
    for (const [index, part] of splitLine(line, isRow).entries()) {
      if (index > 0) close(false)
      if (part.trim() !== '' || isRow) open = extend(open, part, line.number)
    }
    if (isRow) close(true)
  }
  close(true)
  return cells
}

function extend(open: Omit<Cell, 'endsRow'> | undefined, part: string, line: number): Omit<Cell, 'endsRow'> {
  return open ? { text: `${open.text} ${part}`, first: open.first, last: line } : { text: part, first: line, last: line }
}

function splitLine(line: Line, isRow: boolean): string[] {
  if (line.isCellBreak) return [line.text.replace(/\|$/, ''), '']
  return (isRow ? line.text.replace(/^\s*\|/, '').replace(/\|\s*$/, '') : line.text).split('|')
}

// "|---|---|" below a header leaves no text but is no blank line.
function isRule({ end, start, text, isCellBreak }: Line): boolean {
  return text === '' && !isCellBreak && end - start > 3
}

/** The columns, when the cells from here on are a header that names tasks and who or when. */
function matchHeader(cells: readonly Cell[], at: number, words: ReadingWords): readonly Column[] | undefined {
  const columns: Column[] = []
  for (const cell of cells.slice(at, at + MAX_COLUMNS)) {
    const column = columnOf(cell.text, words)
    if (!column && (columns.length === 0 || !isHeaderLike(cell.text))) break
    columns.push(column ?? 'other')
    if (cell.endsRow) return isAboutDuties(columns) ? columns : undefined
  }
  const part = cells.slice(at, at + columns.length).findLastIndex(({ text }) => MISREAD_PART.test(text))
  const own = part > MIN_COLUMNS && part === columns.length - 2 ? columns.slice(0, part) : columns
  const known = own === columns ? cutOthers(columns, cells[at + columns.length]) : own
  return isAboutDuties(known) ? known : undefined
}

/** "TT | Đơn vị được giám sát | Thời gian làm việc": short cells of who, where and when, without a column of tasks, charge nobody; the cell behind them. */
function matchListing(cells: readonly Cell[], at: number, words: ReadingWords): number | undefined {
  if (columnOf(cells[at]!.text, words) !== 'ordinal') return undefined
  const width = cells.slice(at, at + MAX_COLUMNS).findIndex(({ text }, index) => index > 0 && text === '1')
  const header = cells.slice(at, at + Math.max(width, 0))
  if (width < MIN_COLUMNS || header.some(({ text }) => columnOf(text, words) === 'content' || !isHeaderLike(text))) return undefined
  let end = at + width
  for (let ordinal = 1; cells[end]?.text === String(ordinal); ordinal += 1) {
    const row = cells.slice(end + 1, end + width)
    if (row.length < width - 1 || row.some(({ text }) => text.length > LONGEST_ENTRY)) return undefined
    end += width
  }
  return end > at + width * 2 ? end : undefined
}

// Where the first row begins with its ordinal, all columns before it are the header's.
function cutOthers(columns: readonly Column[], next: Cell | undefined): readonly Column[] {
  if (columns[0] === 'ordinal' && next && ORDINAL.test(next.text)) return columns
  return columns.slice(0, columns.findLastIndex((column) => column !== 'other') + 1)
}

function isAboutDuties(columns: readonly Column[]): boolean {
  const saysWhoOrWhen = columns.includes('lead') || columns.includes('assigned') || columns.includes('deadline')
  return columns.length >= MIN_COLUMNS && columns.includes('content') && saysWhoOrWhen
}

function columnOf(text: string, { columns }: ReadingWords): ColumnKind | undefined {
  const folded = fold(text)
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N},/ ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const kinds = Object.keys(columns) as ColumnKind[]
  return kinds.find((kind) => columns[kind].some((name) => fold(name) === folded))
}

function isHeaderLike(text: string): boolean {
  return text.length < 40 && !ORDINAL.test(text)
}

function readRows(cells: readonly Cell[], from: number, columns: readonly Column[]): { rows: TableRow[]; end: number } {
  const rows: TableRow[] = []
  let group = ''
  let at = from
  while (at < cells.length) {
    const row = nextRow(cells, at, columns)
    const next = row?.end ?? skipHeading(cells, at) ?? findNextRow(cells, at, Number(rows.at(-1)?.ordinal ?? 0) + 1)
    if (!next) break
    if (row && isTask(row)) rows.push({ ...row, group })
    else group = PART.exec(cells[at]!.text.replace(/^[Il1|]{2,3}$/, (misread) => 'I'.repeat(misread.length)))?.[1] ?? group
    at = next
  }
  return { rows, end: at }
}

// "I | CẢI CÁCH THỂ CHẾ | | |" heads a part of the table.
function isTask({ cells, ordinal }: Omit<TableRow, 'group'>): boolean {
  const { content, lead, assigned, coordinate, deadline } = cells
  if (!content || content.length < 8) return false
  return Boolean(lead ?? assigned ?? coordinate ?? deadline) || (content !== content.toUpperCase() && !/^[IVXA-H]/.test(ordinal))
}

// "I. Nhóm nhiệm vụ chung" across the table, before the next row begins with its ordinal.
function skipHeading(cells: readonly Cell[], at: number): number | undefined {
  const width = cells.slice(at, at + MAX_COLUMNS).findIndex(({ endsRow }) => endsRow) + 1
  const isAlone = width > 0 && cells.slice(at + 1, at + width).every(({ text }) => text === '')
  return isAlone && ORDINAL.test(cells[at + width]?.text ?? '') ? at + width : undefined
}

// On scans the mark of a part of the table may be lost or misread: its rows go on with the next number.
function findNextRow(cells: readonly Cell[], at: number, ordinal: number): number | undefined {
  const next = cells.slice(at, at + 3).findIndex(({ text }) => text.replace(/[.)]$/, '') === String(ordinal))
  return next > 0 ? at + next : undefined
}

// A row begins with its ordinal; one that ends early is a heading inside the table ("I | NHIỆM VỤ CHUNG").
function nextRow(
  cells: readonly Cell[],
  at: number,
  columns: readonly Column[],
): (Omit<TableRow, 'group'> & { end: number }) | undefined {
  const hasOrdinals = columns[0] === 'ordinal'
  const first = cells[at]!
  if (hasOrdinals && !ORDINAL.test(first.text)) return undefined
  const read = takeRow(cells, at, columns.length, hasOrdinals)
  const isWhole = read.length >= Math.max(MIN_COLUMNS, columns.length - 2)
  const ordinal = hasOrdinals ? first.text.replace(/[.)]$/, '') : ''
  return {
    first: first.first,
    last: read.at(-1)!.last,
    ordinal,
    cells: isWhole ? nameCells(read, columns) : {},
    end: at + read.length,
  }
}

function takeRow(cells: readonly Cell[], at: number, width: number, hasOrdinals: boolean): Cell[] {
  const read: Cell[] = []
  for (const cell of cells.slice(at, at + width)) {
    if (hasOrdinals && read.length > 1 && ORDINAL.test(cell.text)) break
    read.push(cell)
    if (cell.endsRow) break
  }
  return read
}

function nameCells(read: readonly Cell[], columns: readonly Column[]): TableRow['cells'] {
  const named: Partial<Record<ColumnKind, string>> = {}
  for (const [index, { text }] of read.entries()) {
    const column = columns[index] ?? 'other'
    if (column !== 'other' && text) named[column] = named[column] ? `${named[column]}; ${text}` : text
  }
  return named
}
