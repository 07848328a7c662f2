import { listCapitalizable, listModelWords, normalizeSyllable, SPECIAL_WORDS, UNKNOWN } from './syllable.ts'
import { COST_STEP, packSyllableModel, type SyllableTables } from './syllable-model.ts'

/** Counts made elsewhere: single syllables and pairs, in the format of underthesea's diacritics model. */
export type SyllableCounts = { readonly u: Readonly<Record<string, number>>; readonly b: Readonly<Record<string, number>> }

const MIN_WORD_COUNT = 3
const MIN_PAIR_COUNT = 1
const MIN_TRIPLE_COUNT = 1
const DISCOUNT = 0.75
// Counts made elsewhere come from far larger, more colloquial text: at full weight they drown the official prose.
const MORE_WEIGHT = 0.1
const MAX_WORDS = 16_000

type Triples = { readonly keys: Float64Array; readonly counts: Uint32Array }

/** Counts clean lines, and counts made elsewhere, into the bytes of a syllable model. */
export async function buildSyllableModel(
  lines: AsyncIterable<string> | Iterable<string>,
  more: readonly SyllableCounts[] = [],
): Promise<Uint8Array> {
  const sentences: string[][] = []
  const capitals = new Map<string, CapitalCount>()
  for await (const line of lines) {
    sentences.push(listModelWords(line))
    countCapitals(line, capitals)
  }
  const unigrams = countWords(sentences, more)
  const words = listVocabulary(unigrams)
  const ids = new Map(words.map((word, id) => [word, id]))
  const stream = toIds(sentences, ids)
  const pairs = countPairs(stream, ids, more)
  return packSyllableModel({
    ...buildTables(words, unigrams, pairs, countTriples(stream, words.length)),
    ...buildCapitals(words, capitals),
  })
}

type CapitalCount = { capitals: number; all: number }

function countCapitals(line: string, counts: Map<string, CapitalCount>): void {
  for (const { word, isCapital } of listCapitalizable(line)) {
    const count = counts.get(word) ?? { capitals: 0, all: 0 }
    count.all++
    if (isCapital) count.capitals++
    counts.set(word, count)
  }
}

function buildCapitals(words: readonly string[], counts: ReadonlyMap<string, CapitalCount>) {
  const shares = words.map((word) => {
    const { capitals, all } = counts.get(word) ?? { capitals: 0, all: 0 }
    return (capitals + 0.3) / (all + 2)
  })
  return { capitalCost: Uint8Array.from(shares, toCost), smallCost: Uint8Array.from(shares, (share) => toCost(1 - share)) }
}

function countWords(sentences: readonly string[][], more: readonly SyllableCounts[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string, count: number) => counts.set(word, (counts.get(word) ?? 0) + count)
  for (const sentence of sentences) {
    add(SPECIAL_WORDS[0], 1)
    for (const word of sentence) add(word, 1)
  }
  for (const { u } of more) for (const [word, count] of Object.entries(u)) add(normalizeSyllable(word), count * MORE_WEIGHT)
  return counts
}

function listVocabulary(counts: ReadonlyMap<string, number>): string[] {
  const special: readonly string[] = SPECIAL_WORDS
  const kept = [...counts].filter(
    ([word, count]) => count >= MIN_WORD_COUNT && word.length <= 12 && /^\p{Script=Latin}+$/u.test(word),
  )
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return [...special, ...kept.slice(0, MAX_WORDS).map(([word]) => word)]
}

function toIds(sentences: readonly string[][], ids: ReadonlyMap<string, number>): Uint16Array {
  const stream = new Uint16Array(sentences.reduce((sum, sentence) => sum + sentence.length + 1, 0))
  let at = 0
  for (const sentence of sentences) {
    at++ // a line begins after a break, whose id is 0
    for (const word of sentence) stream[at++] = ids.get(word) ?? UNKNOWN
  }
  return stream
}

function countPairs(stream: Uint16Array, ids: ReadonlyMap<string, number>, more: readonly SyllableCounts[]): Map<number, number> {
  const size = ids.size
  const counts = new Map<number, number>()
  const add = (key: number, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)
  for (let i = 1; i < stream.length; i++) add(stream[i - 1]! * size + stream[i]!, 1)
  for (const { b } of more) {
    for (const [pair, count] of Object.entries(b)) {
      const [first, second] = pair.split(' ').map((word) => ids.get(normalizeSyllable(word)))
      if (first !== undefined && second !== undefined) add(first * size + second, count * MORE_WEIGHT)
    }
  }
  return counts
}

function countTriples(stream: Uint16Array, size: number): Triples {
  const all = new Float64Array(Math.max(0, stream.length - 2))
  for (let i = 2; i < stream.length; i++) all[i - 2] = (stream[i - 2]! * size + stream[i - 1]!) * size + stream[i]!
  all.sort()
  const keys = new Float64Array(all.length)
  const counts = new Uint32Array(all.length)
  let last = -1
  for (const key of all) {
    if (last < 0 || keys[last] !== key) keys[++last] = key
    counts[last]!++
  }
  return { keys: keys.subarray(0, last + 1), counts: counts.subarray(0, last + 1) }
}

// Interpolated absolute discounting: what is taken from (or pruned at) a level is given to the level below.
function buildTables(
  words: readonly string[],
  unigrams: ReadonlyMap<string, number>,
  pairs: ReadonlyMap<number, number>,
  triples: Triples,
): Omit<SyllableTables, 'capitalCost' | 'smallCost'> {
  const size = words.length
  const wordCounts = words.map((word) => (unigrams.get(word) ?? 0) + 0.5)
  const total = wordCounts.reduce((sum, count) => sum + count, 0)
  const wordShare = wordCounts.map((count) => count / total)
  const pairLevel = buildPairLevel(size, wordShare, pairs)
  const tripleLevel = buildTripleLevel(size, pairLevel, triples)
  return {
    words,
    wordCost: Uint8Array.from(wordShare, toCost),
    wordBackoff: pairLevel.backoff,
    pairStart: pairLevel.start,
    pairWord: pairLevel.word,
    pairCost: Uint8Array.from(pairLevel.share, toCost),
    ...tripleLevel,
  }
}

type PairLevel = {
  readonly start: Uint32Array
  readonly word: Uint16Array
  readonly share: Float64Array
  readonly backoff: Uint8Array
  readonly backoffShare: Float64Array
  readonly keys: Float64Array
  readonly wordShare: readonly number[]
}

function buildPairLevel(size: number, wordShare: readonly number[], pairs: ReadonlyMap<number, number>): PairLevel {
  const keys = Float64Array.from([...pairs].filter(([, count]) => count >= MIN_PAIR_COUNT).map(([key]) => key)).sort()
  const totals = new Float64Array(size)
  const kept = new Float64Array(size)
  for (const [key, count] of pairs) totals[Math.floor(key / size)]! += count
  const start = new Uint32Array(size + 1)
  for (const key of keys) {
    const first = Math.floor(key / size)
    kept[first]! += pairs.get(key)! - DISCOUNT
    start[first + 1]!++
  }
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!
  const backoffShare = totals.map((all, first) => (all > 0 ? Math.max(1 - kept[first]! / all, 1e-4) : 1))
  const word = Uint16Array.from(keys, (key) => key % size)
  const share = keys.map((key, i) => {
    const first = Math.floor(key / size)
    return (pairs.get(key)! - DISCOUNT) / totals[first]! + backoffShare[first]! * wordShare[word[i]!]!
  })
  return { start, word, share, keys, backoffShare, backoff: Uint8Array.from(backoffShare, toCost), wordShare }
}

function buildTripleLevel(size: number, pairs: PairLevel, triples: Triples) {
  const pairCount = pairs.keys.length
  const totals = new Float64Array(pairCount)
  const kept = new Float64Array(pairCount)
  const contexts = new Int32Array(triples.keys.length)
  let at = 0
  for (let i = 0; i < triples.keys.length; i++) {
    const context = Math.floor(triples.keys[i]! / size)
    while (at < pairCount && pairs.keys[at]! < context) at++
    contexts[i] = pairs.keys[at] === context ? at : -1
    if (contexts[i]! < 0) continue
    totals[at]! += triples.counts[i]!
    if (triples.counts[i]! >= MIN_TRIPLE_COUNT) kept[at]! += triples.counts[i]! - DISCOUNT
  }
  const backoffShare = totals.map((all, context) => (all > 0 ? Math.max(1 - kept[context]! / all, 1e-4) : 1))
  const chosen = [...contexts.keys()].filter((i) => contexts[i]! >= 0 && triples.counts[i]! >= MIN_TRIPLE_COUNT)
  const tripleStart = new Uint32Array(pairCount + 1)
  for (const i of chosen) tripleStart[contexts[i]! + 1]!++
  for (let i = 0; i < pairCount; i++) tripleStart[i + 1]! += tripleStart[i]!
  const tripleWord = Uint16Array.from(chosen, (i) => triples.keys[i]! % size)
  const tripleCost = Uint8Array.from(chosen, (i, n) => {
    const context = contexts[i]!
    const middle = pairs.keys[context]! % size
    const below = sharePair(pairs, middle, tripleWord[n]!)
    return toCost((triples.counts[i]! - DISCOUNT) / totals[context]! + backoffShare[context]! * below)
  })
  return { pairBackoff: Uint8Array.from(backoffShare, toCost), tripleStart, tripleWord, tripleCost }
}

function sharePair(pairs: PairLevel, first: number, second: number): number {
  let low = pairs.start[first]!
  let high = pairs.start[first + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (pairs.word[middle] === second) return pairs.share[middle]!
    if (pairs.word[middle]! < second) low = middle + 1
    else high = middle - 1
  }
  return pairs.backoffShare[first]! * pairs.wordShare[second]!
}

function toCost(share: number): number {
  return Math.min(255, Math.max(0, Math.round(-Math.log2(Math.max(share, 1e-9)) / COST_STEP)))
}
