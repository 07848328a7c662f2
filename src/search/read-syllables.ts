import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'

/** A syllable (or number) as written, in lower case, and folded: "đối" and "doi". */
export type Syllable = { readonly toned: string; readonly folded: string }

const WORD = /[\p{L}\p{N}]+/gu

/** The syllables and numbers of a text in their order; punctuation and line breaks only part them. */
export function readSyllables(text: string): Syllable[] {
  const toned = normalize(text).toLowerCase()
  return Array.from(toned.matchAll(WORD), ([word]) => ({ toned: word, folded: fold(word) }))
}

/** Neighbouring syllables joined, "doi_ngoai": the nearest thing to words without a dictionary. */
export function listPairs(folded: readonly string[]): string[] {
  return folded.slice(1).map((syllable, at) => `${folded[at]}_${syllable}`)
}
