import type { Moment } from './calendar.ts'
import type { Duty } from './duty.ts'

/** What of a duty a person may correct; its quote and its lines are the source's and stay. */
export type CorrectedParts = Pick<Duty, 'text' | 'units' | 'deadline'>

/** Sửa kết quả đọc: one line of the append-only log of corrections; a further correction is a further line. */
export type Correction = {
  readonly dutyId: string
  /** 1-based order among the corrections of its duty. */
  readonly number: number
  /** The quote of the duty that was corrected: another reading of the paper may give its id to another duty. */
  readonly quote: string
  /** Officer id, or "operator" for the command line. */
  readonly by: string
  readonly at: Moment
  readonly before: CorrectedParts
  readonly after: CorrectedParts
}

/** The parts of a duty that a correction replaces. */
export function partsOf({ text, units, deadline }: CorrectedParts): CorrectedParts {
  return { text, units, deadline }
}

/** The duties as they were read, with the last correction of each put over its reading. */
export function applyCorrections(duties: readonly Duty[], corrections: readonly Correction[]): Duty[] {
  const last = new Map<string, Correction>()
  for (const correction of corrections) {
    if (correction.number > (last.get(correction.dutyId)?.number ?? 0)) last.set(correction.dutyId, correction)
  }
  return duties.map((duty) => {
    const correction = last.get(duty.id)
    return correction?.quote === duty.quote ? { ...duty, ...correction.after, confidence: 1 } : duty
  })
}
