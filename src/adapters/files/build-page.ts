import type { Grid, GridCell } from './find-grids.ts'
import { buildLines, renderLine, type PlacedText } from './printed-line.ts'
import { renderLines } from './render-lines.ts'
import type { TableCell } from './render-table.ts'

/** A page in its parts, from top to bottom. */
export type PagePart =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] }

/** Words that stand inside a ruled table go into its cells, the others are lines. */
export function buildPage(items: readonly PlacedText[], grids: readonly Grid[]): PagePart[] {
  const parts: PagePart[] = []
  let left = items
  for (const grid of grids) {
    const inside = left.filter((item) => isInside(item, grid))
    if (inside.length === 0) continue
    parts.push(...buildLinesPart(left.filter((item) => item.y < grid.top && !inside.includes(item))))
    parts.push({ kind: 'table', rows: grid.rows.map((row) => row.map((cell) => buildCell(cell, inside))) })
    left = left.filter((item) => item.y >= grid.top && !inside.includes(item))
  }
  return [...parts, ...buildLinesPart(left)]
}

function buildLinesPart(items: readonly PlacedText[]): PagePart[] {
  return items.length > 0 ? [{ kind: 'lines', lines: renderLines(buildLines(items)) }] : []
}

function buildCell(cell: GridCell, items: readonly PlacedText[]): TableCell {
  const { columns, rows } = cell
  const lines = buildLines(items.filter((item) => isInside(item, cell))).map(renderLine)
  return { lines, columns, rows }
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

// By the middle of the first letters: words may run over a border, their beginning does not.
function isInside({ x, y, width, size }: PlacedText, { left, right, top, bottom }: Box): boolean {
  const near = x + Math.min(width, size) / 2
  const middle = y - size / 4
  return near >= left && near < right && middle >= top && middle < bottom
}
