import type { WordCost } from './find-best-path.ts'
import { BREAK } from './syllable.ts'

/** A word of the first reading and how sure it is. */
export type RatedWord = { readonly word: number; readonly certainty: number }

/** Share of belief given to how the paper itself goes on elsewhere. */
const OWN_SHARE = 0.25
/** Share of belief given to known names. */
const NAMES_SHARE = 0.02
/** What one occurrence is worth less: no place may vouch for itself. */
const SELF = 0.9
const PAIR_WEIGHT = 2

/** Costs of words that also know the paper's own phrases: what it says clearly in one place helps where it is unclear. */
export function createPaperCost(words: readonly RatedWord[], below: WordCost, ownShare = OWN_SHARE): WordCost {
  const pairs = new Map<number, number>()
  const triples = new Map<number, number>()
  const singles = new Map<number, number>()
  for (let i = 0; i < words.length; i++) {
    const [first, second, third] = [words[i - 2], words[i - 1], words[i]!]
    add(singles, third.word, third.certainty)
    if (second) add(pairs, keyOf(0, second.word, third.word), second.certainty * third.certainty)
    if (first && second)
      add(triples, keyOf(first.word, second.word, third.word), first.certainty * second.certainty * third.certainty)
  }
  const unknownCost = -Math.log2(1 - ownShare)
  return (first, second, word) => {
    const general = below(first, second, word)
    const pair = (pairs.get(keyOf(0, second, word)) ?? 0) - SELF
    if (pair <= 0) return general + unknownCost
    const byPair = pair / ((singles.get(second) ?? 0) + 1)
    const triple = Math.max(0, (triples.get(keyOf(first, second, word)) ?? 0) - SELF)
    const context = Math.max(triple, (pairs.get(keyOf(0, first, second)) ?? 0) - SELF, 0)
    const own = (triple + PAIR_WEIGHT * byPair) / (context + PAIR_WEIGHT)
    return -Math.log2((1 - ownShare) * 2 ** -general + ownShare * own)
  }
}

/** Costs of words that also know names, each as the ids of its words. */
export function createNameCost(names: readonly (readonly number[])[], below: WordCost): WordCost {
  // Twice: a single occurrence would not count.
  const words = names.flatMap((name) => [BREAK, ...name, BREAK, ...name].map((word) => ({ word, certainty: 1 })))
  return names.length > 0 ? createPaperCost(words, below, NAMES_SHARE) : below
}

function keyOf(first: number, second: number, third: number): number {
  return (first * 65_536 + second) * 65_536 + third
}

function add(counts: Map<number, number>, key: number, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
