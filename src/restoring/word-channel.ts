import type { ReadCounts } from './channel.ts'

/** What reading does to whole words, where that is known better than letter by letter. */
export type WordChannel = {
  /** Share of this word's readings that came out like this; letterShare is what its letters alone would give. */
  readonly share: (word: string, read: string, letterShare: number) => number
  /** Words that are known to have come out like this. */
  readonly listWords: (read: string) => readonly string[]
}

const PRIOR_WEIGHT = 12

/** A channel of words that follows the letters alone. */
export const letterwiseChannel: WordChannel = { share: (_word, _read, letterShare) => letterShare, listWords: () => [] }

/** A channel from counts of words, over another that is believed where counts are few. */
export function buildWordChannel(counts: ReadCounts, below: WordChannel = letterwiseChannel, weight = PRIOR_WEIGHT): WordChannel {
  const words = new Map<string, { readonly total: number; readonly reads: ReadonlyMap<string, number> }>()
  const sources = new Map<string, string[]>()
  for (const [word, reads] of Object.entries(counts)) {
    const entries = Object.entries(reads)
    words.set(word, { total: entries.reduce((sum, [, count]) => sum + count, 0), reads: new Map(entries) })
    for (const [read] of entries) sources.set(read, [...(sources.get(read) ?? []), word])
  }
  return {
    share: (word, read, letterShare) => {
      const prior = below.share(word, read, letterShare)
      const known = words.get(word)
      return known ? ((known.reads.get(read) ?? 0) + weight * prior) / (known.total + weight) : prior
    },
    listWords: (read) => [...(sources.get(read) ?? []), ...below.listWords(read)],
  }
}

/** A channel that follows one or another of several alike. */
export function mixWordChannels(channels: readonly WordChannel[]): WordChannel {
  if (channels.length === 0) return letterwiseChannel
  return {
    share: (word, read, letterShare) =>
      channels.reduce((sum, { share }) => sum + share(word, read, letterShare), 0) / channels.length,
    listWords: (read) => [...new Set(channels.flatMap(({ listWords }) => listWords(read)))],
  }
}
