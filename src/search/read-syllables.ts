import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'

/** A syllable (or number) as written, in lower case, and folded: "đối" and "doi". */
export type Syllable = { readonly toned: string; readonly folded: string }

const WORD = /[\p{L}\p{N}]+/gu

/** The syllables and numbers of a text in their order; punctuation and line breaks only part them. */
export function readSyllables(text: string): Syllable[] {
  const words = normalize(text).toLowerCase().match(WORD) ?? []
  return words.map((word) => ({ toned: word, folded: fold(word) }))
}
