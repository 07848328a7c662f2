import { z } from 'zod'
import { describeUnderstanding } from '../../dialogue/describe-understanding.ts'
import { dayInVietnam } from '../../domain/calendar.ts'
import { understandWords } from '../../usecases/answer-message.ts'
import { openReadingOffice } from './open-command-office.ts'
import { parseWords, print, Usage, type Command } from './outcome.ts'
import { readJsonl } from './read-jsonl.ts'

const Line = z.object({
  text: z.string(),
  sentAt: z.string().refine(isTime, 'must be a time, 2026-11-21T09:00:00+07:00').nullish(),
})

/** `understand`: messages, one a line, with what would be recorded of them; writes nothing. */
export const understand: Command = {
  usage: '--jsonl < lines of {"text","sentAt"} | TEXT',
  does: 'says what a message wants and which progress it reports',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { jsonl: { type: 'boolean' } })
    if (!values.jsonl && positionals.length === 0) throw new Usage('understand needs a message, or --jsonl')
    const office = await openReadingOffice(values)
    const { library, clock } = await office.openWorld()
    const describe = (text: string, sentAt?: string | null): object => {
      const today = sentAt ? (sentAt.length > 10 ? dayInVietnam(sentAt) : sentAt) : clock.today()
      return describeUnderstanding(understandWords(text, { today, library, readers: office.readers }))
    }
    if (!values.jsonl) return print(describe(positionals.join(' ')))
    for await (const { text, sentAt } of readJsonl(Line)) print(describe(text, sentAt))
  },
}

function isTime(words: string): boolean {
  return !Number.isNaN(Date.parse(words))
}
