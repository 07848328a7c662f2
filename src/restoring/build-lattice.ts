import type { TokenReader } from './create-token-reader.ts'
import type { WordReading } from './find-readings.ts'
import type { Surroundings } from './letter-case.ts'
import type { Capital } from './capital.ts'
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
  /** Where the first word has a capital: what that tells. */
  readonly capital?: Capital
  /** It reads the very letters that stood two words before: "đoàn ra, đoàn vào". */
  readonly isRepeated?: boolean
}

const GLUED_COST = 11
const SPLIT_COST = 11
const POOR_COST = 5
const NUMBER_AS_WORD_COST = 1
const CAPITAL_WEIGHT = 0.7
/** Chances that a name starts where no word announces one: inside a sentence, at its start, after a comma, in a line of capitals. */
const NAME_SHARES = { inside: 0.0003, start: 0.0003, listed: 0.005, capitals: 0.0002 }
const LONGEST_SPLIT = 8

/** For every token the edges that start there. */
export function buildLattice(tokens: readonly Token[], reader: TokenReader, model: SyllableModel): Edge[][] {
  const surroundings = listSurroundings(tokens)
  return tokens.map((token, at) => {
    const around = surroundings[at]!
    const isRepeated = repeatsSecondBefore(tokens, at)
    if (token.kind === 'punctuation' || token.kind === 'mark') return [keep(at, token.isBreak ? [BREAK] : [], 0)]
    if (token.kind === 'roman') return [keep(at, [model.idOf(token.roman!.toLowerCase()) ?? NUMBER], 0)]
    if (token.kind === 'code') return [keep(at, [NUMBER], 0)]
    if (token.kind === 'number') return [keep(at, [NUMBER], 0), ...listNumberReadings(token, at, around, reader)]
    return [
      ...weighCapitals(listWordEdges(token, at, around, reader), tokens, at, around, model).map((edge) =>
        isRepeated ? { ...edge, isRepeated } : edge,
      ),
      keep(at, [UNKNOWN], costOfKeeping(token.text, around)),
      ...listSplit(tokens, at, around, reader),
      ...listPunctuated(tokens, at, around, reader),
    ]
  })
}

/** Whether the word two before, with nothing but commas between, was printed with the same letters. */
function repeatsSecondBefore(tokens: readonly Token[], at: number): boolean {
  const before: Token[] = []
  for (let index = at - 1; index >= 0 && before.length < 2; index--) {
    const token = tokens[index]!
    if (token.kind === 'word') before.push(token)
    else if (token.kind !== 'punctuation' || token.isBreak) return false
  }
  return before.length === 2 && before[1]!.text.toLowerCase() === tokens[at]!.text.toLowerCase()
}

// Inside a sentence a capital speaks for words that like one: Đảng, not đang.
function weighCapitals(edges: Edge[], tokens: readonly Token[], at: number, around: Surroundings, model: SyllableModel): Edge[] {
  const before = tokens[at - 1]
  const isInside = around === 'plain' && before?.line === tokens[at]!.line && before.kind !== 'mark' && !before.isBreak
  return edges.map((edge) => {
    const [first] = edge.readings
    if (!first) return edge
    if (first.letterCase === 'upper')
      return around === 'capitals' ? { ...edge, capital: { cost: 0, share: NAME_SHARES.capitals } } : edge
    const cost = isInside ? CAPITAL_WEIGHT * model.costOfCapital(first.word, first.letterCase === 'title') : 0
    if (first.letterCase === 'lower') return { ...edge, cost: edge.cost + cost }
    return {
      ...edge,
      capital: { cost, share: isInside ? (before.text === ',' ? NAME_SHARES.listed : NAME_SHARES.inside) : NAME_SHARES.start },
    }
  })
}

function keep(at: number, words: readonly number[], cost: number): Edge {
  return { end: at + 1, readings: [], words, cost }
}

function toEdge(reading: WordReading, end: number, cost: number): Edge {
  return { end, readings: [reading], words: [reading.word], cost: reading.cost + cost }
}

function listWordEdges(token: Token, at: number, around: Surroundings, reader: TokenReader): Edge[] {
  const single = reader.readWhole(token.text, around)
  const best = Math.min(...single.map(({ cost }) => cost), Infinity)
  const isPoor = best > 1.5 * token.text.length + 3 || token.text.length > 8
  return [
    ...single.map((reading) => toEdge(reading, at + 1, 0)),
    ...(isPoor && !reader.isTired() ? listGlued(token.text, at, around, best, reader) : []),
  ]
}

// A short number may be a word: "nhà 6" is nhà ở, "16 trình" is lộ trình; only where words around it say so loudly.
function listNumberReadings(token: Token, at: number, around: Surroundings, { readWhole }: TokenReader): Edge[] {
  if (!/^\d{1,2}$/.test(token.text)) return []
  return readWhole(token.text, around)
    .slice(0, 8)
    .map((reading) => toEdge(reading, at + 1, NUMBER_AS_WORD_COST))
}

function costOfKeeping(text: string, around: Surroundings): number {
  // Capitals without a vowel are an abbreviation (CT, PCVP), not a damaged word.
  if (/^\p{Lu}{1,7}$/u.test(text) && (text.length === 1 || (around !== 'capitals' && !/[AEIOUY].*[A-Z]/u.test(text)))) return 2
  return 14 + 3 * text.length
}

function listGlued(text: string, at: number, around: Surroundings, best: number, { readGlued }: TokenReader): Edge[] {
  return readGlued(text, around)
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

// One word that a blank split in two.
function listSplit(
  tokens: readonly Token[],
  at: number,
  around: Surroundings,
  { readWhole, readJoined, isTired }: TokenReader,
): Edge[] {
  if (isTired()) return []
  const [first, second] = [tokens[at]!, tokens[at + 1]]
  if (second?.kind !== 'word' || second.line !== first.line || second.start > first.end + 1) return []
  const text = first.text + second.text
  if (text.length > LONGEST_SPLIT || Math.min(first.text.length, second.text.length) > 2) return []
  const bestOf = (part: string) => readWhole(part, around).reduce((best, { cost }) => Math.min(best, cost), Infinity)
  if (Math.max(bestOf(first.text), bestOf(second.text)) < POOR_COST) return []
  return readJoined(text, around).map((reading) => toEdge(reading, at + 2, SPLIT_COST))
}

// One word in which a letter was read as punctuation: "tri,rc", "cu'ong", "dui:mg".
function listPunctuated(tokens: readonly Token[], at: number, around: Surroundings, { readWhole }: TokenReader): Edge[] {
  const parts = tokens.slice(at, at + 3)
  const isWord = parts.length === 3 && parts[1]!.kind === 'punctuation' && parts[2]!.kind === 'word'
  if (!isWord || !parts[1]!.isGlued || !parts[2]!.isGlued) return []
  const text = parts.map((part) => part.text).join('')
  return text.length > LONGEST_SPLIT
    ? []
    : readWhole(text, around)
        .slice(0, 5)
        .map((reading) => toEdge(reading, at + 3, 0))
}

function listSurroundings(tokens: readonly Token[]): Surroundings[] {
  const lines = new Map<number, { capitals: number; others: number }>()
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 2) continue
    const line = lines.get(token.line) ?? { capitals: 0, others: 0 }
    // A capital I with a mark above or below is read as a small i: "PHO Bi THU".
    const letters = token.text.length > 3 ? token.text : token.text.replaceAll(/(?<=\p{Lu})i/gu, 'I')
    const uppers = letters.match(/\p{Lu}/gu)?.length ?? 0
    if (uppers * 2 > letters.length) line.capitals += token.text.length > 2 ? 1 : 0.5
    else line.others++
    lines.set(token.line, line)
  }
  return tokens.map((token, at) => {
    const { capitals, others } = lines.get(token.line) ?? { capitals: 0, others: 0 }
    if (capitals > 1 && capitals > 2 * others) return 'capitals'
    return capitals > 1 && (isCapital(tokens[at - 1]) || isCapital(tokens[at + 1])) ? 'mixed' : 'plain'
  })
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length > 2 && /^\P{Ll}*\p{Lu}{2}\P{Ll}*$/u.test(token.text)
}
