/** What a page draws, as pdf.js lists it. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

type CodeName =
  | 'save'
  | 'restore'
  | 'transform'
  | 'constructPath'
  | 'endPath'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'paintImageXObject'
  | 'paintImageMaskXObject'
  | 'paintInlineImageXObject'

/** The numbers that pdf.js gives to what we look for. */
export type DrawingCodes = Readonly<Record<CodeName, number>>

/** a b c d e f: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly number[]

/** A place on a page, in points from its top left corner. */
export type Point = readonly [x: number, y: number]

/** One step of drawing, with the matrix that leads from its units to the page. */
export type DrawingStep = { readonly code: number; readonly args: readonly unknown[]; readonly matrix: Matrix }

/** The steps of a drawing that put something on the page, in order. */
export function listSteps({ fnArray, argsArray }: Drawing, codes: DrawingCodes, view: Matrix): DrawingStep[] {
  const stack: Matrix[] = []
  const steps: DrawingStep[] = []
  let matrix = view
  for (const [index, code] of fnArray.entries()) {
    const args = Array.isArray(argsArray[index]) ? (argsArray[index] as readonly unknown[]) : []
    if (code === codes.save) stack.push(matrix)
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = stack.pop() ?? view
    else if (code === codes.transform) matrix = multiply(matrix, args as Matrix)
    else if (code === codes.paintFormXObjectBegin) {
      stack.push(matrix)
      if (Array.isArray(args[0])) matrix = multiply(matrix, args[0] as Matrix)
    } else steps.push({ code, args, matrix })
  }
  return steps
}

function multiply(outer: Matrix, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Matrix {
  const [zeroX, zeroY] = movePoint(outer, 0, 0)
  const columns = [movePoint(outer, a, b), movePoint(outer, c, d)].flatMap(([x, y]) => [x - zeroX, y - zeroY])
  return [...columns, ...movePoint(outer, e, f)]
}

/** Where a point comes to lie on the page. */
export function movePoint([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}
