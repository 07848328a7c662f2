import { fold } from '../../src/text/fold.ts'
import { normalize } from '../../src/text/normalize.ts'

/** How many of the wanted syllables a text has, in order, and where it differs. */
export type Comparison = {
  readonly right: number
  readonly total: number
  readonly errors: readonly { readonly wanted: string; readonly got: string }[]
}

/** Compares two texts syllable by syllable (longest common subsequence); blanks, punctuation and line breaks do not count. */
export function compareSyllables(wanted: string, got: string, { folded = false } = {}): Comparison {
  const a = listSyllables(wanted, folded)
  const b = listSyllables(got, folded)
  const width = b.length + 1
  const best = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] =
        a[i] === b[j] ? best[(i + 1) * width + j + 1]! + 1 : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
    }
  }
  const errors: { wanted: string; got: string }[] = []
  let [i, j, fromI, fromJ] = [0, 0, 0, 0]
  const flush = () => {
    if (i > fromI || j > fromJ) {
      errors.push({
        wanted: `${a.slice(Math.max(0, fromI - 2), fromI).join(' ')} [${a.slice(fromI, i).join(' ')}] ${a.slice(i, i + 2).join(' ')}`,
        got: b.slice(fromJ, j).join(' '),
      })
    }
  }
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush()
      fromI = ++i
      fromJ = ++j
    } else if (j >= b.length || (i < a.length && best[(i + 1) * width + j]! >= best[i * width + j + 1]!)) i++
    else j++
  }
  flush()
  return { right: best[0]!, total: a.length, errors }
}

function listSyllables(text: string, folded: boolean): string[] {
  const plain = normalize(folded ? fold(text) : text)
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word === 'hàng' ? 'hằng' : word === 'Hàng' ? 'Hằng' : word))
}
