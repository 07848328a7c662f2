import type { WordCost } from './find-best-path.ts'
import { BREAK } from './syllable.ts'

/** A word of the first reading and how sure it is. */
export type RatedWord = { readonly word: number; readonly certainty: number }

/** Share of belief given to how the paper itself goes on elsewhere. */
const OWN_SHARE = 0.25
/** Share of belief given to known names. */
const NAMES_SHARE = 0.02
/** Share of belief given to set phrases. */
const PHRASES_SHARE = 0.006
/** What one occurrence is worth less: no place may vouch for itself. */
const SELF = 0.9
const PAIR_WEIGHT = 2

/** Costs of words that also know the paper's own phrases: what it says clearly in one place helps where it is unclear. */
export function createPaperCost(words: readonly RatedWord[], below: WordCost, ownShare = OWN_SHARE): WordCost {
  const { pairs, triples, singles } = countPhrases(words)
  const unknownCost = -Math.log2(1 - ownShare)
  return (first, second) => {
    const general = below(first, second)
    const followers = pairs.get(second)
    if (!followers) return (word, capital) => general(word, capital) + unknownCost
    const single = (singles.get(second) ?? 0) + 1
    const context = Math.max((pairs.get(first)?.get(second) ?? 0) - SELF, 0)
    const continuations = triples.get(keyOf(first, second))
    return (word, capital) => {
      const pair = (followers.get(word) ?? 0) - SELF
      if (pair <= 0) return general(word, capital) + unknownCost
      const triple = Math.max(0, (continuations?.get(word) ?? 0) - SELF)
      const own = (triple + (PAIR_WEIGHT * pair) / single) / (Math.max(triple, context) + PAIR_WEIGHT)
      return -Math.log2((1 - ownShare) * 2 ** -general(word, capital) + ownShare * own)
    }
  }
}

/** Costs of words that also know set phrases, each as the ids of its words. */
export function createPhraseCost(phrases: readonly (readonly number[])[], below: WordCost, share = PHRASES_SHARE): WordCost {
  // Twice: a single occurrence would not count.
  const words = phrases.flatMap((phrase) => [BREAK, ...phrase, BREAK, ...phrase].map((word) => ({ word, certainty: 1 })))
  return phrases.length > 0 ? createPaperCost(words, below, share) : below
}

/** Costs of words that also know names, each as the ids of its words. */
export function createNameCost(names: readonly (readonly number[])[], below: WordCost): WordCost {
  if (names.length === 0) return below
  const withNames = createPhraseCost(names, below, NAMES_SHARE)
  // "Gò Công Đông" says nothing of "cộng đồng": only what has a capital may be a name.
  return (first, second) => {
    const [named, general] = [withNames(first, second), below(first, second)]
    return (word, capital) => (capital ? named(word) : general(word))
  }
}

/** How often a word stood behind another, or behind two, by what stood before it. */
type Followers = Map<number, Map<number, number>>

function countPhrases(words: readonly RatedWord[]) {
  const pairs: Followers = new Map()
  const triples: Followers = new Map()
  const singles = new Map<number, number>()
  for (let i = 0; i < words.length; i++) {
    const [first, second, third] = [words[i - 2], words[i - 1], words[i]!]
    add(singles, third.word, third.certainty)
    if (!second) continue
    const sure = second.certainty * third.certainty
    add(followersOf(pairs, second.word), third.word, sure)
    if (first) add(followersOf(triples, keyOf(first.word, second.word)), third.word, first.certainty * sure)
  }
  return { pairs, triples, singles }
}

function followersOf(counts: Followers, before: number): Map<number, number> {
  const known = counts.get(before)
  if (known) return known
  const followers = new Map<number, number>()
  counts.set(before, followers)
  return followers
}

function keyOf(first: number, second: number): number {
  return first * 65_536 + second
}

function add(counts: Map<number, number>, key: number, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
