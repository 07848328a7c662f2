import type { Day, Moment } from './calendar.ts'
import type { SentFile } from './message.ts'

/** Minh chứng before it is tied to a duty: a paper by its number and day, a link, or what was sent in the chat. */
export type EvidenceItem =
  | { readonly kind: 'document'; readonly number: string; readonly issuedOn: Day | null }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'photo' | 'file'; readonly file: SentFile; readonly caption: string | null }

/** One line of the append-only log of evidence; taking one back is a further line. */
export type Evidence = {
  readonly id: string
  /** Short reference that people type back; what was recorded with a report has the report's. */
  readonly ref: string
  readonly item: EvidenceItem
  readonly dutyId: string
  readonly unitId: string
  readonly officerId: string
  /** For whom it was handed in, as typed; null when for oneself. */
  readonly onBehalf: string | null
  /** The report that it shows to be true, where there is one. */
  readonly reportId: string | null
  readonly at: Moment
  /** The id of the line that this one takes back. */
  readonly revokes: string | null
}

/** The evidence that stands: what was not taken back. */
export function listStanding(log: readonly Evidence[]): Evidence[] {
  const revoked = new Set(log.flatMap(({ revokes }) => revokes ?? []))
  return log.filter(({ id, revokes }) => revokes === null && !revoked.has(id))
}
