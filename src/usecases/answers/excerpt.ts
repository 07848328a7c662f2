import { fold } from '../../text/fold.ts'
import { shorten } from './describe-duty.ts'
import { readTelling } from './read-telling.ts'

/** Of a long text the beginning tells where one is; so much of the room is its. */
const HEAD = 0.4

/** A text cut to a size so that what was asked about is in it: its beginning and, where that does not hold it, the clause that holds most of the topic behind "…". */
export function excerpt(text: string, topic: string, size: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const begun = shorten(line, size)
  const asked = listWords(readTelling(topic, 1))
  const [best] = splitClauses(line)
    .map((clause) => ({ clause, held: countHeld(clause, asked) }))
    .toSorted((a, b) => b.held - a.held)
  if (begun === line || !best || countHeld(begun, asked) >= countHeld(line, asked)) return begun
  if (best.held === 0 || begun.includes(best.clause)) return begun
  const head = shorten(line, size * HEAD)
  return `${head} ${shorten(best.clause, size - head.length)}${line.endsWith(best.clause) ? '' : ' …'}`.replace(/… …$/, '…')
}

function splitClauses(text: string): string[] {
  return text.split(/(?<=[;.:])\s+/)
}

function listWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

/** How many of the pairs of neighboring words that were asked about a text holds: single syllables stand everywhere. */
function countHeld(text: string, asked: readonly string[]): number {
  const words = ` ${listWords(text).join(' ')} `
  const pairs = asked.slice(1).map((word, at) => `${asked[at] ?? ''} ${word}`)
  return pairs.filter((pair) => words.includes(` ${pair} `)).length
}
