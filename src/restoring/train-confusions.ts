import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import { matchLetters } from './align-letters.ts'
import { bareChannel, buildChannel, type Channel, type Confusions, type ReadCounts } from './channel.ts'

/** A clean text and what a scanner made of it. */
export type TextPair = { readonly clean: string; readonly damaged: string }

const ROUNDS = 5
const MIN_COUNT = 3
const MIN_WORD_COUNT = 25
const MIN_WORD_READ_COUNT = 2
/** Word pairs less alike than this are not the same word. */
const MIN_ALIKE = 0.4
const GAP = 0.15
const OUTER = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** Learns from pairs of clean and damaged texts how letters were read, by expectation maximization. */
export function buildConfusions(pairs: Iterable<TextPair>): Confusions {
  const wordPairs = countWordPairs(pairs)
  let channel: Channel = bareChannel
  let counts: ReadCounts = {}
  for (let round = 0; round < ROUNDS; round++) {
    counts = countLetters(wordPairs, channel)
    channel = buildChannel(counts)
  }
  return { letters: pruneCounts(counts), words: countWords(wordPairs) }
}

type WordPair = { readonly word: string; readonly read: string; count: number }

function countWordPairs(pairs: Iterable<TextPair>): WordPair[] {
  const known = new Map<string, WordPair>()
  for (const { clean, damaged } of pairs) {
    for (const [word, read] of alignWords(listWords(normalize(clean)), listWords(damaged.normalize('NFC')))) {
      const key = `${word} ${read}`
      const pair = known.get(key) ?? { word, read, count: 0 }
      pair.count++
      known.set(key, pair)
    }
  }
  return [...known.values()]
}

function listWords(text: string): string[] {
  return text
    .split(/\s+/u)
    .map((chunk) => chunk.replace(OUTER, ''))
    .filter(Boolean)
}

/** Pairs the words of two texts that stand for one another, in order (a banded global alignment). */
export function alignWords(clean: readonly string[], damaged: readonly string[]): [string, string][] {
  const band = 60 + Math.abs(clean.length - damaged.length)
  const width = 2 * band + 1
  const steps = new Uint8Array((clean.length + 1) * width)
  const slope = damaged.length / Math.max(1, clean.length)
  const offset = (i: number) => Math.round(i * slope) - band
  let above = new Float64Array(width).fill(-Infinity)
  for (let i = 0; i <= clean.length; i++) {
    const row = new Float64Array(width).fill(-Infinity)
    const shift = i > 0 ? offset(i) - offset(i - 1) : 0
    for (let k = Math.max(0, -offset(i)); k < width && offset(i) + k <= damaged.length; k++) {
      const j = offset(i) + k
      const scores = [
        i > 0 && j > 0 ? cellOf(above, k + shift - 1) + scoreWords(clean[i - 1]!, damaged[j - 1]!) : -Infinity,
        i > 0 ? cellOf(above, k + shift) - GAP : -Infinity,
        cellOf(row, k - 1) - GAP,
      ]
      const best = Math.max(...scores)
      row[k] = i + j === 0 ? 0 : best
      steps[i * width + k] = scores.indexOf(best) + 1
    }
    above = row
  }
  return walkPairs(clean, damaged, (i, j) => steps[i * width + j - offset(i)]!)
}

function cellOf(row: Float64Array, at: number): number {
  return row[at] ?? -Infinity
}

function scoreWords(word: string, read: string): number {
  return Math.max(alikeness(word, read) - MIN_ALIKE, -GAP)
}

// Words that are not alike are still a pair where both neighbors are surely pairs: "ở" read as "6".
function walkPairs(
  clean: readonly string[],
  damaged: readonly string[],
  stepAt: (i: number, j: number) => number,
): [string, string][] {
  const pairs: { readonly pair: [string, string]; readonly i: number; readonly j: number; readonly alike: number }[] = []
  let [i, j] = [clean.length, damaged.length]
  while (i > 0 && j > 0) {
    const step = stepAt(i, j)
    if (step !== 3) i--
    if (step !== 2) j--
    if (step === 1) pairs.push({ pair: [clean[i]!, damaged[j]!], i, j, alike: alikeness(clean[i]!, damaged[j]!) })
  }
  const isSure = (at: number, i: number, j: number) => {
    const other = pairs[at]
    return other !== undefined && other.i === i && other.j === j && other.alike > 2 * MIN_ALIKE - 0.2
  }
  return pairs
    .filter(({ alike, i, j }, at) => alike >= MIN_ALIKE || (isSure(at - 1, i + 1, j + 1) && isSure(at + 1, i - 1, j - 1)))
    .map(({ pair }) => pair)
    .toReversed()
}

function alikeness(word: string, read: string): number {
  const [a, b] = [fold(word), fold(read)]
  if (a === b) return 1
  const row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const next = Math.min(row[j]! + 1, row[j - 1]! + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1))
      diagonal = row[j]!
      row[j] = next
    }
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length)
}

function countLetters(pairs: readonly WordPair[], channel: Channel): ReadCounts {
  const counts: Record<string, Record<string, number>> = {}
  for (const { word, read, count } of pairs) {
    if (/\d/.test(word) || read.length > 3 * word.length) continue
    for (const step of matchLetters(word, read, channel).reads) {
      const reads = (counts[step.letter] ??= {})
      reads[step.read] = (reads[step.read] ?? 0) + count
    }
  }
  return counts
}

// Words read often enough have habits of their own (the letters of của fail together).
function countWords(pairs: readonly WordPair[]): ReadCounts {
  const totals = new Map<string, number>()
  for (const { word, count } of pairs) totals.set(word, (totals.get(word) ?? 0) + count)
  const counts: Record<string, Record<string, number>> = {}
  for (const { word, read, count } of pairs.toSorted((a, b) => b.count - a.count)) {
    if (totals.get(word)! < MIN_WORD_COUNT || count < MIN_WORD_READ_COUNT || !/^\p{L}+$/u.test(word)) continue
    const reads = (counts[word] ??= {})
    reads[read] = count
  }
  return counts
}

function pruneCounts(counts: ReadCounts): ReadCounts {
  const letters = Object.entries(counts).filter(([letter]) => /^\p{L}$/u.test(letter))
  return Object.fromEntries(
    letters
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([letter, reads]) => [
        letter,
        Object.fromEntries(
          Object.entries(reads)
            .filter(([, count]) => count >= MIN_COUNT)
            .sort((a, b) => b[1] - a[1]),
        ),
      ]),
  )
}
