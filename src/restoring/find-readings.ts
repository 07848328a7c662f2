import { LONGEST_READ, type Channel } from './channel.ts'
import type { LetterCase } from './letter-case.ts'
import { isCapitalAt, type WordTree } from './word-tree.ts'

/** A word that may have been printed where something was read, with the bits that the misreading costs. */
export type WordReading = { readonly word: number; readonly letterCase: LetterCase; readonly cost: number }

/** Bits behind the best reading at which a reading is no longer worth weighing. */
const MARGIN = 13
/** Bits that the whole token may cost, tried in turn until something is found. */
const LIMITS = [6, 14, 26, 44]
/** Bits that a token may already cost at its start, where the first letter is wrong. */
const HEAD_START = 7
const STRIDE = LONGEST_READ + 1
const LONGEST_TOKEN = 16
const DEEPEST = 14
// Two characters that no letter is known to be read as: all such pairs cost the same.
const STRANGE_PAIR = '\u0001\u0001'
const NEVER = -1
const MOST_PIECES = 2048

/** Finds the words that a token, or a part of it, may stand for. */
export type ReadingFinder = {
  /** All words that the whole token may stand for, in no order. */
  readonly findWhole: (token: string, letterCase: LetterCase) => WordReading[]
  /** Words that the part from start on may stand for, by the end of the part. */
  readonly findParts: (token: string, letterCase: LetterCase, start: number) => readonly (readonly WordReading[])[]
}

/** Creates a finder over a tree of words and a channel. */
export function createReadingFinder(tree: WordTree, channel: Channel): ReadingFinder {
  const rows = Array.from({ length: DEEPEST + 2 }, () => new Float64Array(LONGEST_TOKEN + 1))
  const priceOf = createPrices(tree, channel)

  const findWhole = (token: string, letterCase: LetterCase): WordReading[] => {
    if (token.length > LONGEST_TOKEN) return []
    for (const limit of LIMITS) {
      const found = findWithin(token, letterCase, limit)
      if (found.length === 0) continue
      const cap = Math.min(...found.map(({ cost }) => cost)) + MARGIN
      return cap <= limit ? found.filter(({ cost }) => cost <= cap) : findWithin(token, letterCase, cap)
    }
    return []
  }

  const findWithin = (token: string, letterCase: LetterCase, limit: number): WordReading[] => {
    const found: WordReading[] = []
    const capOf = (length: number) => HEAD_START + (limit * length) / token.length
    walk(token, 0, letterCase, capOf, (word, row, _, to) => {
      const cost = row[token.length]!
      if (to === token.length && cost <= limit) found.push({ word, letterCase, cost })
    })
    return found
  }

  const findParts = (token: string, letterCase: LetterCase, start: number): WordReading[][] => {
    const parts: WordReading[][] = Array.from({ length: token.length + 1 }, () => [])
    const capOf = (length: number) => 5 + 1.8 * length
    walk(token, start, letterCase, capOf, (word, row, from, to) => {
      for (let j = Math.max(1, from); j <= to; j++) {
        const cost = row[j]!
        if (cost <= capOf(j)) parts[start + j]!.push({ word, letterCase, cost })
      }
    })
    return parts
  }

  const walk = (
    token: string,
    start: number,
    letterCase: LetterCase,
    capOf: (length: number) => number,
    onWord: (word: number, row: Float64Array, from: number, to: number) => void,
  ): void => {
    const length = token.length - start
    const prices = priceOf(token)
    const caps = Float64Array.from({ length: length + 1 }, (_, j) => capOf(j))
    const { firstChild, nextSibling, letterOf, wordOf } = tree
    const capitals = tree.letters.length / 2
    rows[0]![0] = 0
    // Only the stretch low..high of a row is within its caps.
    const visit = (node: number, depth: number, low: number, high: number): void => {
      if (depth > DEEPEST) return
      const row = rows[depth]!
      const next = rows[depth + 1]!
      const shift = isCapitalAt(depth, letterCase) ? capitals : 0
      const last = Math.min(length, high + LONGEST_READ)
      for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) {
        const table = prices(letterOf[child]! + shift)
        let [from, to] = [-1, -1]
        for (let j = low; j <= last; j++) {
          let best = Infinity
          for (let i = Math.max(low, j - LONGEST_READ); i <= j && i <= high; i++) {
            const cost = row[i]! + table[(start + i) * STRIDE + j - i]!
            if (cost < best) best = cost
          }
          if (best <= caps[j]!) {
            if (from < 0) from = j
            to = j
          } else best = Infinity
          next[j] = best
        }
        if (from < 0) continue
        if (wordOf[child]! >= 0) onWord(wordOf[child]!, next, from, to)
        visit(child, depth + 1, from, to)
      }
    }
    visit(0, 0, 0, 0)
  }
  return { findWhole, findParts }
}

// Bits of reading a letter as the k characters from j on, at [j * STRIDE + k], per letter, for the token asked for last.
function createPrices(tree: WordTree, channel: Channel): (token: string) => (letter: number) => Float64Array {
  const tables = tree.letters.map(() => new Float64Array((LONGEST_TOKEN + 1) * STRIDE))
  const filledFor: string[] = tree.letters.map(() => '')
  const costs: Float64Array[] = tree.letters.map(() => new Float64Array(MOST_PIECES).fill(-1))
  const ids = new Map<string, number>([[STRANGE_PAIR, 0]])
  const idOf = (piece: string): number => {
    const name = piece.length === 2 && !channel.longReads.has(piece) ? STRANGE_PAIR : piece
    if (piece.length > 2 && !channel.longReads.has(piece)) return NEVER
    const id = ids.get(name) ?? ids.size
    ids.set(name, id)
    return id
  }
  return (token) => {
    const pieces = listPieces(token)
    const pieceIds = Int32Array.from(pieces, (piece) => (piece === undefined ? NEVER : idOf(piece)))
    return (letter) => {
      const table = tables[letter]!
      if (filledFor[letter] === token) return table
      filledFor[letter] = token
      const known = costs[letter]!
      for (let at = 0; at < pieceIds.length; at++) {
        const id = pieceIds[at]!
        if (id === NEVER) table[at] = Infinity
        else if (id < MOST_PIECES && known[id]! >= 0) table[at] = known[id]!
        else {
          table[at] = channel.cost(tree.letters[letter]!, id === 0 ? STRANGE_PAIR : pieces[at]!)
          if (id < MOST_PIECES) known[id] = table[at]!
        }
      }
      return table
    }
  }
}

function listPieces(token: string): (string | undefined)[] {
  return Array.from({ length: (token.length + 1) * STRIDE }, (_, at) => {
    const start = Math.floor(at / STRIDE)
    const end = start + (at % STRIDE)
    return end <= token.length ? token.slice(start, end) : undefined
  })
}
