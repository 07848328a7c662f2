import type { Postings } from './build-postings.ts'
import type { NumberedDocuments } from './number-documents.ts'
import { readSyllables, type Syllable } from './read-syllables.ts'

/** A syllable of a question as the index knows it; -1 stands for what no document holds. */
export type QueryWord = {
  readonly folded: number
  readonly toned: number
  /** With the syllable before it. */
  readonly pair: number
  /** Written with a mark, so that its tone was meant. */
  readonly isAccented: boolean
  readonly rarity: number
  /** What it weighs in coverage: its rarity, and 0 for fillers. */
  readonly weight: number
}

type QueryReaderParts = {
  readonly numbered: NumberedDocuments
  readonly singles: Postings
  readonly fixSpelling: (folded: string) => string | undefined
  readonly fillers: readonly string[]
}

/** Reads questions into the numbers of one index. */
export function createQueryReader({ numbered, singles, fixSpelling, fillers }: QueryReaderParts): (query: string) => QueryWord[] {
  const fillerPhrases = fillers.map(readSyllables).filter((phrase) => phrase.length > 0)

  // "chuaa", "phatt": a letter that was typed twice.
  const findMended = (folded: string): number => {
    const once = numbered.folded.find(folded.replaceAll(/(\p{L})\1+/gu, '$1'))
    return once < 0 ? numbered.folded.find(fixSpelling(folded) ?? folded) : once
  }
  const readWord = ({ toned, folded }: Syllable): Omit<QueryWord, 'pair' | 'weight'> => {
    const known = numbered.folded.find(folded)
    const number = known < 0 ? findMended(folded) : known
    return { folded: number, toned: numbered.toned.find(toned), isAccented: toned !== folded, rarity: singles.rarityOf(number) }
  }
  return (query) => {
    const syllables = readSyllables(query)
    const isFiller = markFillers(syllables, fillerPhrases)
    const isTrusted = areTonesTrusted(syllables)
    const words = syllables.map(readWord).map((word) => ({ ...word, isAccented: word.isAccented && isTrusted }))
    return words.map((word, at) => ({
      ...word,
      weight: isFiller[at] ? 0 : word.rarity,
      pair: at > 0 ? numbered.pairs.find(words[at - 1]!.folded, word.folded) : -1,
    }))
  }
}

/** Of whole Vietnamese text at least half of the syllables carry marks; where far fewer do, those typed are slips: "ai vân dong von". */
const FEW = 0.4

function areTonesTrusted(syllables: readonly Syllable[]): boolean {
  return syllables.filter(({ toned, folded }) => toned !== folded).length >= FEW * syllables.length
}

/** A filler typed with accents fills only where the accents agree: "gì" is one, the "gì" of "ghi gi" may be. */
function markFillers(syllables: readonly Syllable[], phrases: readonly (readonly Syllable[])[]): boolean[] {
  const marks = syllables.map(() => false)
  const agrees = (phrase: readonly Syllable[], from: number): boolean =>
    phrase.every(({ toned, folded }, at) => {
      const said = syllables[from + at]
      return said !== undefined && (said.toned === toned || (said.toned === said.folded && said.folded === folded))
    })
  syllables.forEach((_, from) => {
    for (const phrase of phrases) if (agrees(phrase, from)) marks.fill(true, from, from + phrase.length)
  })
  return marks.every(Boolean) ? syllables.map(() => false) : marks
}
