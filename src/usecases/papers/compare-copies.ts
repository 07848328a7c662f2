import type { Passage, Plan } from '../../domain/plan.ts'
import { alignWords } from '../../text/align-words.ts'
import { splitSyllables } from '../../text/tokenize.ts'

/** Two readings of one place; either may be empty where a copy has nothing there. */
export type CopyDifference = {
  readonly shown: string
  readonly other: string
  /** The words around it in the shown copy. */
  readonly before: string
  readonly after: string
}

/** A paragraph of both copies, or of one alone, with what differs in it. */
export type ComparedPassage = {
  readonly shown: Passage | null
  readonly other: Passage | null
  readonly differences: readonly CopyDifference[]
}

/** Share of common words from which two paragraphs are the same one in two copies. */
const SAME = 0.4
const AROUND = 3

/** The paragraphs of two copies of one paper in order, each laid on its like. */
export function compareCopies(shown: Pick<Plan, 'passages'>, other: Pick<Plan, 'passages'>): ComparedPassage[] {
  return alignPassages(shown.passages, other.passages).map(([one, another]) => ({
    shown: one,
    other: another,
    differences: one && another ? findDifferences(one.text, another.text) : [],
  }))
}

/** What two copies of one paragraph read differently, word by word; capitals and marks are no difference. */
export function findDifferences(shown: string, other: string): CopyDifference[] {
  const left = splitSyllables(shown)
  const right = splitSyllables(other)
  return alignWords(left.map(toKey), right.map(toKey)).map(({ left: [from, to], right: [otherFrom, otherTo] }) => ({
    shown: joinWords(left.slice(from, to)),
    other: joinWords(right.slice(otherFrom, otherTo)),
    before: joinWords(left.slice(Math.max(0, from - AROUND), from)),
    after: joinWords(left.slice(to, to + AROUND)),
  }))
}

function toKey({ text }: { readonly text: string }): string {
  return text.toLowerCase()
}

function joinWords(words: readonly { readonly text: string }[]): string {
  return words.map(({ text }) => text).join(' ')
}

type Pair = readonly [shown: Passage | null, other: Passage | null]

/** The pairing in order with the most in common. */
function alignPassages(shown: readonly Passage[], other: readonly Passage[]): Pair[] {
  const bags = other.map(({ text }) => countWords(text))
  const likeness = shown.map(({ text }) => {
    const words = countWords(text)
    return bags.map((bag) => measureLikeness(words, bag))
  })
  const best = Array.from({ length: shown.length + 1 }, () => new Float64Array(other.length + 1))
  for (let row = shown.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const like = likeness[row]![column]!
      const paired = like >= SAME ? like + best[row + 1]![column + 1]! : 0
      best[row]![column] = Math.max(paired, best[row + 1]![column]!, best[row]![column + 1]!)
    }
  }
  return tracePairs(shown, other, best)
}

function tracePairs(shown: readonly Passage[], other: readonly Passage[], best: readonly Float64Array[]): Pair[] {
  const pairs: Pair[] = []
  let [row, column] = [0, 0]
  while (row < shown.length && column < other.length) {
    if (best[row]![column] === best[row + 1]![column]) pairs.push([shown[row++]!, null])
    else if (best[row]![column] === best[row]![column + 1]) pairs.push([null, other[column++]!])
    else pairs.push([shown[row++]!, other[column++]!])
  }
  const left = shown.slice(row).map((passage): Pair => [passage, null])
  return [...pairs, ...left, ...other.slice(column).map((passage): Pair => [null, passage])]
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { folded } of splitSyllables(text)) counts.set(folded, (counts.get(folded) ?? 0) + 1)
  return counts
}

/** Common words out of those of both, counted with repetitions. */
function measureLikeness(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0]
  for (const [word, count] of left) {
    common += Math.min(count, right.get(word) ?? 0)
    all += count
  }
  for (const count of right.values()) all += count
  return all === 0 ? 0 : (2 * common) / all
}
