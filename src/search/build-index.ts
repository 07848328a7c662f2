import type { SearchDocument, SearchHit, SearchIndex } from '../ports/search.ts'
import { buildPostings } from './build-postings.ts'
import { createSpelling } from './create-spelling.ts'
import { numberDocuments } from './number-documents.ts'
import { pickTop } from './pick-top.ts'
import { createRanker } from './rank-candidates.ts'
import { createQueryReader } from './read-query.ts'

const DEFAULT_TOP = 20
/** How many candidates of the first pass are looked at word by word. */
const CANDIDATES = 150

/**
 * Builds an index in two passes: BM25 over folded syllables and folded syllable pairs finds candidates, so that accents may be
 * missing; exact tones and the share of the question that is held rank them. Fillers are the phrases of a question that no
 * plan needs to hold ("bao nhiêu", "như thế nào"): they weigh nothing in a hit's coverage.
 */
export function buildIndex(documents: readonly SearchDocument[], fillers: readonly string[] = []): SearchIndex {
  const ids = documents.map((document) => document.id)
  const numbered = numberDocuments(documents)
  const singles = buildPostings(numbered.foldedLists)
  const pairs = buildPostings(numbered.pairLists)
  const readQuery = createQueryReader({ numbered, singles, fixSpelling: createSpelling(numbered.folded.words()), fillers })
  const rankCandidates = createRanker(numbered, singles)

  return {
    size: ids.length,
    search(query, { top = DEFAULT_TOP, only } = {}) {
      const words = readQuery(query)
      const scores = new Float64Array(ids.length)
      for (const { folded, pair } of words) {
        singles.addScores(folded, scores)
        pairs.addScores(pair, scores)
      }
      const candidates = pickTop(scores, Math.max(CANDIDATES, top), (at) => !only || only(ids[at]!))
      const ranked = rankCandidates(words, candidates, scores).slice(0, top)
      return ranked.map(({ at, score, coverage }): SearchHit => ({ id: ids[at]!, score, coverage }))
    },
  }
}
