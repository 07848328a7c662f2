// How many deadline phrases are understood, by kind: node test/bench/deadlines.ts DIR. DIR holds deadlines.json.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDeadline } from '../../src/dates/parse-deadline.ts'

type Phrase = {
  readonly text: string
  readonly doc_date: string | null
  readonly kind: string
  readonly value: string | null
  readonly rrule_or_null: string | null
}

const phrases = JSON.parse(readFileSync(join(process.argv[2] ?? '.', 'deadlines.json'), 'utf8')) as Phrase[]

/** The event of a relative deadline is told in free words: only the duration counts. */
const durationOf = (value: string | null): string | undefined => value?.match(/^P[\dA-Z]*/)?.[0]
const partsOf = (rrule: string | null): string => (rrule ?? '').split(';').toSorted().join(';')

function isRight({ text, doc_date, kind, value, rrule_or_null }: Phrase): boolean {
  const read = parseDeadline(text, { issuedOn: doc_date })
  if (read.kind !== kind) return false
  if (kind === 'relative') return durationOf(read.value) === durationOf(value)
  if (kind === 'recurring') return partsOf(read.rrule) === partsOf(rrule_or_null)
  return kind === 'none' || kind === 'ongoing' || read.value === value
}

const byKind = Map.groupBy(phrases, ({ kind }) => kind)
const right = phrases.filter(isRight)
console.log('kind        right  of')
for (const [kind, of] of byKind)
  console.log(`${kind.padEnd(12)}${String(of.filter(isRight).length).padStart(5)}${String(of.length).padStart(4)}`)
console.log(
  `${'all'.padEnd(12)}${String(right.length).padStart(5)}${String(phrases.length).padStart(4)}  ${((100 * right.length) / phrases.length).toFixed(1)} %\n`,
)
for (const phrase of phrases.filter((one) => !right.includes(one))) {
  const { kind, value, rrule } = parseDeadline(phrase.text, { issuedOn: phrase.doc_date })
  console.log(`wanted ${phrase.kind} ${phrase.rrule_or_null ?? phrase.value}, read ${kind} ${rrule ?? value}: ${phrase.text}`)
}
