import { splitSyllables, type Syllable } from '../text/tokenize.ts'

/** A syllable as the room's grammar sees it. */
export type Token = Syllable & {
  readonly lower: string
  /** Somebody typed accents on it: then they count. */
  readonly isToned: boolean
  readonly isCapital: boolean
  /** "và": may stand anywhere inside a name or be left out. */
  readonly isAnd: boolean
  /** A full stop, question mark, bracket or line end stands before it. */
  readonly startsSentence: boolean
}

const STOP = /[;:?!()[\]\n]|\.\s/

/** The tokens of a text. */
export function readTokens(text: string): Token[] {
  const tidy = text.normalize('NFC')
  let end = 0
  return splitSyllables(tidy).map((syllable) => {
    const lower = syllable.text.toLowerCase()
    const between = tidy.slice(end, syllable.start)
    const startsSentence = end > 0 && STOP.test(between)
    end = syllable.end
    return {
      ...syllable,
      lower,
      isToned: lower !== syllable.folded,
      isCapital: syllable.text[0] !== lower[0],
      isAnd: syllable.folded === 'va' && (lower === 'và' || lower === 'va'),
      startsSentence,
    }
  })
}
