import { fold } from '../../text/fold.ts'
import { shorten } from './describe-duty.ts'

/** Of a long text the beginning tells where one is; so much of the room is its. */
const HEAD = 0.4

/** A text cut to a size so that what was asked about is in it: its beginning and, where that does not hold it, the clauses that do, behind "…". */
export function excerpt(text: string, topic: string, size: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const begun = shorten(line, size)
  const asked = listPairs(topic)
  if (begun === line || countHeld(begun, asked) >= countHeld(line, asked)) return begun
  const head = shorten(line, size * HEAD)
  const clauses = line.split(/(?<=[;.:])\s+/)
  const kept = chooseClauses(clauses, head, asked, size - head.length)
  if (kept.length === 0) return begun
  const parts = kept.map((at) => shorten(clauses[at] ?? '', size - head.length).replace(/ …$/, ''))
  const end = kept.at(-1) === clauses.length - 1 && line.endsWith(parts.at(-1) ?? '\n') ? '' : ' …'
  return `${head} ${parts.map((part, at) => (at > 0 && kept[at] !== (kept[at - 1] ?? 0) + 1 ? `… ${part}` : part)).join(' ')}${end}`
}

/** Places of the clauses that hold what the head does not, those that add most first, while there is room; in the order of the text. */
function chooseClauses(clauses: readonly string[], head: string, asked: readonly string[], room: number): number[] {
  const kept: number[] = []
  let missing = asked.filter((pair) => !holdsPair(head, pair))
  let left = room
  while (left > 0) {
    const best = clauses
      .map((clause, at) => ({ at, clause, adds: kept.includes(at) ? 0 : countHeld(clause, missing) }))
      .filter(({ clause }) => kept.length === 0 || clause.length <= left)
      .toSorted((a, b) => b.adds - a.adds)[0]
    if (!best || best.adds === 0) break
    kept.push(best.at)
    missing = missing.filter((pair) => !holdsPair(best.clause, pair))
    left -= best.clause.length
  }
  return kept.toSorted((a, b) => a - b)
}

/** Pairs of neighboring words, folded: single syllables stand everywhere. */
function listPairs(text: string): string[] {
  const words = listWords(text)
  return words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
}

function listWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

function countHeld(text: string, pairs: readonly string[]): number {
  return pairs.filter((pair) => holdsPair(text, pair)).length
}

function holdsPair(text: string, pair: string): boolean {
  return ` ${listWords(text).join(' ')} `.includes(` ${pair} `)
}
