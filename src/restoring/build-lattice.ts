import type { Channels } from './adapt-channel.ts'
import { matchLetters } from './align-letters.ts'
import { createReadingFinder, type WordReading } from './find-readings.ts'
import { caseOf, formatCase, listCases } from './letter-case.ts'
import type { Token } from './split-tokens.ts'
import type { SyllableModel } from './syllable-model.ts'
import type { WordTree } from './word-tree.ts'
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
const STRANGE_CASE_COST = 6
const LONGEST_GLUED = 16
const LONGEST_SPLIT = 8

const MOST_READINGS = 20
const MOST_PART_READINGS = 4

/** What reads tokens, remembering those it has read. */
export type TokenReader = {
  readonly readWhole: (text: string, inCapitals: boolean) => readonly WordReading[]
  /** Two words that were glued: the likeliest pairs. */
  readonly readGlued: (text: string, inCapitals: boolean) => readonly (readonly [WordReading, WordReading])[]
}

/** Creates a reader of tokens; it remembers every token it has read. */
export function createTokenReader(tree: WordTree, channels: Channels, model: SyllableModel): TokenReader {
  const finder = createReadingFinder(tree, channels.letters)
  const rank = ({ cost, word }: WordReading) => cost + 0.5 * model.costAlone(word)
  const pickLikely = (readings: readonly WordReading[], most: number) =>
    [...readings].sort((a, b) => rank(a) - rank(b)).slice(0, most)
  const wordIds = new Map(model.words.map((word, id) => [word, id]))
  const addKnown = (text: string, readings: readonly WordReading[]): WordReading[] => {
    const seen = new Set(readings.map(({ word, letterCase }) => formatCase(model.words[word]!, letterCase)))
    const known = channels.words.listWords(text).filter((surface) => !seen.has(surface))
    return [
      ...readings,
      ...[...new Set(known)].flatMap((surface) => {
        const word = wordIds.get(surface.toLowerCase())
        const cost = matchLetters(surface, text, channels.letters).cost
        return word === undefined ? [] : [{ word, letterCase: caseOf(surface), cost }]
      }),
    ]
  }
  const readWhole = (text: string, inCapitals: boolean) => {
    const cases = new Map(listCases(text, inCapitals).map(({ letterCase, cost }) => [letterCase, cost]))
    const byLetters = [...cases.keys()].flatMap((letterCase) => finder.findWhole(text, letterCase))
    const readings = addKnown(text, byLetters).map(({ word, letterCase, cost }) => {
      const share = channels.words.share(formatCase(model.words[word]!, letterCase), text, 2 ** -cost)
      return { word, letterCase, cost: (cases.get(letterCase) ?? STRANGE_CASE_COST) - Math.log2(share) }
    })
    return pickLikely(readings, MOST_READINGS)
  }
  const readGlued = (text: string, inCapitals: boolean) => {
    if (text.length > LONGEST_GLUED) return []
    const { letterCase } = listCases(text, inCapitals)[0]!
    const rest = letterCase === 'upper' ? 'upper' : 'lower'
    const heads = finder.findParts(text, letterCase, 0)
    const pairs: [WordReading, WordReading][] = []
    for (let cut = 1; cut < text.length; cut++) {
      if (heads[cut]!.length === 0) continue
      const tails = pickLikely(finder.findParts(text, rest, cut)[text.length]!, MOST_PART_READINGS)
      for (const head of pickLikely(heads[cut]!, MOST_PART_READINGS)) for (const tail of tails) pairs.push([head, tail])
    }
    return pairs
  }
  return { readWhole: remember(readWhole), readGlued: remember(readGlued) }
}

function remember<Result>(read: (text: string, inCapitals: boolean) => Result): (text: string, inCapitals: boolean) => Result {
  const known = new Map<string, Result>()
  return (text, inCapitals) => {
    const key = inCapitals ? `^${text}` : text
    let result = known.get(key)
    if (result === undefined) known.set(key, (result = read(text, inCapitals)))
    return result
  }
}

/** For every token the edges that start there. */
export function buildLattice(tokens: readonly Token[], capitals: readonly boolean[], reader: TokenReader): Edge[][] {
  return tokens.map((token, at) => {
    if (token.kind === 'punctuation') return [{ end: at + 1, readings: [], words: token.isBreak ? [BREAK] : [], cost: 0 }]
    if (token.kind !== 'word') return [{ end: at + 1, readings: [], words: [NUMBER], cost: 0 }]
    const inCapitals = capitals[token.line] ?? false
    const single = reader.readWhole(token.text, inCapitals)
    const edges: Edge[] = single.map((reading) => ({ end: at + 1, readings: [reading], words: [reading.word], cost: reading.cost }))
    edges.push({ end: at + 1, readings: [], words: [UNKNOWN], cost: costOfKeeping(token.text, inCapitals) })
    const best = Math.min(...single.map(({ cost }) => cost), Infinity)
    if (best > 1.5 * token.text.length + 3 || token.text.length > 7)
      edges.push(...listGlued(token.text, at, inCapitals, best, reader))
    const next = tokens[at + 1]
    if (
      next?.kind === 'word' &&
      next.line === token.line &&
      next.start <= token.end + 1 &&
      (best > 6 || token.text.length < 3 || next.text.length < 3)
    ) {
      edges.push(...listSplit(token.text + next.text, at, inCapitals, reader))
    }
    return edges
  })
}

function costOfKeeping(text: string, inCapitals: boolean): number {
  // Capitals without a vowel are an abbreviation (CT, PCVP), not a damaged word.
  if (/^\p{Lu}{1,7}$/u.test(text) && (text.length === 1 || (!inCapitals && !/[AEIOUY].*[A-Z]/u.test(text)))) return 2
  return 8 + 3 * text.length
}

function listGlued(text: string, at: number, inCapitals: boolean, best: number, { readGlued }: TokenReader): Edge[] {
  return readGlued(text, inCapitals)
    .map(([first, second]) => ({
      end: at + 1,
      readings: [first, second],
      words: [first.word, second.word],
      cost: first.cost + second.cost + GLUED_COST,
    }))
    .filter(({ cost }) => cost < best + GLUED_COST)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 24)
}

function listSplit(text: string, at: number, inCapitals: boolean, { readWhole }: TokenReader): Edge[] {
  if (text.length > LONGEST_SPLIT) return []
  return readWhole(text, inCapitals)
    .slice(0, 5)
    .filter(({ cost }) => cost < 2 * text.length)
    .map((reading) => ({ end: at + 2, readings: [reading], words: [reading.word], cost: reading.cost + SPLIT_COST }))
}
