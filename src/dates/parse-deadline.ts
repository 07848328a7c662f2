import type { Day } from '../domain/calendar.ts'
import { NO_DEADLINE, type Deadline } from '../domain/deadline.ts'
import { listDeadlines } from './find-deadlines.ts'

// A time counted from an event says most; "khi có yêu cầu" beside another time only adds to it.
const RANK = ['counted', 'recurring', 'period', 'date', 'month', 'quarter', 'ongoing', 'relative', 'year', 'none']

function rankOf({ kind, value }: Deadline): number {
  return RANK.indexOf(kind === 'relative' && /^(?:P|before)/.test(value ?? '') ? 'counted' : kind)
}

/**
 * The one deadline that a whole phrase states; kind "none" when it says nothing definite. A recurring one has its RFC 5545 rule
 * both as value and as rrule; "định kỳ" without a rule is none, as a phrase.
 */
export function parseDeadline(text: string, { issuedOn }: { readonly issuedOn: Day | null }): Deadline {
  const found = listDeadlines(text, issuedOn, true)
    .map(({ deadline }) => deadline)
    .filter(({ kind, rrule }) => kind !== 'recurring' || rrule !== null)
  const [best] = found.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (!best) return { ...NO_DEADLINE, asWritten: text.normalize('NFC').trim() || null }
  return best.kind === 'recurring' ? { ...best, value: best.rrule } : best
}
