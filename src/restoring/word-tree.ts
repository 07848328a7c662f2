import type { LetterCase } from './letter-case.ts'
import { fold } from '../text/fold.ts'
import { isSyllable, SPECIAL_WORDS } from './syllable.ts'

/** A tree of words, letter by letter, in flat tables; node 0 is the root. */
export type WordTree = {
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  /** Index into letters; the capital of a letter stands letters.length / 2 further on. */
  readonly letterOf: Uint8Array
  /** Id of the word that ends here, or -1. */
  readonly wordOf: Int32Array
  readonly letters: readonly string[]
  /** Abbreviations and foreign words, by their unaccented letters: no part of the tree. */
  readonly strange: ReadonlyMap<string, readonly number[]>
}

/** Builds the tree of all words of a model that are built like syllables; abbreviations and foreign words are read as themselves alone. */
export function buildWordTree(words: readonly string[]): WordTree {
  const lower = [...new Set(words.slice(SPECIAL_WORDS.length).join(''))]
  const indexOf = new Map(lower.map((letter, index) => [letter, index]))
  const size = 1 + words.reduce((sum, word) => sum + word.length, 0)
  const firstChild = new Int32Array(size).fill(-1)
  const nextSibling = new Int32Array(size).fill(-1)
  const letterOf = new Uint8Array(size)
  const wordOf = new Int32Array(size).fill(-1)
  const strange = new Map<string, number[]>()
  let count = 1
  for (let id = SPECIAL_WORDS.length; id < words.length; id++) {
    if (!isSyllable(words[id]!)) {
      strange.set(fold(words[id]!), [...(strange.get(fold(words[id]!)) ?? []), id])
      continue
    }
    let node = 0
    for (const letter of words[id]!) {
      const index = indexOf.get(letter)!
      let child = firstChild[node]!
      while (child >= 0 && letterOf[child] !== index) child = nextSibling[child]!
      if (child < 0) {
        child = count++
        letterOf[child] = index
        nextSibling[child] = firstChild[node]!
        firstChild[node] = child
      }
      node = child
    }
    wordOf[node] = id
  }
  const letters = [...lower, ...lower.map((letter) => letter.toUpperCase())]
  return { firstChild, nextSibling, letterOf, wordOf, letters, strange }
}

/** Whether the letter at a depth is a capital. */
export function isCapitalAt(depth: number, letterCase: LetterCase): boolean {
  return letterCase === 'upper' || (letterCase === 'title' && depth === 0)
}
