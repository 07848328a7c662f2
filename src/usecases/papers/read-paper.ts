import type { Reading } from '../../domain/plan.ts'
import { findSecrecyStamp } from '../../reading/find-secrecy-stamp.ts'
import type { ReadingLexicon } from '../../reading/lexicon.ts'
import { readPlan } from '../../reading/read-plan.ts'
import { refuseNoPlan } from '../../reading/refuse-no-plan.ts'
import type { Restorer } from '../../restoring/create-restorer.ts'
import { restoreText } from '../../restoring/restore-text.ts'

/** What reading papers needs, as data/ holds it. */
export type PaperReaders = { readonly restorer: Restorer; readonly lexicon: ReadingLexicon }

/** A paper that was read, or the code of the reason why it is refused; a refused paper leaves nothing behind. */
export type ReadPaper = { readonly restored: string; readonly reading: Reading } | { readonly refused: string }

/** From text as received to a reading: secrecy gate first, then restoration, then header, outline, duties. */
export function readPaper(source: string, { restorer, lexicon }: PaperReaders): ReadPaper {
  if (findSecrecyStamp(source, lexicon)) return { refused: 'secret' }
  const { text, quality } = restoreText(source, restorer)
  if (findSecrecyStamp(text, lexicon)) return { refused: 'secret' }
  const reading = readPlan(source, text, lexicon, { quality })
  const refused = refuseNoPlan(reading, text, lexicon)
  return refused ? { refused } : { restored: text, reading }
}
