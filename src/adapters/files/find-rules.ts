/** A ruled line on a page, in points from the top left corner: horizontal at y, or vertical at x. */
export type Rule = { readonly isVertical: boolean; readonly at: number; readonly from: number; readonly to: number }

/** What a page draws, as pdf.js lists it. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

/** The numbers that pdf.js gives to what we look for. */
export type DrawingCodes = Readonly<
  Record<'save' | 'restore' | 'transform' | 'constructPath' | 'endPath' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd', number>
>

type Matrix = readonly number[]
type Point = readonly [x: number, y: number]

// A border is drawn as a line, or as a box that is very thin.
const THIN = 3
const SHORT = 6
const MOVE = 0
const LINE = 1
const CLOSE = 4
const COORDINATES: readonly number[] = [2, 2, 6, 4, 0]

/** The ruled lines that a page draws: the borders of its tables. */
export function findRules({ fnArray, argsArray }: Drawing, codes: DrawingCodes, view: Matrix): Rule[] {
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix = view
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index]
    if (code === codes.save) stack.push(matrix)
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = stack.pop() ?? view
    else if (code === codes.transform) matrix = multiply(matrix, args as Matrix)
    else if (code === codes.paintFormXObjectBegin) {
      stack.push(matrix)
      const own = (args as readonly unknown[])[0]
      if (Array.isArray(own)) matrix = multiply(matrix, own as Matrix)
    } else if (code === codes.constructPath) {
      const [paint, [path]] = args as readonly [number, readonly [ArrayLike<number> | null]]
      if (path && paint !== codes.endPath) rules.push(...listOutlines(path, matrix).flatMap(findEdges))
    }
  }
  return rules
}

function multiply(outer: Matrix, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Matrix {
  const [zeroX, zeroY] = move(outer, 0, 0)
  const columns = [move(outer, a, b), move(outer, c, d)].flatMap(([x, y]) => [x - zeroX, y - zeroY])
  return [...columns, ...move(outer, e, f)]
}

function move([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

// Only outlines of straight lines: nothing else borders a cell.
function listOutlines(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const outlines: Point[][] = []
  for (let at = 0; at < path.length; at += 1 + (COORDINATES[path[at]!] ?? path.length)) {
    const code = path[at]
    if (code === MOVE) outlines.push([])
    const outline = outlines.at(-1)
    if (code === MOVE || code === LINE) outline?.push(move(matrix, path[at + 1]!, path[at + 2]!))
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
