/** Bits per step of the costs that the model stores in one byte. */
export const COST_STEP = 0.1

/** The tables of a trigram model: costs are -log2 of the probability, in steps of COST_STEP. */
export type SyllableTables = {
  readonly words: readonly string[]
  readonly wordCost: Uint8Array
  readonly wordBackoff: Uint8Array
  /** What a capital, or none, costs inside a sentence. */
  readonly capitalCost: Uint8Array
  readonly smallCost: Uint8Array
  readonly pairStart: Uint32Array
  readonly pairWord: Uint16Array
  readonly pairCost: Uint8Array
  readonly pairBackoff: Uint8Array
  readonly tripleStart: Uint32Array
  readonly tripleWord: Uint16Array
  readonly tripleCost: Uint8Array
}

/** What follows what in official Vietnamese, by word ids. */
export type SyllableModel = {
  readonly words: readonly string[]
  /** Undefined for words that the model does not know. */
  readonly idOf: (word: string) => number | undefined
  /** Bits that a word costs where it follows the two others. */
  readonly costAfter: (first: number, second: number) => (word: number) => number
  /** Bits that the word costs by itself. */
  readonly costAlone: (word: number) => number
  /** Bits that a capital, or none, costs this word inside a sentence. */
  readonly costOfCapital: (word: number, isCapital: boolean) => number
}

const MAGIC = 0x32_4d_53_44 // "DSM2"
const HEADER_FIELDS = 5

/** Puts the tables into one block of bytes, 32-bit tables first so that views stay aligned. */
export function packSyllableModel(tables: SyllableTables): Uint8Array {
  const words = new TextEncoder().encode(tables.words.join('\n'))
  const header = Uint32Array.of(MAGIC, tables.words.length, tables.pairWord.length, tables.tripleWord.length, words.length)
  const parts = [
    header,
    tables.pairStart,
    tables.tripleStart,
    tables.pairWord,
    tables.tripleWord,
    tables.wordCost,
    tables.wordBackoff,
    tables.capitalCost,
    tables.smallCost,
    tables.pairCost,
    tables.pairBackoff,
    tables.tripleCost,
    words,
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/** Opens packed bytes as a model; nothing is copied but misaligned input. */
export function readSyllableModel(packed: Uint8Array): SyllableModel {
  return createModel(readTables(packed.byteOffset % 4 === 0 ? packed : packed.slice()))
}

function readTables(bytes: Uint8Array): SyllableTables {
  let at = bytes.byteOffset
  const { buffer } = bytes
  if (bytes.byteLength < HEADER_FIELDS * 4) throw new Error('not a syllable model: too short')
  const [magic, wordCount = 0, pairCount = 0, tripleCount = 0, textLength = 0] = new Uint32Array(buffer, at, HEADER_FIELDS)
  const expected =
    HEADER_FIELDS * 4 +
    (wordCount + pairCount + 2) * 4 +
    (pairCount + tripleCount) * 2 +
    wordCount * 4 +
    pairCount * 2 +
    tripleCount +
    textLength
  if (magic !== MAGIC || expected !== bytes.byteLength) throw new Error('not a syllable model: wrong mark or length')
  at += HEADER_FIELDS * 4
  const skip = (length: number) => (at += length) - length
  const longs = (length: number) => new Uint32Array(buffer, skip(length * 4), length)
  const shorts = (length: number) => new Uint16Array(buffer, skip(length * 2), length)
  const small = (length: number) => new Uint8Array(buffer, skip(length), length)
  const pairStart = longs(wordCount + 1)
  const tripleStart = longs(pairCount + 1)
  const pairWord = shorts(pairCount)
  const tripleWord = shorts(tripleCount)
  const wordCost = small(wordCount)
  const wordBackoff = small(wordCount)
  const capitalCost = small(wordCount)
  const smallCost = small(wordCount)
  const pairCost = small(pairCount)
  const pairBackoff = small(pairCount)
  const tripleCost = small(tripleCount)
  const words = new TextDecoder().decode(small(textLength)).split('\n')
  return {
    words,
    wordCost,
    wordBackoff,
    capitalCost,
    smallCost,
    pairStart,
    pairWord,
    pairCost,
    pairBackoff,
    tripleStart,
    tripleWord,
    tripleCost,
  }
}

function createModel(tables: SyllableTables): SyllableModel {
  const { words, wordCost, wordBackoff, pairStart, pairWord, pairCost, pairBackoff, tripleStart, tripleWord, tripleCost } = tables
  const ids = new Map(words.map((word, id) => [word, id]))
  const costPair = (first: number, word: number): number => {
    const pair = findIn(pairWord, pairStart[first]!, pairStart[first + 1]!, word)
    return pair < 0 ? wordBackoff[first]! + wordCost[word]! : pairCost[pair]!
  }
  return {
    words,
    idOf: (word) => ids.get(word),
    costOfCapital: (word, isCapital) => (isCapital ? tables.capitalCost : tables.smallCost)[word]! * COST_STEP,
    costAlone: (word) => wordCost[word]! * COST_STEP,
    costAfter: (first, second) => {
      const context = findIn(pairWord, pairStart[first]!, pairStart[first + 1]!, second)
      if (context < 0) return (word) => costPair(second, word) * COST_STEP
      const [start, end, backoff] = [tripleStart[context]!, tripleStart[context + 1]!, pairBackoff[context]!]
      return (word) => {
        const triple = findIn(tripleWord, start, end, word)
        return (triple < 0 ? backoff + costPair(second, word) : tripleCost[triple]!) * COST_STEP
      }
    },
  }
}

function findIn(sorted: Uint16Array, start: number, end: number, wanted: number): number {
  let low = start
  let high = end - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = sorted[middle]!
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
