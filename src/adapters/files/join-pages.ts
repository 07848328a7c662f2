import type { PagePart } from './build-page.ts'
import { renderTable, type TableCell } from './render-table.ts'

/** The pages of a paper as one text: page numbers go, tables and sentences that a page end cuts are put together again. */
export function joinPages(pages: readonly (readonly PagePart[])[]): string {
  const parts: PagePart[] = []
  for (const page of pages) {
    const [first, ...rest] = dropPageNumber(page)
    if (!first) continue
    const last = parts.at(-1)
    if (last?.kind === 'table' && first.kind === 'table' && countColumns(last.rows) === countColumns(first.rows)) {
      parts[parts.length - 1] = { kind: 'table', rows: joinRows(last.rows, first.rows) }
    } else if (last?.kind === 'lines' && first.kind === 'lines' && isCut(last.lines, first.lines)) {
      parts[parts.length - 1] = { kind: 'lines', lines: [...last.lines, ...first.lines] }
    } else parts.push(first)
    parts.push(...rest)
  }
  const lines = parts.flatMap((part) => [...(part.kind === 'lines' ? part.lines : renderTable(part.rows)), ''])
  const text = lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')
  return `${text.trim()}\n`
}

const PAGE_NUMBER = /^[-–—\s]*\d{1,3}[-–—\s]*$/

function dropPageNumber(page: readonly PagePart[]): PagePart[] {
  return page.flatMap((part, index): PagePart[] => {
    if (part.kind === 'table') return [part]
    const isFirst = index === 0 && PAGE_NUMBER.test(part.lines[0] ?? '')
    const isLast = index === page.length - 1 && part.lines.length > 1 && PAGE_NUMBER.test(part.lines.at(-1) ?? '')
    const lines = trimEmpty(part.lines.slice(isFirst ? 1 : 0, isLast ? -1 : undefined))
    return lines.length > 0 ? [{ kind: 'lines', lines }] : []
  })
}

function trimEmpty(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex(Boolean)
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex(Boolean) + 1)
}

function isCut(above: readonly string[], below: readonly string[]): boolean {
  return !/[.;:!?/]$/.test(above.at(-1) ?? '') && /^\p{Ll}/u.test(below[0] ?? '') && !/^\p{Ll}[.)]/u.test(below[0] ?? '')
}

type Rows = readonly (readonly TableCell[])[]

function countColumns(rows: Rows): number {
  return Math.max(0, ...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)))
}

// A table repeats its head on every page; a row that a page end cuts goes on without its number.
function joinRows(above: Rows, below: Rows): Rows {
  const rest = renderWords(above[0]) === renderWords(below[0]) ? below.slice(1) : below
  const [cut, last] = [rest[0], above.at(-1)]
  const goesOn = cut && last && cut.length === last.length && wordsOf(cut[0]) === '' && wordsOf(last[0]) !== ''
  if (!goesOn) return [...above, ...rest]
  const joined = last.map((cell, index) => ({ ...cell, lines: [...cell.lines, ...cut[index]!.lines] }))
  return [...above.slice(0, -1), joined, ...rest.slice(1)]
}

function renderWords(row: readonly TableCell[] | undefined): string {
  return row?.map(wordsOf).join('|') ?? ''
}

function wordsOf(cell: TableCell | undefined): string {
  return cell?.lines.join(' ').trim() ?? ''
}
