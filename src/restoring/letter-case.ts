/** How a printed word is capitalized. */
export type LetterCase = 'lower' | 'title' | 'upper'

/** A lower-case word in the given case. */
export function formatCase(word: string, letterCase: LetterCase): string {
  if (letterCase === 'upper') return word.toUpperCase()
  return letterCase === 'title' ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** The text with its first letter small. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The case that a word is written in. */
export function caseOf(word: string): LetterCase {
  if (word === word.toLowerCase()) return 'lower'
  return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'title'
}

/** What stands around a word: inside capitals, beside them, or neither. */
export type Surroundings = 'capitals' | 'mixed' | 'plain'

type CaseCost = { readonly letterCase: LetterCase; readonly cost: number }

const IN_CAPITALS: readonly CaseCost[] = [{ letterCase: 'upper', cost: 0 }]
const CAPITALS: readonly CaseCost[] = [
  { letterCase: 'upper', cost: 1 },
  { letterCase: 'title', cost: 3 },
  { letterCase: 'lower', cost: 5 },
]
// Two characters in capitals are more often Sở read as SO than an abbreviation.
const SHORT_CAPITALS: readonly CaseCost[] = [
  { letterCase: 'title', cost: 0.5 },
  { letterCase: 'lower', cost: 3 },
  { letterCase: 'upper', cost: 7 },
]
const TITLE: readonly CaseCost[] = [
  { letterCase: 'title', cost: 0.5 },
  { letterCase: 'lower', cost: 2 },
]
// Đ loses its bar and is read as a small b: "bang bo" is Đảng bộ.
const SMALL_B: readonly CaseCost[] = [
  { letterCase: 'lower', cost: 0 },
  { letterCase: 'title', cost: 1 },
]
const LOWER: readonly CaseCost[] = [{ letterCase: 'lower', cost: 0 }]
const NO_LETTER_FIRST: readonly CaseCost[] = [
  { letterCase: 'lower', cost: 0 },
  { letterCase: 'title', cost: 6 },
]

/** The cases that a read word may have been printed in, with the bits that each costs. */
export function listCases(read: string, around: Surroundings): readonly CaseCost[] {
  const letters = [...read].filter((char) => /\p{L}/u.test(char))
  const uppers = letters.filter((char) => char !== char.toLowerCase()).length
  const isMostlyUpper = uppers * 2 >= letters.length
  if (around === 'capitals') return isMostlyUpper ? IN_CAPITALS : [...IN_CAPITALS, { letterCase: 'lower', cost: 5 }]
  if (uppers > 1 && isMostlyUpper) {
    return around === 'mixed' || (read.length > 3 && uppers === read.length) ? CAPITALS : SHORT_CAPITALS
  }
  if (read.startsWith('b')) return SMALL_B
  if (/^\p{Lu}/u.test(read)) return TITLE
  return uppers === 0 && /^\p{L}/u.test(read) ? LOWER : NO_LETTER_FIRST
}
