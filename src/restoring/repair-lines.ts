import { adaptChannels, type Channels, type SureWord } from './adapt-channel.ts'
import { buildLattice, createTokenReader, type Edge } from './build-lattice.ts'
import type { Restorer } from './create-restorer.ts'
import { findBestPath, type WordCost } from './find-best-path.ts'
import { formatCase } from './letter-case.ts'
import { createPaperCost } from './paper-cost.ts'
import { rateCertainty } from './rate-certainty.ts'
import { repairMarks } from './repair-marks.ts'
import { splitTokens, type Line, type Token } from './split-tokens.ts'

/** A stretch of the source that was read anew. */
export type Repair = {
  readonly start: number
  readonly end: number
  readonly read: string
  readonly text: string
  readonly certainty: number
}

/** Words at least this sure teach how the paper was damaged. */
const SURE = 0.85
/** Certainty of what was mended or kept by rule, not by weighing. */
const BY_RULE = 0.9

/** Reads damaged lines twice: what the first reading is sure of teaches how this paper was damaged and what it speaks of. */
export function repairLines(lines: readonly Line[], restorer: Restorer): Repair[] {
  const tokens = splitTokens(lines)
  const { channels, wordCost } = restorer
  const first = readTokens(tokens, channels, wordCost, restorer)
  const sure: SureWord[] = first.flatMap(({ read, words, certainty }) =>
    words.length === 1 && certainty > SURE ? [{ word: words[0]!, read }] : [],
  )
  const rated = first.flatMap(({ edge, certainty }) => edge.words.map((word) => ({ word, certainty })))
  const adapted = adaptChannels(sure, channels)
  const second = readTokens(tokens, adapted, createPaperCost(rated, wordCost), restorer)
  const marks = repairMarks(
    tokens.filter(({ kind }) => kind === 'mark'),
    adapted.letters,
  )
  return second.flatMap((wordRead) => {
    const { start, end, read, words, certainty } = wordRead
    if (words.length > 0) return [{ start, end, read, text: blankBefore(wordRead) + words.join(' '), certainty }]
    const kept = keptText(wordRead.tokens[0]!, marks, restorer)
    return kept === undefined ? [] : [{ start, end, read, text: kept, certainty: Math.min(certainty, BY_RULE) }]
  })
}

// "06thang" is two words: a number and the word that was glued to it.
function blankBefore({ tokens: [token], read }: WordRead): string {
  return token!.isGluedToNumber && read === token!.text ? ' ' : ''
}

function keptText(token: Token, marks: ReadonlyMap<Token, string>, { repairCode }: Restorer): string | undefined {
  if (token.kind === 'word') return repairCode(token.text)
  const text = token.kind === 'code' ? repairCode(token.text) : marks.get(token)
  return text === token.text ? undefined : text
}

type WordRead = {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  readonly read: string
  readonly words: readonly string[]
  readonly certainty: number
  readonly edge: Edge
}

function readTokens(tokens: readonly Token[], channels: Channels, wordCost: WordCost, restorer: Restorer): WordRead[] {
  const { model, tree } = restorer
  const lattice = buildLattice(tokens, createTokenReader(tree, channels, model), model)
  const path = findBestPath(lattice, wordCost)
  const certainties = rateCertainty(path, lattice, wordCost)
  let at = 0
  return path.map((edge, step) => {
    const own = tokens.slice(at, edge.end)
    at = edge.end
    return {
      start: own[0]!.start,
      end: own.at(-1)!.end,
      tokens: own,
      read: own.map(({ text }) => text).join(''),
      words: listWords(edge, restorer),
      certainty: certainties[step]!,
      edge,
    }
  })
}

function listWords(edge: Edge, { model }: Restorer): string[] {
  return edge.readings.map(({ word, letterCase }) => formatCase(model.words[word]!, letterCase))
}
