import { splitSyllables, type Syllable } from '../text/tokenize.ts'

/** A syllable as the room's grammar sees it. */
export type Token = Syllable & {
  readonly lower: string
  /** Somebody typed accents on it: then they count. */
  readonly isToned: boolean
  /** The text is typed with accents: a syllable without any means itself, "quan" is no "quận". */
  readonly isAmongToned: boolean
  readonly isCapital: boolean
  /** "và": may stand anywhere inside a name or be left out. */
  readonly isAnd: boolean
  /** A full stop, question mark, bracket or line end stands before it. */
  readonly startsSentence: boolean
  /** A comma or dash stands before it: a new part of a list. */
  readonly startsPart: boolean
}

const MOSTLY = 0.6
const COMMA = /[,;/–—-]/
const STOP = /[;:?!()[\]\n]|\.\s/

/** The tokens of a text. */
export function readTokens(text: string): Token[] {
  const tidy = text.normalize('NFC')
  let end = 0
  const syllables = splitSyllables(tidy)
  const toned = syllables.filter(({ text: word, folded }) => word.toLowerCase() !== folded).length
  const isAmongToned = syllables.length > 2 && toned >= syllables.length * MOSTLY
  return syllables.map((syllable) => {
    const lower = syllable.text.toLowerCase()
    const between = tidy.slice(end, syllable.start)
    const startsSentence = end > 0 && STOP.test(between)
    end = syllable.end
    return {
      ...syllable,
      lower,
      isToned: lower !== syllable.folded,
      isAmongToned,
      isCapital: syllable.text[0] !== lower[0],
      isAnd: syllable.folded === 'va' && (lower === 'và' || lower === 'va'),
      startsSentence,
      startsPart: COMMA.test(between),
    }
  })
}

/** Folded words without blanks and "và": how names are compared. */
export function toKey(text: string): string {
  return joinKey(readTokens(text))
}

/** The key of tokens. */
export function joinKey(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => !token.isAnd)
    .map((token) => token.folded)
    .join('')
}
