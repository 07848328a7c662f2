import { isSyllable, listCapitalizable, listModelWords, normalizeSyllable, SPECIAL_WORDS, UNKNOWN } from './syllable.ts'
import { COST_STEP, packSyllableModel, type SyllableTables } from './syllable-model.ts'

/** Counts made elsewhere: single syllables and pairs, in the format of underthesea's diacritics model. */
export type SyllableCounts = { readonly u: Readonly<Record<string, number>>; readonly b: Readonly<Record<string, number>> }

const MIN_WORD_COUNT = 3
// Words that no Vietnamese syllable is built like must be at home in the prose itself: abbreviations, not football clubs.
const MIN_STRANGE_COUNT = 6
// Taken from words seen once, twice, more often behind one word or two (Chen and Goodman), for the words never seen there.
const PAIR_DISCOUNTS = [0.75, 0.75, 0.75]
const TRIPLE_DISCOUNTS = [0.85, 1.1, 1.3]
// Counts made elsewhere come from far larger, more colloquial text: at full weight they drown the official prose.
const MORE_WEIGHT = { words: 0.1, pairs: 0.1 }
// Share of belief in a word given by how many words it follows, not by how often it stands somewhere.
const FOLLOWER_SHARE = 0.2
const MAX_WORDS = 16_000

type Triples = { readonly keys: Float64Array; readonly counts: Uint32Array }

/** Counts clean lines, and counts made elsewhere, into the bytes of a syllable model that knows the words of these names too. */
export async function buildSyllableModel(
  lines: AsyncIterable<string> | Iterable<string>,
  more: readonly SyllableCounts[] = [],
  names: readonly string[] = [],
): Promise<Uint8Array> {
  const sentences: string[][] = []
  const capitals = new Map<string, CapitalCount>()
  for await (const line of lines) {
    sentences.push(listModelWords(line))
    countCapitals(line, capitals)
  }
  const unigrams = countWords(sentences, more)
  const words = listVocabulary(unigrams, countWords(sentences, []), new Set(names.flatMap(listModelWords)))
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
  for (const { u } of more) for (const [word, count] of Object.entries(u)) add(normalizeSyllable(word), count * MORE_WEIGHT.words)
  return counts
}

function listVocabulary(counts: Map<string, number>, own: ReadonlyMap<string, number>, names: ReadonlySet<string>): string[] {
  const special: readonly string[] = SPECIAL_WORDS
  for (const name of names) counts.set(name, Math.max(counts.get(name) ?? 0, 1))
  const kept = [...counts].filter(([word, count]) => {
    if (special.includes(word) || word.length > 12 || !/^\p{Script=Latin}+$/u.test(word)) return false
    if (names.has(word)) return true
    return count >= MIN_WORD_COUNT && (isSyllable(word) || (own.get(word) ?? 0) >= MIN_STRANGE_COUNT)
  })
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

/** Pairs by key, counted here and (weighed) elsewhere, with how often their first words stood there. */
type Pairs = {
  readonly own: ReadonlyMap<number, number>
  readonly more: ReadonlyMap<number, number>
  readonly firsts: Float64Array
}

function countPairs(stream: Uint16Array, ids: ReadonlyMap<string, number>, counts: readonly SyllableCounts[]): Pairs {
  const size = ids.size
  const own = new Map<number, number>()
  const more = new Map<number, number>()
  const firsts = new Float64Array(size)
  for (let i = 1; i < stream.length; i++) {
    addCount(own, stream[i - 1]! * size + stream[i]!, 1)
    firsts[stream[i - 1]!]!++
  }
  for (const { u, b } of counts) {
    for (const [word, count] of Object.entries(u)) {
      const id = ids.get(normalizeSyllable(word))
      if (id !== undefined) firsts[id]! += count * MORE_WEIGHT.pairs
    }
    for (const [pair, count] of Object.entries(b)) {
      const [first, second] = pair.split(' ').map((word) => ids.get(normalizeSyllable(word)))
      if (first !== undefined && second !== undefined) addCount(more, first * size + second, count * MORE_WEIGHT.pairs)
    }
  }
  return { own, more, firsts }
}

function addCount(pairs: Map<number, number>, key: number, count: number): void {
  pairs.set(key, (pairs.get(key) ?? 0) + count)
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
  pairs: Pairs,
  triples: Triples,
): Omit<SyllableTables, 'capitalCost' | 'smallCost'> {
  const size = words.length
  const wordCounts = words.map((word) => (unigrams.get(word) ?? 0) + 0.5)
  const total = wordCounts.reduce((sum, count) => sum + count, 0)
  const followers = countFollowers(size, pairs)
  const all = followers.reduce((sum, count) => sum + count, 0)
  const wordShare = wordCounts.map(
    (count, word) => ((1 - FOLLOWER_SHARE) * count) / total + (FOLLOWER_SHARE * followers[word]!) / all,
  )
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

function countFollowers(size: number, { own, more }: Pairs): Float64Array {
  const counts = new Float64Array(size).fill(0.3)
  for (const key of own.keys()) counts[key % size]!++
  for (const key of more.keys()) if (!own.has(key)) counts[key % size]!++
  return counts
}

function buildPairLevel(size: number, wordShare: readonly number[], { own, more, firsts }: Pairs): PairLevel {
  const keys = Float64Array.from(new Set([...own.keys(), ...more.keys()])).sort()
  const kept = new Float64Array(size)
  const start = new Uint32Array(size + 1)
  const worths = keys.map((key) => discount(own.get(key) ?? 0, PAIR_DISCOUNTS) + (more.get(key) ?? 0))
  keys.forEach((key, i) => {
    const first = Math.floor(key / size)
    kept[first]! += worths[i]!
    start[first + 1]!++
  })
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!
  const totals = firsts.map((count, first) => Math.max(count, kept[first]! * 1.02))
  const backoffShare = totals.map((all, first) => (all > 0 ? 1 - kept[first]! / all : 1))
  const word = Uint16Array.from(keys, (key) => key % size)
  const share = keys.map((key, i) => {
    const first = Math.floor(key / size)
    return worths[i]! / totals[first]! + backoffShare[first]! * wordShare[word[i]!]!
  })
  return { start, word, share, keys, backoffShare, backoff: Uint8Array.from(backoffShare, toCost), wordShare }
}

function discount(count: number, discounts: readonly number[]): number {
  return count > 0 ? Math.max(0, count - discounts[Math.min(count, discounts.length) - 1]!) : 0
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
    kept[at]! += discount(triples.counts[i]!, TRIPLE_DISCOUNTS)
  }
  const backoffShare = totals.map((all, context) => (all > 0 ? Math.max(1 - kept[context]! / all, 1e-4) : 1))
  const chosen = [...contexts.keys()].filter((i) => contexts[i]! >= 0)
  const tripleStart = new Uint32Array(pairCount + 1)
  for (const i of chosen) tripleStart[contexts[i]! + 1]!++
  for (let i = 0; i < pairCount; i++) tripleStart[i + 1]! += tripleStart[i]!
  const tripleWord = Uint16Array.from(chosen, (i) => triples.keys[i]! % size)
  const tripleCost = Uint8Array.from(chosen, (i, n) => {
    const context = contexts[i]!
    const middle = pairs.keys[context]! % size
    const below = sharePair(pairs, middle, tripleWord[n]!)
    return toCost(discount(triples.counts[i]!, TRIPLE_DISCOUNTS) / totals[context]! + backoffShare[context]! * below)
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
