import type { RestoredText } from '../../src/restoring/restored-text.ts'
import { markRight, SYLLABLE } from './compare-syllables.ts'

/** Syllables of one band of certainty and how many of them are right. */
export type Band = { readonly from: number; readonly right: number; readonly total: number }

const BANDS = [0.99, 0.9, 0.8, 0.6, 0.4, 0]

/** How often syllables that were read anew are right, by how sure their restoring was. */
export function calibrateCertainty(pairs: readonly { readonly wanted: string; readonly restored: RestoredText }[]): Band[] {
  const bands = BANDS.map((from) => ({ from, right: 0, total: 0 }))
  for (const { wanted, restored } of pairs) {
    const marks = markRight(wanted, restored.text)
    let next = 0
    for (const { sourceStart, sourceEnd, start, end, certainty } of restored.spans) {
      const text = restored.text.slice(start, end)
      const isKept = certainty === 1 && text === restored.source.slice(sourceStart, sourceEnd)
      const band = bands.find(({ from }) => certainty >= from)!
      for (const _ of text.matchAll(SYLLABLE)) {
        const isRight = marks[next++]
        if (isKept) continue
        band.total++
        if (isRight) band.right++
      }
    }
  }
  return bands
}
