import type { Channel } from './channel.ts'
import { findReadings, type WordReading, type WordTree } from './find-readings.ts'
import { listCases } from './letter-case.ts'
import type { Token } from './split-tokens.ts'
import type { SyllableModel } from './syllable-model.ts'
import { BREAK, NUMBER, UNKNOWN } from './syllable.ts'

/** One way to read the tokens from a place on: one word, two that were glued, or one that was split. */
export type Edge = {
  /** Index of the first token after it. */
  readonly end: number
  readonly readings: readonly WordReading[]
  /** Words for the language model; empty for silent punctuation. */
  readonly words: readonly number[]
  readonly cost: number
}

const GLUED_COST = 11
const SPLIT_COST = 11

/** What reads single tokens, remembering those it has read. */
export type TokenReader = (text: string, inCapitals: boolean) => readonly WordReading[]

/** Creates a reader of single tokens; it remembers every token it has read. */
export function createTokenReader(tree: WordTree, channel: Channel, model: SyllableModel): TokenReader {
  const known = new Map<string, readonly WordReading[]>()
  return (text, inCapitals) => {
    const key = inCapitals ? `^${text}` : text
    let readings = known.get(key)
    if (!readings) {
      readings = listCases(text, inCapitals).flatMap(({ letterCase, cost }) =>
        findReadings(text, letterCase, tree, channel, model).map((reading) => ({ ...reading, cost: reading.cost + cost })),
      )
      known.set(key, readings)
    }
    return readings
  }
}

/** For every token the edges that start there. */
export function buildLattice(
  tokens: readonly Token[],
  capitals: readonly boolean[],
  read: TokenReader,
  model: SyllableModel,
): Edge[][] {
  return tokens.map((token, at) => {
    if (token.kind === 'punctuation') return [{ end: at + 1, readings: [], words: token.isBreak ? [BREAK] : [], cost: 0 }]
    if (token.kind !== 'word') return [{ end: at + 1, readings: [], words: [NUMBER], cost: 0 }]
    const inCapitals = capitals[token.line] ?? false
    const single = read(token.text, inCapitals)
    const edges: Edge[] = single.map((reading) => ({ end: at + 1, readings: [reading], words: [reading.word], cost: reading.cost }))
    edges.push({ end: at + 1, readings: [], words: [UNKNOWN], cost: costOfKeeping(token.text, inCapitals) })
    const best = Math.min(...single.map(({ cost }) => cost), Infinity)
    if (best > 1.5 * token.text.length + 3 || token.text.length > 7)
      edges.push(...listGlued(token.text, at, inCapitals, read, best, model))
    const next = tokens[at + 1]
    if (next?.kind === 'word' && next.line === token.line && next.start <= token.end + 1) {
      edges.push(...listSplit(token.text + next.text, at, inCapitals, read, model))
    }
    return edges
  })
}

function costOfKeeping(text: string, inCapitals: boolean): number {
  // Capitals without a vowel are an abbreviation (CT, PCVP), not a damaged word.
  if (/^\p{Lu}{1,7}$/u.test(text) && (text.length === 1 || (!inCapitals && !/[AEIOUY].*[A-Z]/u.test(text)))) return 2
  return 8 + 3 * text.length
}

function listGlued(text: string, at: number, inCapitals: boolean, read: TokenReader, best: number, model: SyllableModel): Edge[] {
  const edges: Edge[] = []
  for (let cut = 1; cut < text.length; cut++) {
    const left = pickLikely(read(text.slice(0, cut), inCapitals), model)
    const right = pickLikely(read(text.slice(cut), inCapitals), model)
    for (const first of left) {
      for (const second of right) {
        const cost = first.cost + second.cost + GLUED_COST
        if (cost < best + GLUED_COST) edges.push({ end: at + 1, readings: [first, second], words: [first.word, second.word], cost })
      }
    }
  }
  return edges.sort((a, b) => a.cost - b.cost).slice(0, 24)
}

function listSplit(text: string, at: number, inCapitals: boolean, read: TokenReader, model: SyllableModel): Edge[] {
  if (text.length > 8) return []
  return pickLikely(read(text, inCapitals), model)
    .filter(({ cost }) => cost < 2 * text.length)
    .map((reading) => ({ end: at + 2, readings: [reading], words: [reading.word], cost: reading.cost + SPLIT_COST }))
}

function pickLikely(readings: readonly WordReading[], model: SyllableModel): WordReading[] {
  const rank = ({ cost, word }: WordReading) => cost + 0.5 * model.costAlone(word)
  return [...readings].sort((a, b) => rank(a) - rank(b)).slice(0, 5)
}
