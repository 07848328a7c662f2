import type { SearchDocument } from '../ports/search.ts'
import type { TermLists } from './build-postings.ts'
import { createPairNumbers, type PairNumbers } from './number-pairs.ts'
import { createWordNumbers, type WordNumbers } from './number-words.ts'
import { readSyllables } from './read-syllables.ts'

/** All documents as numbers: syllables with their tones, the same folded, and neighbouring folded syllables as pairs. */
export type NumberedDocuments = {
  readonly toned: WordNumbers
  readonly folded: WordNumbers
  readonly pairs: PairNumbers
  readonly tonedLists: TermLists
  readonly foldedLists: TermLists
  readonly pairLists: TermLists
}

/** Numbers documents; the title, where there is one, is read as the text's first line. */
export function numberDocuments(documents: readonly SearchDocument[]): NumberedDocuments {
  const toned = createWordNumbers()
  const folded = createWordNumbers()
  const foldedOf: number[] = []
  const starts = new Int32Array(documents.length + 1)
  const tonedTerms: number[] = []
  documents.forEach((document, at) => {
    for (const syllable of readSyllables([document.title, document.text].filter(Boolean).join('\n'))) {
      const number = toned.add(syllable.toned)
      if (number === foldedOf.length) foldedOf.push(folded.add(syllable.folded))
      tonedTerms.push(number)
    }
    starts[at + 1] = tonedTerms.length
  })
  const terms = Int32Array.from(tonedTerms)
  const foldedTerms = terms.map((number) => foldedOf[number]!)
  const pairs = createPairNumbers()
  const pairLists = listPairs(foldedTerms, starts, pairs)
  return {
    toned,
    folded,
    pairs,
    tonedLists: { terms, starts, termCount: toned.size() },
    foldedLists: { terms: foldedTerms, starts, termCount: folded.size() },
    pairLists,
  }
}

function listPairs(terms: Int32Array, starts: Int32Array, pairs: PairNumbers): TermLists {
  const pairTerms = new Int32Array(terms.length)
  const pairStarts = new Int32Array(starts.length)
  let filled = 0
  for (let document = 0; document + 1 < starts.length; document += 1) {
    for (let at = starts[document]! + 1; at < starts[document + 1]!; at += 1) {
      pairTerms[filled] = pairs.add(terms[at - 1]!, terms[at]!)
      filled += 1
    }
    pairStarts[document + 1] = filled
  }
  return { terms: pairTerms.subarray(0, filled), starts: pairStarts, termCount: pairs.size() }
}
