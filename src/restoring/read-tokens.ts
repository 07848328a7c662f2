import { buildLattice, type Edge } from './build-lattice.ts'
import type { TokenReader } from './create-token-reader.ts'
import { findBestPath, type Context, type WordCost } from './find-best-path.ts'
import { formatCase } from './letter-case.ts'
import { rateCertainty } from './rate-certainty.ts'
import type { Token } from './split-tokens.ts'
import type { SyllableModel } from './syllable-model.ts'
import { BREAK } from './syllable.ts'

/** One or more tokens and the words that they were read as; no words where they are kept. */
export type WordRead = {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  readonly read: string
  readonly words: readonly string[]
  /** Ids of the words, of what is kept too. */
  readonly ids: readonly number[]
  readonly certainty: number
}

/** What tokens are read with. */
export type Reading = { readonly reader: TokenReader; readonly wordCost: WordCost; readonly model: SyllableModel }

/** Reads stretches of tokens that follow one another, one after the other: a long paper needs no more room than a short one. */
export function readTokens(stretches: readonly (readonly Token[])[], reading: Reading): WordRead[] {
  const reads: WordRead[] = []
  for (const tokens of stretches) for (const read of readStretch(tokens, reading, lastWords(reads))) reads.push(read)
  return reads
}

function readStretch(tokens: readonly Token[], { reader, wordCost, model }: Reading, before: Context): WordRead[] {
  const lattice = buildLattice(tokens, reader, model)
  const path = findBestPath(lattice, wordCost, before)
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
      words: listWords(edge, model),
      ids: edge.words,
      certainty: certainties[step]!,
    }
  })
}

function listWords(edge: Edge, { words }: SyllableModel): string[] {
  return edge.readings.map(({ word, letterCase }) => formatCase(words[word]!, letterCase))
}

function lastWords(reads: readonly WordRead[]): Context {
  const ids = reads.slice(-4).flatMap(({ ids }) => ids)
  return [ids.at(-2) ?? BREAK, ids.at(-1) ?? BREAK]
}
