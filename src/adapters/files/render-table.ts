/** A cell of a table: its lines, and how many columns and rows it covers. */
export type TableCell = { readonly lines: readonly string[]; readonly columns: number; readonly rows: number }

const MIN_COLUMNS = 3

/**
 * A table as lines. Tables of three columns and more keep one row a line, cells between bars, and a cell that
 * covers several rows is said in each of them; narrower ones only place words on paper and are read cell by cell.
 */
export function renderTable(rows: readonly (readonly TableCell[])[]): string[] {
  const grid = spreadCells(rows)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const used = Array.from({ length: width }, (_, column) => column).filter((column) => grid.some((row) => row[column]))
  const filled = grid.filter((row) => row.some(Boolean))
  if (used.length < MIN_COLUMNS || filled.length < 2) return rows.flat().flatMap(renderAlone)
  return filled.map((row) => `| ${used.map((column) => row[column] ?? '').join(' | ')} |`)
}

// The few lines of a cell belong together; an empty line parts them from the next cell.
function renderAlone({ lines }: TableCell): string[] {
  const words = lines.filter(Boolean)
  return words.length > 0 ? [...words, ''] : []
}

function spreadCells(rows: readonly (readonly TableCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const { lines, columns, rows: height } of row) {
      while (grid[at]![column] !== undefined) column += 1
      const words = lines.filter(Boolean).join(' ').replaceAll('|', '/')
      for (const line of grid.slice(at, at + height)) {
        line[column] = words
        for (let next = 1; next < columns; next += 1) line[column + next] = ''
      }
      column += columns
    }
  }
  return grid.map((row) => Array.from(row, (words) => words ?? ''))
}
