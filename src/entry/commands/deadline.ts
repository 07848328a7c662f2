import { z } from 'zod'
import { parseDeadline } from '../../dates/parse-deadline.ts'
import { parseWords, print, Usage, type Command } from './outcome.ts'
import { readJsonl } from './read-jsonl.ts'

const Line = z.object({ text: z.string(), issuedOn: z.iso.date().nullish() })

/** `deadline`: phrases about time, one a line, in the contract's words. */
export const deadline: Command = {
  usage: '--jsonl < lines of {"text","issuedOn"} | TEXT',
  does: 'says what a phrase sets as a deadline',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { jsonl: { type: 'boolean' }, issued: { type: 'string' } })
    if (!values.jsonl && positionals.length === 0) throw new Usage('deadline needs a phrase, or --jsonl')
    if (!values.jsonl) return print(describe(positionals.join(' '), values.issued ?? null))
    for await (const line of readJsonl(Line)) print(describe(line.text, line.issuedOn ?? null))
  },
}

function describe(text: string, issuedOn: string | null): object {
  const { kind, value, rrule } = parseDeadline(text, { issuedOn })
  return { kind, value, rrule }
}
