/** How a printed word is capitalized. */
export type LetterCase = 'lower' | 'title' | 'upper'

/** A lower-case word in the given case. */
export function formatCase(word: string, letterCase: LetterCase): string {
  if (letterCase === 'upper') return word.toUpperCase()
  return letterCase === 'title' ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** The case that a word is written in. */
export function caseOf(word: string): LetterCase {
  if (word === word.toLowerCase()) return 'lower'
  return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'title'
}

/** The cases that a read word may have been printed in, with the bits that each costs. */
export function listCases(
  read: string,
  inCapitals: boolean,
): readonly { readonly letterCase: LetterCase; readonly cost: number }[] {
  const letters = [...read].filter((char) => /\p{L}/u.test(char))
  const uppers = letters.filter((char) => char !== char.toLowerCase()).length
  const startsUpper = /^\p{Lu}/u.test(read)
  if (inCapitals)
    return [{ letterCase: 'upper', cost: 0 }, ...(uppers * 2 < letters.length ? [{ letterCase: 'lower' as const, cost: 5 }] : [])]
  if (uppers > 1 && uppers * 2 >= letters.length) {
    return [
      { letterCase: 'upper', cost: 1 },
      { letterCase: 'title', cost: 3 },
      { letterCase: 'lower', cost: 4 },
    ]
  }
  if (startsUpper)
    return [
      { letterCase: 'title', cost: 0.5 },
      { letterCase: 'lower', cost: 2 },
    ]
  if (uppers === 0 && /^\p{L}/u.test(read)) return [{ letterCase: 'lower', cost: 0 }]
  return [
    { letterCase: 'lower', cost: 0 },
    { letterCase: 'title', cost: 4 },
  ]
}
