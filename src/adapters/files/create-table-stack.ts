import { renderTable, type TableCell } from './render-table.ts'
import { breakParagraph, endLine, type Sheet } from './sheet.ts'

/** The tables that are open, one inside the other; words go to the innermost open cell. */
export type TableStack = {
  readonly sheet: () => Sheet
  readonly isOpen: () => boolean
  readonly open: () => void
  readonly openRow: () => void
  readonly openCell: (spans: Readonly<Record<string, string>>) => void
  readonly closeCell: () => void
  readonly close: () => void
}

type OpenTable = { readonly rows: TableCell[][]; cell: (Omit<TableCell, 'lines'> & { readonly sheet: Sheet }) | undefined }

const MAX_SPAN = 60

/** No tables yet: words go to the page. */
export function createTableStack(page: Sheet): TableStack {
  const tables: OpenTable[] = []
  const sheet = (): Sheet => tables.findLast(({ cell }) => cell)?.cell?.sheet ?? page
  const closeCell = (): void => {
    const table = tables.at(-1)
    if (!table?.cell) return
    const { sheet, ...spans } = table.cell
    endLine(sheet)
    table.rows.at(-1)?.push({ ...spans, lines: sheet.lines })
    table.cell = undefined
  }
  return {
    sheet,
    closeCell,
    isOpen: () => tables.length > 0,
    open: () => {
      breakParagraph(sheet())
      tables.push({ rows: [], cell: undefined })
    },
    openRow: () => {
      closeCell()
      tables.at(-1)?.rows.push([])
    },
    openCell: ({ colspan, rowspan }) => {
      const table = tables.at(-1)
      if (!table) return
      closeCell()
      if (table.rows.length === 0) table.rows.push([])
      table.cell = { columns: readSpan(colspan), rows: readSpan(rowspan), sheet: { lines: [], line: '' } }
    },
    close: () => {
      closeCell()
      const table = tables.pop()
      if (table) sheet().lines.push(...renderTable(table.rows), '')
    },
  }
}

function readSpan(span: string | undefined): number {
  const count = Number(span ?? 1)
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_SPAN) : 1
}
