import { matchLetters } from './align-letters.ts'
import { buildChannel, type Channel } from './channel.ts'
import { buildWordChannel, type WordChannel } from './word-channel.ts'

/** A word that was surely printed and what was read there. */
export type SureWord = { readonly word: string; readonly read: string }

/** What reading does to letters and to whole words. */
export type Channels = { readonly letters: Channel; readonly words: WordChannel }

const LETTER_WEIGHT = 20
const WORD_WEIGHT = 6

/** Learns a paper's own way of damaging letters and words from the words of it that are sure. */
export function adaptChannels(sure: readonly SureWord[], { letters, words }: Channels): Channels {
  const letterCounts: Record<string, Record<string, number>> = {}
  const wordCounts: Record<string, Record<string, number>> = {}
  for (const { word, read } of sure) {
    count(wordCounts, word, read)
    for (const step of matchLetters(word, read, letters).reads) count(letterCounts, step.letter, step.read)
  }
  return { letters: buildChannel(letterCounts, letters, LETTER_WEIGHT), words: buildWordChannel(wordCounts, words, WORD_WEIGHT) }
}

function count(counts: Record<string, Record<string, number>>, printed: string, read: string): void {
  const reads = (counts[printed] ??= {})
  reads[read] = (reads[read] ?? 0) + 1
}
