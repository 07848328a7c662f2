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
      const found: WordReading[] = []
      let cap = limit
      // A first hit sets how far the others may lag behind.
      walk(
        token,
        0,
        letterCase,
        (j) => HEAD_START + (Math.max(cap, 6) * j) / token.length,
        (word, row) => {
          const cost = row[token.length]!
          if (cost > cap) return
          found.push({ word, letterCase, cost })
        },
      )
      if (found.length === 0) continue
      const best = Math.min(...found.map(({ cost }) => cost))
      if (best + MARGIN <= cap) return found.filter(({ cost }) => cost <= best + MARGIN)
      cap = best + MARGIN
      found.length = 0
      walk(
        token,
        0,
        letterCase,
        (j) => HEAD_START + (cap * j) / token.length,
        (word, row) => {
          const cost = row[token.length]!
          if (cost <= cap) found.push({ word, letterCase, cost })
        },
      )
      return found
    }
    return []
  }

  const findParts = (token: string, letterCase: LetterCase, start: number): WordReading[][] => {
    const parts: WordReading[][] = Array.from({ length: token.length + 1 }, () => [])
    const capOf = (length: number) => 5 + 1.8 * length
    walk(token, start, letterCase, capOf, (word, row) => {
      for (let j = 1; start + j <= token.length; j++) {
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
    onWord: (word: number, row: Float64Array) => void,
  ): void => {
    const length = token.length - start
    const prices = priceOf(token)
    const caps = Float64Array.from({ length: length + 1 }, (_, j) => capOf(j))
    const { firstChild, nextSibling, letterOf, wordOf } = tree
    const capitals = tree.letters.length / 2
    rows[0]!.fill(Infinity)
    rows[0]![0] = 0
    const visit = (node: number, depth: number): void => {
      if (depth > DEEPEST) return
      const row = rows[depth]!
      const next = rows[depth + 1]!
      const shift = isCapitalAt(depth, letterCase) ? capitals : 0
      for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) {
        const table = prices(letterOf[child]! + shift)
        if (!fillRow(row, next, table, start, length, caps)) continue
        if (wordOf[child]! >= 0) onWord(wordOf[child]!, next)
        visit(child, depth + 1)
      }
    }
    visit(0, 0)
  }
  return { findWhole, findParts }
}

// What the token's first j characters cost once one more letter is accounted for; false when all of it is too dear.
function fillRow(
  row: Float64Array,
  next: Float64Array,
  table: Float64Array,
  start: number,
  length: number,
  caps: Float64Array,
): boolean {
  let isWorth = false
  for (let j = 0; j <= length; j++) {
    let best = row[j]! + table[(start + j) * STRIDE]!
    for (let k = 1; k <= LONGEST_READ && k <= j; k++) {
      const cost = row[j - k]! + table[(start + j - k) * STRIDE + k]!
      if (cost < best) best = cost
    }
    if (best > caps[j]!) best = Infinity
    else isWorth = true
    next[j] = best
  }
  return isWorth
}

// Bits of reading a letter as the k characters from j on, at [j * STRIDE + k], per letter, for the token asked for last.
function createPrices(tree: WordTree, channel: Channel): (token: string) => (letter: number) => Float64Array {
  const tables = tree.letters.map(() => new Float64Array((LONGEST_TOKEN + 1) * STRIDE))
  const filledFor: string[] = tree.letters.map(() => '')
  return (token) => {
    const pieces = Array.from({ length: (token.length + 1) * STRIDE }, (_, at) => {
      const j = Math.floor(at / STRIDE)
      return token.slice(j, j + (at % STRIDE))
    })
    return (letter) => {
      const table = tables[letter]!
      if (filledFor[letter] === token) return table
      filledFor[letter] = token
      for (let at = 0; at < pieces.length; at++) {
        const isWhole = Math.floor(at / STRIDE) + (at % STRIDE) <= token.length
        table[at] = isWhole ? channel.cost(tree.letters[letter]!, pieces[at]!) : Infinity
      }
      return table
    }
  }
}
