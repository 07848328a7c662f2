import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import type { SearchDocument } from '../../src/ports/search.ts'
import { searchCorpus, type CorpusAnswer } from '../../src/search/search-corpus.ts'
import { fold } from '../../src/text/fold.ts'

type Query = { readonly id: string; readonly text: string; readonly relevant: readonly string[] }

function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as T)
}

/** MiniSearch as it comes out of the box: what dondoc has to beat. */
function* searchByDefaults(documents: readonly SearchDocument[], queries: readonly Query[], top: number): Generator<CorpusAnswer> {
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(documents)
  for (const { id, text } of queries) {
    const start = performance.now()
    const hits = index.search(text).slice(0, top)
    yield { id, hits: hits.map((hit) => String(hit.id)), ms: performance.now() - start }
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function describeAnswers(answers: Iterable<CorpusAnswer>, queries: readonly Query[]): Record<string, string> {
  const relevant = new Map(queries.map((query) => [query.id, new Set(query.relevant)]))
  const ranks: number[] = []
  const times: number[] = []
  for (const answer of answers) {
    ranks.push(answer.hits.findIndex((id) => relevant.get(answer.id)?.has(id)) + 1)
    times.push(answer.ms)
  }
  times.sort((a, b) => a - b)
  const share = (within: number): string => (ranks.filter((rank) => rank > 0 && rank <= within).length / ranks.length).toFixed(4)
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / ranks.length
  return {
    'recall@1': share(1),
    'recall@5': share(5),
    'MRR@10': reciprocal.toFixed(4),
    'p50 ms': quantile(times, 0.5).toFixed(2),
    'p99 ms': quantile(times, 0.99).toFixed(2),
  }
}

const directory = process.argv[2]
if (!directory) {
  console.error('usage: node test/bench/retrieval.ts DIR   (DIR/corpus.jsonl, DIR/queries.jsonl)')
  process.exit(2)
}
const documents = readLines<SearchDocument>(join(directory, 'corpus.jsonl'))
const accented = readLines<Query>(join(directory, 'queries.jsonl'))
const bare = accented.map((query) => ({ ...query, text: fold(query.text) }))
const stopwatch = (): number => performance.now()
console.table({
  'dondoc, accented': describeAnswers(searchCorpus(documents, accented, 20, stopwatch), accented),
  'dondoc, unaccented': describeAnswers(searchCorpus(documents, bare, 20, stopwatch), bare),
  'MiniSearch defaults, accented': describeAnswers(searchByDefaults(documents, accented, 20), accented),
  'MiniSearch defaults, unaccented': describeAnswers(searchByDefaults(documents, bare, 20), bare),
})
console.log(
  `${documents.length} documents, ${accented.length} queries, ${Math.round(process.memoryUsage.rss() / 1_048_576)} MB resident`,
)
