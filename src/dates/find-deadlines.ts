import type { Day } from '../domain/calendar.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { DeadlinePiece } from './deadline-piece.ts'
import { findRecurrences } from './find-recurrences.ts'
import { findRelativeTimes } from './find-relative-times.ts'
import { foldForDates } from './fold-for-dates.ts'
import { listDue } from './list-due.ts'
import { listOngoing } from './list-ongoing.ts'
import { listRecurring } from './list-recurring.ts'
import { findWrittenTimes, keepLongest } from './written-times.ts'

/** A deadline and where its words stand in the NFC text. */
export type FoundDeadline = { readonly deadline: Deadline; readonly start: number; readonly end: number }

/**
 * Thời hạn: every deadline that a duty's text sets, in the order of the text. Days and years that are none (signing days, cited
 * papers, "giai đoạn", "tầm nhìn") stay out. A recurring one has its frequency in a word as value ("yearly") and its exact rule as rrule.
 */
export function findDeadlines(text: string, { issuedOn }: { readonly issuedOn: Day | null }): FoundDeadline[] {
  return listDeadlines(text, issuedOn, false)
}

/** As findDeadlines; with isPhrase the whole text is known to be about a time, so that bare times count too. */
export function listDeadlines(text: string, issuedOn: Day | null, isPhrase: boolean): FoundDeadline[] {
  const original = text.normalize('NFC')
  const folded = foldForDates(original)
  const times = findWrittenTimes(folded)
  const pieces: DeadlinePiece[] = [
    ...findRelativeTimes(folded, original, isPhrase),
    ...listRecurring(folded, findRecurrences(folded), times, isPhrase),
    ...listDue(folded, times, issuedOn, isPhrase),
    ...listOngoing(folded, isPhrase),
  ]
  return keepLongest(pieces).map(({ start, end, ...rest }) => ({
    deadline: { ...rest, asWritten: original.slice(start, end) },
    start,
    end,
  }))
}
