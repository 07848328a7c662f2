import type { Channel } from './channel.ts'
import type { LetterCase } from './letter-case.ts'
import { LONGEST_TOKEN } from './price-letters.ts'
import { createTreeWalk } from './walk-tree.ts'
import type { WordTree } from './word-tree.ts'

/** A word that may have been printed where something was read, with the bits that the misreading costs. */
export type WordReading = { readonly word: number; readonly letterCase: LetterCase; readonly cost: number }

/** Bits behind the best reading at which a reading is no longer worth weighing. */
const MARGIN = 13
/** Bits that the whole token may cost, tried in turn until something is found. */
const LIMITS = [6, 14, 26, 44]
/** Bits that a token may already cost at its start, where the first letter is wrong. */
const HEAD_START = 7

/** Finds the words that a token, or a part of it, may stand for. */
export type ReadingFinder = {
  /** All words that the whole token may stand for, in no order, none of them dearer than most. */
  readonly findWhole: (token: string, letterCase: LetterCase, most: number) => WordReading[]
  /** Words that the part from start on may stand for, by the end of the part. */
  readonly findParts: (token: string, letterCase: LetterCase, start: number) => readonly (readonly WordReading[])[]
}

/** Creates a finder over a tree of words and a channel. */
export function createReadingFinder(tree: WordTree, channel: Channel): ReadingFinder {
  const walk = createTreeWalk(tree, channel)

  const findWithin = (token: string, letterCase: LetterCase, limit: number): WordReading[] => {
    const found: WordReading[] = []
    const capOf = (length: number) => HEAD_START + (limit * length) / token.length
    walk({ token, start: 0, letterCase, capOf, limit }, (word, row, _, to) => {
      const cost = row[token.length]!
      if (to === token.length && cost <= limit) found.push({ word, letterCase, cost })
    })
    return found
  }

  const findWhole = (token: string, letterCase: LetterCase, most: number): WordReading[] => {
    if (token.length > LONGEST_TOKEN) return []
    for (const step of LIMITS) {
      const limit = Math.min(step, most)
      const found = findWithin(token, letterCase, limit)
      if (found.length > 0) {
        const cap = Math.min(most, Math.min(...found.map(({ cost }) => cost)) + MARGIN)
        return cap <= limit ? found.filter(({ cost }) => cost <= cap) : findWithin(token, letterCase, cap)
      }
      if (limit === most) return []
    }
    return []
  }

  const findParts = (token: string, letterCase: LetterCase, start: number): WordReading[][] => {
    const parts: WordReading[][] = Array.from({ length: token.length + 1 }, () => [])
    walk({ token, start, letterCase, capOf: capOfPart }, (word, row, from, to) => {
      for (let j = Math.max(1, from); j <= to; j++) {
        const cost = row[j]!
        if (cost <= capOfPart(j)) parts[start + j]!.push({ word, letterCase, cost })
      }
    })
    return parts
  }

  return { findWhole, findParts }
}

// Words that were glued together must each be read well.
function capOfPart(length: number): number {
  return 5 + 1.8 * length
}
