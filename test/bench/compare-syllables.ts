import { fold } from '../../src/text/fold.ts'
import { normalize } from '../../src/text/normalize.ts'

/** What counts as a syllable when texts are compared. */
export const SYLLABLE = /[\p{L}\p{N}]+/gu

/** How many of the wanted syllables a text has, in order, and where it differs. */
export type Comparison = {
  readonly right: number
  readonly total: number
  readonly errors: readonly { readonly wanted: string; readonly got: string }[]
}

/** Compares two texts syllable by syllable (longest common subsequence); blanks, punctuation and line breaks do not count. */
export function compareSyllables(wanted: string, got: string, { folded = false } = {}): Comparison {
  const [a, b] = [listSyllables(wanted, folded), listSyllables(got, folded)]
  const best = buildTable(a, b)
  return { right: best[0]!, total: a.length, errors: listErrors(a, b, best) }
}

/** For every syllable of a text, in order, whether the wanted text has it there. */
export function markRight(wanted: string, got: string): boolean[] {
  const [a, b] = [listSyllables(wanted, false), listSyllables(got, false)]
  const best = buildTable(a, b)
  const width = b.length + 1
  const marks = b.map(() => false)
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      marks[j++] = true
      i++
    } else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++
    else j++
  }
  return marks
}

// Longest common subsequence of every pair of tails, row by row.
function buildTable(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const best = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const below = (i + 1) * width + j
      best[i * width + j] = a[i] === b[j] ? best[below + 1]! + 1 : Math.max(best[below]!, best[i * width + j + 1]!)
    }
  }
  return best
}

function listErrors(a: readonly string[], b: readonly string[], best: Uint16Array): Comparison['errors'] {
  const width = b.length + 1
  const errors: { wanted: string; got: string }[] = []
  let [i, j, fromI, fromJ] = [0, 0, 0, 0]
  while (i < a.length || j < b.length) {
    const isMatch = i < a.length && a[i] === b[j]
    if (isMatch) {
      if (i > fromI || j > fromJ) errors.push(describeError(a, b, [fromI, i], [fromJ, j]))
      fromI = ++i
      fromJ = ++j
    } else if (best[Math.min(i + 1, a.length) * width + j]! >= (best[i * width + j + 1] ?? 0) && i < a.length) i++
    else j++
  }
  if (i > fromI || j > fromJ) errors.push(describeError(a, b, [fromI, i], [fromJ, j]))
  return errors
}

function describeError(a: readonly string[], b: readonly string[], [fromI, i]: [number, number], [fromJ, j]: [number, number]) {
  const before = a.slice(Math.max(0, fromI - 2), fromI).join(' ')
  return { wanted: `${before} [${a.slice(fromI, i).join(' ')}] ${a.slice(i, i + 2).join(' ')}`, got: b.slice(fromJ, j).join(' ') }
}

function listSyllables(text: string, folded: boolean): string[] {
  const plain = normalize(folded ? fold(text) : text)
  return (plain.match(SYLLABLE) ?? []).map((word) => (word === 'hàng' ? 'hằng' : word === 'Hàng' ? 'Hằng' : word))
}
