import { LONGEST_READ, type Channel } from './channel.ts'
import type { LetterCase } from './letter-case.ts'
import { createPrices, LONGEST_TOKEN, STRIDE } from './price-letters.ts'
import { isCapitalAt, type WordTree } from './word-tree.ts'

/** One walk: which part of which token, in which case, and how dear its first so many characters may be. */
export type Walk = {
  readonly token: string
  readonly start: number
  readonly letterCase: LetterCase
  readonly capOf: (length: number) => number
  /** How dear the token may be as a whole, if nothing less than all of it counts. */
  readonly limit?: number
}

/** Hears of every word and what the part's first j characters cost as that word: row[j], for from <= j <= to. */
export type OnWord = (word: number, row: Float64Array, from: number, to: number) => void

const DEEPEST = 14

/** Creates a walk over all words that a token may stand for: edit distance along the tree, priced by the channel. */
export function createTreeWalk(tree: WordTree, channel: Channel): (walk: Walk, onWord: OnWord) => void {
  const { firstChild, nextSibling, letterOf, wordOf, letters } = tree
  const rows = Array.from({ length: DEEPEST + 2 }, () => new Float64Array(LONGEST_TOKEN + 1))
  const priceOf = createPrices(tree, channel)
  const capitals = letters.length / 2

  return ({ token, start, letterCase, capOf, limit }, onWord) => {
    const length = token.length - start
    const { tableOf, leastRest } = priceOf(token)
    const caps = new Float64Array(length + 1)
    for (let j = 0; j <= length; j++) caps[j] = capOf(j)
    if (limit !== undefined) {
      const rest = leastRest(letterCase === 'upper')
      for (let j = 1; j <= length; j++) caps[j] = Math.min(caps[j]!, limit - rest[start + j]!)
    }
    rows[0]![0] = 0
    // Only the stretch low..high of a row is within its caps.
    const visit = (node: number, depth: number, low: number, high: number): void => {
      if (depth > DEEPEST) return
      const [row, next] = [rows[depth]!, rows[depth + 1]!]
      const shift = isCapitalAt(depth, letterCase) ? capitals : 0
      const last = Math.min(length, high + LONGEST_READ)
      for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) {
        const table = tableOf(letterOf[child]! + shift)
        let [from, to] = [-1, -1]
        for (let j = low; j <= last; j++) {
          const cost = reach(row, table, start, j, low, high)
          next[j] = cost <= caps[j]! ? cost : Infinity
          if (cost > caps[j]!) continue
          if (from < 0) from = j
          to = j
        }
        if (from < 0) continue
        if (wordOf[child]! >= 0) onWord(wordOf[child]!, next, from, to)
        visit(child, depth + 1, from, to)
      }
    }
    visit(0, 0, 0, 0)
  }
}

// The least that the first j characters cost when one more letter takes the last none to LONGEST_READ of them.
function reach(row: Float64Array, table: Float64Array, start: number, j: number, low: number, high: number): number {
  let best = Infinity
  for (let i = Math.max(low, j - LONGEST_READ); i <= j && i <= high; i++) {
    const cost = row[i]! + table[(start + i) * STRIDE + j - i]!
    if (cost < best) best = cost
  }
  return best
}
