import { z } from 'zod'
import { searchCorpus } from '../../search/search-corpus.ts'
import { parseWords, print, tell, Usage, type Command } from './outcome.ts'
import { readJsonl } from './read-jsonl.ts'

const Document = z.object({ id: z.string(), title: z.string().default(''), text: z.string() })
const Query = z.object({ id: z.string(), text: z.string() })

/** `search`: dondoc's own index over any lines, for measuring it. */
export const search: Command = {
  usage: '--corpus FILE.jsonl --queries FILE.jsonl [--top 20]',
  does: 'builds the index over a corpus and answers queries, one JSON line each',
  run: async (words) => {
    const { values } = parseWords(words, { corpus: { type: 'string' }, queries: { type: 'string' }, top: { type: 'string' } })
    if (!values.corpus || !values.queries) throw new Usage('search needs --corpus and --queries')
    const top = Number(values.top ?? 20)
    if (!Number.isInteger(top) || top < 1) throw new Usage('--top must be a whole number from 1')
    const documents = await Array.fromAsync(readJsonl(Document, values.corpus))
    const queries = await Array.fromAsync(readJsonl(Query, values.queries))
    tell(`indexing ${documents.length} documents`)
    for (const answer of searchCorpus(documents, queries, top, () => performance.now())) print(answer)
  },
}
