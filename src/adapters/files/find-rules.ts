import { listSteps, movePoint, type Drawing, type DrawingCodes, type Matrix, type Point } from './drawing.ts'

/** A ruled line on a page, in points from the top left corner: horizontal at y, or vertical at x. */
export type Rule = { readonly isVertical: boolean; readonly at: number; readonly from: number; readonly to: number }

// A border is drawn as a line, or as a box that is very thin.
const THIN = 3
const SHORT = 6
const MOVE = 0
const LINE = 1
const CLOSE = 4
const COORDINATES: readonly number[] = [2, 2, 6, 4, 0]

/** The ruled lines that a page draws: the borders of its tables. */
export function findRules(drawing: Drawing, codes: DrawingCodes, view: Matrix): Rule[] {
  return listSteps(drawing, codes, view).flatMap(({ code, args, matrix }) => {
    if (code !== codes.constructPath) return []
    const [paint, [path]] = args as readonly [number, readonly [ArrayLike<number> | null]]
    return path && paint !== codes.endPath ? listOutlines(path, matrix).flatMap(findEdges) : []
  })
}

// Only outlines of straight lines: nothing else borders a cell.
function listOutlines(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const outlines: Point[][] = []
  for (let at = 0; at < path.length; at += 1 + (COORDINATES[path[at]!] ?? path.length)) {
    const code = path[at]
    if (code === MOVE) outlines.push([])
    const outline = outlines.at(-1)
    if (code === MOVE || code === LINE) outline?.push(movePoint(matrix, path[at + 1]!, path[at + 2]!))
    else if (code === CLOSE && outline?.[0]) outline.push(outline[0])
  }
  return outlines
}

function findEdges(outline: readonly Point[]): Rule[] {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (right - left < THIN || bottom - top < THIN) return buildRule(left, right, top, bottom)
  return outline.slice(1).flatMap(([x, y], index) => {
    const [px, py] = outline[index]!
    const isStraight = Math.abs(px - x) < 1 || Math.abs(py - y) < 1
    return isStraight ? buildRule(Math.min(px, x), Math.max(px, x), Math.min(py, y), Math.max(py, y)) : []
  })
}

function buildRule(left: number, right: number, top: number, bottom: number): Rule[] {
  const isVertical = bottom - top > right - left
  const [from, to] = isVertical ? [top, bottom] : [left, right]
  const at = isVertical ? (left + right) / 2 : (top + bottom) / 2
  return to - from >= SHORT ? [{ isVertical, at, from, to }] : []
}
