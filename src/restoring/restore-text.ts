import { adaptChannels, type Channels, type SureWord } from './adapt-channel.ts'
import { buildLattice, createTokenReader, type Edge } from './build-lattice.ts'
import type { Restorer } from './create-restorer.ts'
import { findBestPath, type WordCost } from './find-best-path.ts'
import { findDamage } from './find-damage.ts'
import { formatCase } from './letter-case.ts'
import { createPaperCost } from './paper-cost.ts'
import { rateCertainty } from './rate-certainty.ts'
import { repairMarks } from './repair-marks.ts'
import type { RestoredSpan, RestoredText } from './restored-text.ts'
import { splitTokens, type Token } from './split-tokens.ts'

export type { Restorer } from './create-restorer.ts'

const SURE = 0.85

/** Restores damaged text to correct Vietnamese, line for line; clean text passes untouched. */
export function restoreText(source: string, restorer: Restorer): RestoredText {
  const lines = splitLines(source)
  const damage = findDamage(
    lines.map(({ text }) => text),
    restorer.isPlainSyllable,
  )
  const damaged = lines.filter((_, at) => damage.lines[at])
  const repairs = damaged.length > 0 ? repairLines(damaged, restorer) : []
  return assemble(source, lines, damage.lines, repairs, restorer)
}

type Line = { readonly text: string; readonly start: number }
type Repair = { readonly start: number; readonly end: number; readonly text: string; readonly certainty: number }

function splitLines(source: string): Line[] {
  let start = 0
  return source.split('\n').map((text) => {
    const line = { text, start }
    start += text.length + 1
    return line
  })
}

// Twice: the words that the first reading is sure of teach how this paper was damaged and what it speaks of.
function repairLines(lines: readonly Line[], restorer: Restorer): Repair[] {
  const tokens = splitTokens(lines)
  const { model, channels } = restorer
  const first = readTokens(tokens, channels, model.cost, restorer)
  const sure: SureWord[] = first.flatMap(({ read, words, certainty }) =>
    words.length === 1 && certainty > SURE ? [{ word: words[0]!, read }] : [],
  )
  const rated = first.flatMap(({ edge, certainty }) => edge.words.map((word) => ({ word, certainty })))
  const adapted = adaptChannels(sure, channels)
  const second = readTokens(tokens, adapted, createPaperCost(rated, model.cost), restorer)
  const marks = repairMarks(
    tokens.filter(({ kind }) => kind === 'mark'),
    adapted.letters,
  )
  return second.flatMap(({ start, end, tokens: [token], words, certainty }) => {
    if (words.length > 0) return [{ start, end, text: words.join(' '), certainty }]
    const text =
      marks.get(token!) ?? (token!.kind === 'code' || token!.kind === 'word' ? restorer.repairCode(token!.text) : token!.text)
    return text === token!.text && token!.kind !== 'word' ? [] : [{ start, end, text, certainty }]
  })
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

function assemble(
  source: string,
  lines: readonly Line[],
  damaged: readonly boolean[],
  repairs: readonly Repair[],
  restorer: Restorer,
): RestoredText {
  const spans: RestoredSpan[] = []
  let text = ''
  let at = 0
  const keep = (end: number) => {
    if (end > at) add(at, end, source.slice(at, end), 1)
  }
  const add = (sourceStart: number, sourceEnd: number, restored: string, certainty: number) => {
    spans.push({ sourceStart, sourceEnd, start: text.length, end: text.length + restored.length, certainty })
    text += restored
    at = sourceEnd
  }
  for (const repair of repairs) {
    keep(repair.start)
    add(repair.start, repair.end, repair.text, repair.certainty)
  }
  keep(source.length)
  const scores = rateLines(lines, damaged, repairs)
  const words = scores.reduce((sum, { weight }) => sum + weight, 0)
  const score = words > 0 ? scores.reduce((sum, { score, weight }) => sum + score * weight, 0) / words : 1
  const label = restorer.labels.find(({ from }) => score >= from)?.label ?? ''
  return {
    source,
    text,
    spans,
    quality: { score: Math.round(score * 1000) / 1000, label },
    lines: scores.map(({ score }, line) => ({ score, isDamaged: damaged[line] ?? false })),
  }
}

// A line is as good as its words are sure, and never as good as one that needed no reading.
function rateLines(lines: readonly Line[], damaged: readonly boolean[], repairs: readonly Repair[]) {
  let next = 0
  return lines.map(({ text, start }, line) => {
    let [sum, count] = [0, 0]
    for (; next < repairs.length && repairs[next]!.start <= start + text.length; next++) {
      sum += repairs[next]!.certainty
      count++
    }
    const score = count > 0 ? (sum / count) * 0.9 : 1
    return { score: damaged[line] ? score : 1, weight: text.trim().length }
  })
}
