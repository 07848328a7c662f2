import MiniSearch from 'minisearch'
import type { BuildSearchIndex, SearchDocument, SearchHit } from '../ports/search.ts'
import { buildPostings } from './build-postings.ts'
import { createVocabulary } from './create-vocabulary.ts'
import { listPairs, readSyllables } from './read-syllables.ts'

const SINGLES_WEIGHT = 0.5
const TONES_WEIGHT = 0.4
const DEFAULT_TOP = 20

/** Finds by folded syllable pairs and single syllables, so that accents may be missing; exact tones decide between equals. */
export const buildIndex: BuildSearchIndex = (documents) => {
  const folded = createVocabulary()
  const toned = createVocabulary()
  const foldedTerms: Int32Array[] = []
  const tonedTerms: Int32Array[] = []
  const pairs = new MiniSearch<{ id: number; pairs: string }>({
    fields: ['pairs'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  })
  documents.forEach((document, at) => {
    const syllables = readSyllables(`${document.title}\n${document.text}`)
    foldedTerms.push(Int32Array.from(syllables, (syllable) => folded.add(syllable.folded)))
    tonedTerms.push(Int32Array.from(syllables, (syllable) => toned.add(syllable.toned)))
    pairs.add({ id: at, pairs: listPairs(syllables.map((syllable) => syllable.folded)).join(' ') })
  })
  const singles = buildPostings(foldedTerms, folded.size())
  const exact = buildPostings(tonedTerms, toned.size())

  return {
    size: documents.length,
    search(query, { top = DEFAULT_TOP, only } = {}) {
      const syllables = readSyllables(query)
      const scores = new Float64Array(documents.length)
      const coverage = new Float64Array(documents.length)
      let asked = 0
      for (const syllable of new Set(syllables.map((syllable) => syllable.folded))) {
        const term = folded.find(syllable) ?? -1
        asked += singles.idf(term)
        singles.addPresence(term, singles.idf(term), coverage)
        singles.addScores(term, SINGLES_WEIGHT, scores)
      }
      const isAccented = syllables.some((syllable) => syllable.toned !== syllable.folded)
      if (isAccented) for (const { toned: word } of syllables) exact.addScores(toned.find(word) ?? -1, TONES_WEIGHT, scores)
      const asPairs = listPairs(syllables.map((syllable) => syllable.folded)).join(' ')
      for (const hit of pairs.search(asPairs, { bm25: { k: 1, b: 0.75, d: 0 } })) {
        scores[hit.id as number]! += hit.score / hit.queryTerms.length
      }
      return pickBest(documents, scores, coverage, asked, top, only)
    },
  }
}

function pickBest(
  documents: readonly SearchDocument[],
  scores: Float64Array,
  held: Float64Array,
  asked: number,
  top: number,
  only: ((id: string) => boolean) | undefined,
): SearchHit[] {
  const hits: SearchHit[] = []
  documents.forEach(({ id }, at) => {
    if (!scores[at] || (only && !only(id))) return
    const coverage = Math.min(1, held[at]! / asked)
    hits.push({ id, score: scores[at]! * Math.sqrt(coverage), coverage })
  })
  return hits.sort((a, b) => b.score - a.score).slice(0, top)
}
