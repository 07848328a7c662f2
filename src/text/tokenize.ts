import { fold } from './fold.ts'
import { normalize } from './normalize.ts'

/** A syllable (or number, or abbreviation) of a text; offsets count in the NFC form of the text. */
export type Syllable = {
  /** NFC, tone marks in their modern place, as written otherwise. */
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** The syllables of a text in order, without blanks and punctuation. */
export function splitSyllables(text: string): Syllable[] {
  const tidy = normalize(text)
  const folded = fold(tidy)
  return [...tidy.matchAll(WORD)].map((match) => {
    const end = match.index + match[0].length
    return { text: match[0], folded: folded.slice(match.index, end), start: match.index, end }
  })
}
