import { fold } from '../text/fold.ts'
import type { Repair } from './repair-lines.ts'
import type { Line } from './split-tokens.ts'

/** How well a line could be read, 0..1, and how much it counts. */
export type LineScore = { readonly score: number; readonly weight: number }

/** What a word is worth that lost only accents, or letters too; a word that needed no reading is worth 1. */
const WORTH = { sameLetters: 0.95, otherLetters: 0.5 }

/** Rates lines by how sure their words are and how much of them was damaged. */
export function rateLines(lines: readonly Line[], repairs: readonly Repair[]): LineScore[] {
  let next = 0
  return lines.map(({ text, start }) => {
    let [sum, count] = [0, 0]
    for (; next < repairs.length && repairs[next]!.start <= start + text.length; next++) {
      const { certainty, read, text: restored } = repairs[next]!
      sum += certainty * (fold(read) === fold(restored) ? WORTH.sameLetters : WORTH.otherLetters)
      count++
    }
    return { score: count > 0 ? sum / count : 1, weight: text.trim().length }
  })
}

/** The score of all lines together. */
export function rateAll(scores: readonly LineScore[]): number {
  const weight = scores.reduce((sum, line) => sum + line.weight, 0)
  const score = weight > 0 ? scores.reduce((sum, line) => sum + line.score * line.weight, 0) / weight : 1
  return Math.round(score * 1000) / 1000
}
