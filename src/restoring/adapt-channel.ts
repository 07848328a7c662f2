import { matchLetters } from './align-letters.ts'
import { buildChannel, type Channel, type Confusions } from './channel.ts'

/** A word that was surely printed and what was read there. */
export type SureWord = { readonly word: string; readonly read: string }

const PRIOR_WEIGHT = 20

/** Learns a paper's own way of damaging letters from the words of it that are sure. */
export function adaptChannel(words: readonly SureWord[], channel: Channel): Channel {
  const counts: Record<string, Record<string, number>> = {}
  for (const { word, read } of words) {
    for (const step of matchLetters(word, read, channel).reads) {
      const reads = (counts[step.letter] ??= {})
      reads[step.read] = (reads[step.read] ?? 0) + 1
    }
  }
  return buildChannel(counts satisfies Confusions, channel, PRIOR_WEIGHT)
}
