import type { Restorer } from './create-restorer.ts'
import { findDamage } from './find-damage.ts'
import { rateAll, rateLines } from './rate-lines.ts'
import { repairLines, type Repair } from './repair-lines.ts'
import type { RestoredSpan, RestoredText } from './restored-text.ts'
import type { Line } from './split-tokens.ts'

export type { Restorer } from './create-restorer.ts'

/** Power of the odds that agrees with how often words are right. */
const TEMPER = 0.6

/** Restores damaged text to correct Vietnamese, line for line; clean text passes untouched. */
export function restoreText(source: string, restorer: Restorer): RestoredText {
  const lines = splitLines(source)
  const damage = findDamage(
    lines.map(({ text }) => text.normalize('NFC')),
    restorer.isPlainSyllable,
  )
  const damaged = lines.filter((_, at) => damage.lines[at])
  const repairs = damaged.length > 0 ? repairLines(damaged, restorer) : []
  const scores = rateLines(lines, repairs)
  const score = rateAll(scores)
  return {
    source,
    ...applyRepairs(source, repairs),
    quality: { score, label: restorer.labels.find(({ from }) => score >= from)?.label ?? '' },
    lines: scores.map(({ score }, at) => ({ score, isDamaged: damage.lines[at] ?? false })),
  }
}

function splitLines(source: string): Line[] {
  let start = 0
  return source.split('\n').map((text) => {
    const line = { text, start }
    start += text.length + 1
    return line
  })
}

// Rivals that were never weighed make the weighing too sure of itself (test/bench/restoring.ts prints how much).
function temper(certainty: number): number {
  const [yes, no] = [certainty ** TEMPER, (1 - certainty) ** TEMPER]
  return Math.round((yes / (yes + no)) * 1000) / 1000
}

function applyRepairs(source: string, repairs: readonly Repair[]): { text: string; spans: RestoredSpan[] } {
  const spans: RestoredSpan[] = []
  const parts: string[] = []
  let [from, to] = [0, 0]
  const add = (end: number, text: string, certainty: number) => {
    if (end === from) return
    spans.push({ sourceStart: from, sourceEnd: end, start: to, end: to + text.length, certainty })
    parts.push(text)
    from = end
    to += text.length
  }
  for (const { start, end, text, certainty } of repairs) {
    add(start, source.slice(from, start), 1)
    add(end, text, temper(certainty))
  }
  add(source.length, source.slice(from), 1)
  return { text: parts.join(''), spans }
}
