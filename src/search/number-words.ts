/** Numbers for words, given in the order in which they are first met. */
export type WordNumbers = {
  readonly add: (word: string) => number
  /** -1 for a word that was never added. */
  readonly find: (word: string) => number
  readonly words: () => Iterable<string>
  readonly size: () => number
}

/** An empty numbering of words. */
export function createWordNumbers(): WordNumbers {
  const numbers = new Map<string, number>()
  return {
    add(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, numbers.size)
      return numbers.size - 1
    },
    find: (word) => numbers.get(word) ?? -1,
    words: () => numbers.keys(),
    size: () => numbers.size,
  }
}
