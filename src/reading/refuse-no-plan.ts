import type { Reading } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import type { ReadingLexicon } from './lexicon.ts'

/** Why a paper cannot be loaded as a plan: not-vietnamese, no-duties; undefined when it can. */
export type RefusalCode = 'empty' | 'not-vietnamese' | 'no-duties'

/** Judges whether a read paper is a plan at all; the code says why it is not. */
export function refuseNoPlan(reading: Reading, text: string, _lexicon: ReadingLexicon): RefusalCode | undefined {
  const words = text.normalize('NFC').match(/\p{L}+/gu) ?? []
  if (words.length < 20) return 'empty'
  const accented = words.filter((word) => fold(word) !== word.toLowerCase()).length
  if (accented < words.length * 0.2) return 'not-vietnamese'
  if (reading.duties.length === 0) return 'no-duties'
  const isOffice =
    reading.plan.number !== null || reading.plan.recipients.length > 0 || reading.sections.length > 1 || reading.plan.type !== null
  return isOffice ? undefined : 'no-duties'
}
