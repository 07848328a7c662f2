import { measureDifference } from '../../text/distance.ts'
import { fold } from '../../text/fold.ts'
import { splitSyllables } from '../../text/tokenize.ts'
import type { Plan } from '../../domain/plan.ts'
import { alignWords } from '../../text/align-words.ts'

/** Words that another copy reads in a way that papers use, where the shown copy's words stand nowhere else. */
export type BetterReading = {
  /** As they stand in the shown text, with a word or two around them. */
  readonly shown: string
  /** The same stretch of the other copy. */
  readonly other: string
}

/** How often each pair of neighbouring words stands in the loaded papers; keys are lower-case, with tones. */
export type PairCounts = ReadonlyMap<string, number>

const AROUND = 2
/** Longer stretches that differ are damage, in which nothing can be told apart. */
const LONGEST = 4
/** A scanner takes a word for one that looks like it: the most edits per letter between the two. */
const LOOK_ALIKE = 0.75

/** Counts the pairs of words of papers as they are shown. */
export function countPairs(plans: readonly Pick<Plan, 'passages'>[]): PairCounts {
  const counts = new Map<string, number>()
  for (const { text } of plans.flatMap(({ passages }) => passages)) {
    for (const pair of listPairs(splitSyllables(text).map(toKey))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/**
 * Where the other copy is to be heard: no pair that the shown words make with their neighbours occurs a second time in any paper,
 * and one of the other copy's words does. Only words that stand one for one and look alike are weighed.
 */
export function findBetterReadings(shown: string, other: string, counts: PairCounts): BetterReading[] {
  const left = splitSyllables(shown)
  const right = splitSyllables(other)
  const [leftKeys, rightKeys] = [left.map(toKey), right.map(toKey)]
  const found: BetterReading[] = []
  for (const {
    left: [from, to],
    right: [otherFrom, otherTo],
  } of alignWords(leftKeys, rightKeys)) {
    if (to - from !== otherTo - otherFrom || to - from > LONGEST) continue
    for (const [start, end] of listRuns(from, to, (at) => isBetter(at, at + otherFrom - from, leftKeys, rightKeys, counts))) {
      const shift = otherFrom - from
      found.push({ shown: cut(shown, left, start, end), other: cut(other, right, start + shift, end + shift) })
    }
  }
  return found
}

/** Whether the word itself, with one neighbour at least, is known of the other copy and with neither of the shown one. */
function isBetter(at: number, otherAt: number, left: readonly string[], right: readonly string[], counts: PairCounts): boolean {
  const shown = pairsAt(left, at).map((pair) => counts.get(pair) ?? 0)
  const isLookAlike = measureDifference(fold(left[at] ?? ''), fold(right[otherAt] ?? '')) <= LOOK_ALIKE
  const other = pairsAt(right, otherAt).map((pair) => counts.get(pair) ?? 0)
  // Once is the place itself.
  return shown.every((count) => count <= 1) && other.some((count) => count >= 1) && isLookAlike
}

function pairsAt(words: readonly string[], at: number): string[] {
  return listPairs(words.slice(Math.max(0, at - 1), at + 2))
}

function listPairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}

/** Neighbouring places that all hold, from-to (exclusive). */
function listRuns(from: number, to: number, holds: (at: number) => boolean): [number, number][] {
  const runs: [number, number][] = []
  for (let at = from; at < to; at++) {
    if (!holds(at)) continue
    const last = runs.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}

function cut(text: string, words: readonly { readonly start: number; readonly end: number }[], from: number, to: number): string {
  const first = words[Math.max(0, from - AROUND)]
  const last = words[Math.min(words.length, to + AROUND) - 1]
  return text.normalize('NFC').slice(first?.start, last?.end)
}

function toKey({ text }: { readonly text: string }): string {
  return text.toLowerCase()
}
