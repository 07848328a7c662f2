import { fold } from '../text/fold.ts'
import type { ColumnKind, ReadingWords } from './lexicon.ts'
import type { Line } from './read-lines.ts'

/** One row of a table of duties, by what its columns hold. */
export type TableRow = {
  readonly first: number
  readonly last: number
  readonly ordinal: string
  readonly cells: Readonly<Partial<Record<ColumnKind, string>>>
}

/** Bảng phân công: a table with a column of tasks and columns of units or times. */
export type Table = { readonly first: number; readonly last: number; readonly rows: readonly TableRow[] }

type Cell = { readonly text: string; readonly first: number; readonly last: number; readonly endsRow: boolean }
type Column = ColumnKind | 'other'

const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđA-H])[.)]?$/
const MIN_COLUMNS = 3

/** The tables of duties among the lines, whether a row stands on one line with "|" or each cell on lines of its own. */
export function readTables(lines: readonly Line[], words: ReadingWords): Table[] {
  const cells = listCells(lines)
  const tables: Table[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const columns = matchHeader(cells, at, words)
    if (!columns) continue
    const from = at + columns.length
    const { rows, end } = readRows(cells, from, columns)
    if (rows.length === 0) continue
    tables.push({ first: cells[at]!.first, last: cells[end - 1]!.last, rows })
    at = end - 1
  }
  return tables
}

function listCells(lines: readonly Line[]): Cell[] {
  const cells: Cell[] = []
  let open: { text: string; first: number; last: number } | undefined
  const close = (endsRow: boolean): void => {
    if (open) cells.push({ ...open, text: open.text.trim(), endsRow })
    open = undefined
  }
  for (const line of lines) {
    if (line.text === '' && !line.isCellBreak) {
      if (!isRule(line)) close(true)
      continue
    }
    const isRow = line.text.split('|').length > 2
    if (isRow) close(true)
    const parts = (isRow ? line.text.replace(/^\s*\|/, '').replace(/\|\s*$/, '') : line.isCellBreak ? '|' : line.text).split('|')
    for (const [index, part] of parts.entries()) {
      if (index > 0) close(false)
      if (part.trim() === '' && !isRow) continue
      open = open
        ? { ...open, text: `${open.text} ${part}`, last: line.number }
        : { text: part, first: line.number, last: line.number }
    }
    if (isRow) close(true)
  }
  close(true)
  return cells
}

// "|---|---|" below a header.
function isRule({ end, start }: Line): boolean {
  return end - start > 3
}

/** The columns, when the cells from here on are a header that names tasks and who or when. */
function matchHeader(cells: readonly Cell[], at: number, words: ReadingWords): Column[] | undefined {
  const columns: Column[] = []
  for (const cell of cells.slice(at, at + 9)) {
    const column = columnOf(cell.text, words)
    if (!column && columns.length > 0 && !isHeaderLike(cell.text)) break
    if (!column && columns.length === 0) return undefined
    columns.push(column ?? 'other')
    if (cell.endsRow) break
  }
  while (columns.at(-1) === 'other' && !cells[at + columns.length - 1]?.endsRow) columns.pop()
  const isAboutDuties =
    columns.includes('content') && (['lead', 'assigned', 'deadline'] as const).some((kind) => columns.includes(kind))
  return columns.length >= MIN_COLUMNS && isAboutDuties ? columns : undefined
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
  let at = from
  while (at < cells.length) {
    const row = nextRow(cells, at, columns)
    if (!row) break
    at = row.end
    if (isTask(row)) rows.push(row)
  }
  return { rows, end: at }
}

// "I | CẢI CÁCH THỂ CHẾ | | |" heads a part of the table.
function isTask({ cells, ordinal }: TableRow): boolean {
  const { content, lead, assigned, coordinate, deadline } = cells
  if (!content || content.length < 8) return false
  return Boolean(lead ?? assigned ?? coordinate ?? deadline) || (content !== content.toUpperCase() && !/^[IVXA-H]/.test(ordinal))
}

// A row begins with its ordinal; one that ends early is a heading inside the table ("I | NHIỆM VỤ CHUNG").
function nextRow(cells: readonly Cell[], at: number, columns: readonly Column[]): (TableRow & { end: number }) | undefined {
  const hasOrdinals = columns[0] === 'ordinal'
  const first = cells[at]!
  if (hasOrdinals && !ORDINAL.test(first.text)) return undefined
  let count = 0
  for (; count < columns.length && at + count < cells.length; count += 1) {
    const cell = cells[at + count]!
    if (hasOrdinals && count > 1 && ORDINAL.test(cell.text)) break
    if (cell.endsRow) {
      count += 1
      break
    }
  }
  const read = cells.slice(at, at + count)
  const isWhole = count >= Math.max(MIN_COLUMNS, columns.length - 2)
  const named: Partial<Record<ColumnKind, string>> = {}
  for (const [index, cell] of read.entries()) {
    const column = columns[index]
    if (isWhole && column && column !== 'other' && cell.text)
      named[column] = named[column] ? `${named[column]}; ${cell.text}` : cell.text
  }
  return {
    first: first.first,
    last: read.at(-1)!.last,
    ordinal: hasOrdinals ? first.text.replace(/[.)]$/, '') : '',
    cells: named,
    end: at + count,
  }
}
