import { fold } from '../text/fold.ts'
import type { ReadingWords } from './lexicon.ts'
import { startsWithAny } from './phrase-start.ts'

/** What kind of section one is in: only some hold duties. */
export type Zone = 'purpose' | 'task' | 'funds' | 'organise'

/** The zone that a heading opens, or undefined when the heading says nothing about it. */
export function matchZone(heading: string, words: ReadingWords): Zone | undefined {
  const folded = fold(heading)
  const bare = heading.replace(/^(?:một số|về|các|những)\s+/iu, '')
  if (startsWithAny(bare, words.zones.organise)) return 'organise'
  if (startsWithAny(bare, words.zones.funds)) return 'funds'
  const namesTasks = words.zones.task.some((word) => folded.includes(fold(word)))
  if (startsWithAny(bare, words.zones.purpose) && !(namesTasks && /nhiem vu|giai phap/.test(folded))) return 'purpose'
  return namesTasks ? 'task' : undefined
}
