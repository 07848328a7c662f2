import type { SearchDocument, SearchIndex } from '../ports/search.ts'
import { buildIndex } from './build-index.ts'

/** A question of a query file. */
export type CorpusQuery = { readonly id: string; readonly text: string }

/** What the command line prints for one question. */
export type CorpusAnswer = { readonly id: string; readonly hits: readonly string[]; readonly ms: number }

/** Builds one index over any documents and answers the questions in order; readMs is the caller's stopwatch. */
export function* searchCorpus(
  documents: readonly SearchDocument[],
  queries: Iterable<CorpusQuery>,
  top: number,
  readMs: () => number,
): Generator<CorpusAnswer> {
  const index: SearchIndex = buildIndex(documents)
  for (const { id, text } of queries) {
    const start = readMs()
    const hits = index.search(text, { top }).map((hit) => hit.id)
    yield { id, hits, ms: Math.round((readMs() - start) * 1000) / 1000 }
  }
}
