import { createInterface } from 'node:readline'
import type { Reading } from '../../domain/plan.ts'
import type { Review } from '../open-office.ts'
import { formatDoubts } from './format-reading.ts'
import { tell } from './outcome.ts'

/** Decides about readings as long as it is open. */
export type Reviewer = { readonly review: Review; readonly close: () => void }

/** Shows what is doubtful and lets it pass: for imports that nobody watches. */
export const showDoubts: Review = async (reading) => {
  for (const line of formatDoubts(reading)) tell(line)
  return 'accept'
}

/** Asks an operator about every reading with doubts: take it, leave this paper out, or stop; whoever hangs up stops. */
export function createReviewer(input: NodeJS.ReadableStream): Reviewer {
  const lines = createInterface({ input })
  const answers = lines[Symbol.asyncIterator]()
  const ask = async (): Promise<'accept' | 'skip' | 'abort'> => {
    process.stderr.write('accept this reading, skip the paper, or abort? [a/s/q] ')
    const { value, done } = await answers.next()
    const answer = done ? 'q' : value.trim().toLowerCase()[0]
    if (answer === 'a') return 'accept'
    if (answer === 's') return 'skip'
    return answer === 'q' ? 'abort' : ask()
  }
  return {
    review: async (reading: Reading) => {
      const doubts = formatDoubts(reading)
      for (const line of doubts) tell(line)
      return doubts.length > 0 ? ask() : 'accept'
    },
    close: () => lines.close(),
  }
}
