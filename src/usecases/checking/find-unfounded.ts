import type { UnitRegistry } from '../../units/build-registry.ts'
import { findClaims } from './find-claims.ts'
import { findUnitClaims } from './find-unit-claims.ts'
import type { RowFacts } from './row-facts.ts'

/** Everything that an answer was made of. */
export type Facts = {
  readonly rows: readonly RowFacts[]
  /** What was counted for the answer: sums, days, percentages. */
  readonly counts: ReadonlySet<string>
  /** What templates give as examples to type; nothing is claimed by them. */
  readonly examples: readonly RegExp[]
}

/** Something that an answer says and that stands in no row it was made of. */
export type Unfounded = { readonly kind: 'day' | 'document' | 'amount' | 'quote' | 'unit'; readonly words: string }

/** Stands around everything that fills a blank, so that a name ends where its value ends. */
export const SEAM = '\u0001'

/** Every quote, day, document number, amount and unit of a rendered answer, with or without its seams, that has no origin in its facts. */
export function findUnfounded(answer: string, facts: Facts, registry: UnitRegistry): Unfounded[] {
  const seamed = facts.examples.reduce((text, example) => text.replaceAll(example, keepBlanks), answer.normalize('NFC'))
  const said = leaveOutRows(seamed, facts)
  return [
    ...findUnfoundedClaims(said.replaceAll(SEAM, ''), facts),
    ...findUnfoundedQuotes(seamed.replaceAll(SEAM, ''), facts),
    ...findUnfoundedUnits(said, facts, registry),
  ]
}

/** Of an example only what was filled in is looked at. */
function keepBlanks(_: string, ...groups: readonly unknown[]): string {
  return ` ${groups
    .filter((group) => typeof group === 'string')
    .slice(0, -1)
    .join(' ')} `
}

/** Lines that are a row's text and nothing else need no second look. */
function leaveOutRows(answer: string, { rows }: Facts): string {
  const texts = new Set(rows.flatMap((row) => row.texts))
  return answer
    .split('\n')
    .filter((line) => !texts.has(line.replaceAll(SEAM, '').replace(/^\d+\. /, '')))
    .join('\n')
}

// A text that was cut may end inside what it says: "5 ngày làm …".
const CUT = /^(?: \p{L}+){0,3} …/u

function findUnfoundedClaims(text: string, { rows, counts }: Facts): Unfounded[] {
  const isFounded = (key: string): boolean => rows.some(({ keys }) => keys.has(key))
  const isBegun = (key: string): boolean => rows.some(({ keys }) => [...keys].some((whole) => whole.startsWith(key)))
  return findClaims(text).flatMap(({ kind, key, words, end }) => {
    if (isFounded(key) || isCounted(kind, words, counts)) return []
    if (CUT.test(text.slice(end, end + 40)) && isBegun(key)) return []
    return [{ kind, words }]
  })
}

/** "12 ngày", "3/5", "12/2026 việc": the numbers were counted; a day that is said as one never is. */
function isCounted(kind: Unfounded['kind'], words: string, counts: ReadonlySet<string>): boolean {
  if (kind === 'document' || (kind === 'day' && !/^\d{1,4}(?:\s?\/\s?\d{1,4})?$/.test(words))) return false
  return (words.match(/\d+(?:[.,]\d+)*/g) ?? []).every((number) => counts.has(number))
}

const SIGHT = 8

/** A quote is the longest text between two marks that stands in a row; marks that the row itself prints are no quotes of ours. */
function findUnfoundedQuotes(text: string, { rows }: Facts): Unfounded[] {
  const unfounded: Unfounded[] = []
  const isVerbatim = (part: string): boolean => rows.some(({ texts }) => texts.some((source) => source.includes(part)))
  for (let at = text.indexOf('"'); at >= 0;) {
    const ends = listMarks(text, at + 1)
    const end = ends.findLast((end) => isVerbatim(text.slice(at + 1, end)))
    const isPrinted = (): boolean =>
      isVerbatim(text.slice(Math.max(0, at - SIGHT), at + 1)) || isVerbatim(text.slice(at, at + SIGHT))
    if (end === undefined && !isPrinted()) unfounded.push({ kind: 'quote', words: text.slice(at, (ends[0] ?? text.length) + 1) })
    at = text.indexOf('"', end === undefined ? (isPrinted() ? at + 1 : (ends[0] ?? text.length) + 1) : end + 1)
  }
  return unfounded
}

const MOST_MARKS = 40

function listMarks(text: string, from: number): number[] {
  const marks: number[] = []
  for (let at = text.indexOf('"', from); at >= 0 && marks.length < MOST_MARKS; at = text.indexOf('"', at + 1)) marks.push(at)
  return marks
}

function findUnfoundedUnits(text: string, { rows }: Facts, registry: UnitRegistry): Unfounded[] {
  // A long list names the same offices over and over.
  const known = new Map<string, boolean>()
  const isSaid = (folded: string): boolean => {
    const isIn = known.get(folded) ?? rows.some((row) => row.folded.includes(folded))
    known.set(folded, isIn)
    return isIn
  }
  return findUnitClaims(text, isSaid, registry).map((words) => ({ kind: 'unit', words }))
}
