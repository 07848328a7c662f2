/** Numbers for words, given in the order in which they are first met. */
export type Vocabulary = {
  readonly add: (word: string) => number
  readonly find: (word: string) => number | undefined
  readonly size: () => number
}

/** An empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  return {
    add(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, numbers.size)
      return numbers.size - 1
    },
    find: (word) => numbers.get(word),
    size: () => numbers.size,
  }
}
