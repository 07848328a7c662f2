import type { Day } from '../domain/calendar.ts'
import { NO_DEADLINE, type Deadline } from '../domain/deadline.ts'
import { findDeadlines, listDeadlines } from '../dates/find-deadlines.ts'
import { fold } from '../text/fold.ts'

/** The deadline that a duty's own words set; the first exact one, else the first looser one. */
export function readOwnDeadline(text: string, issuedOn: Day | null): Deadline {
  return pick(findDeadlines(text, { issuedOn }).map(({ deadline }) => deadline)) ?? readPeriodic(text)
}

/** The deadline that a line such as "Thời gian hoàn thành: …" sets for the duties it governs. */
export function readLabelDeadline(value: string, issuedOn: Day | null): Deadline {
  return pick(listDeadlines(value, issuedOn, true).map(({ deadline }) => deadline)) ?? readPeriodic(value)
}

const ORDER: Readonly<Record<Deadline['kind'], number>> = {
  date: 0,
  month: 0,
  quarter: 0,
  year: 0,
  period: 0,
  recurring: 0,
  relative: 1,
  ongoing: 2,
  none: 3,
}

function pick(deadlines: readonly Deadline[]): Deadline | undefined {
  const set = deadlines.filter(({ kind }) => kind !== 'none')
  return set.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])[0]
}

// "định kỳ" without a period recurs, one only does not know how often.
function readPeriodic(text: string): Deadline {
  const at = fold(text).search(/\bdinh ky\b/)
  return at < 0 ? NO_DEADLINE : { kind: 'recurring', value: 'periodic', asWritten: text.slice(at, at + 7), rrule: null }
}
