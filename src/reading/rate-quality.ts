import type { Quality } from '../domain/plan.ts'
import type { ReadingWords } from './lexicon.ts'

/** How readable a copy is: the share of accented letters that the source kept, against its restored text. */
export function rateQuality(source: string, restored: string, words: ReadingWords): Quality {
  const sources = source.normalize('NFC').split(/\s+/)
  const texts = restored.normalize('NFC').split(/\s+/)
  const known = new Set(sources)
  const kept = texts.filter((word) => known.has(word)).length
  const score = texts.length === 0 ? 0 : Math.round((kept / texts.length) * 100) / 100
  const label = words.qualityLabels.find(([atLeast]) => score >= atLeast)?.[1] ?? ''
  return { score, label }
}
