import type { Day, Moment } from './calendar.ts'

/** chưa triển khai, đang triển khai, vướng mắc, hoàn thành (as reported; a leader may confirm later). */
export type ProgressStatus = 'not_started' | 'in_progress' | 'blocked' | 'done'

/** Cập nhật tiến độ: one line of the append-only log; a correction is a further line. */
export type ProgressUpdate = {
  readonly id: string
  /** Short reference that people type back, "A7K2". */
  readonly ref: string
  readonly dutyId: string
  /** The unit reported for: a collective duty has one row of progress per unit. */
  readonly unitId: string
  readonly officerId: string
  readonly status: ProgressStatus
  readonly percent: number | null
  readonly note: string | null
  /** Extension asked for; the original deadline stays. */
  readonly dueChange: Day | null
  readonly at: Moment
  /** The id of the line that this one takes back ("hủy"); such a line restores what stood before it. */
  readonly revokes: string | null
  /** For what comes back: the round that is meant, "2026-Q3"; null where it is told by nothing but the day. */
  readonly period: string | null
  /** "Ghi hộ": for whom the officer reported, as typed; null or absent when for oneself. */
  readonly onBehalf?: string | null
}

/** Where a duty of a unit stands after the whole log. */
export type ProgressState = Pick<ProgressUpdate, 'status' | 'percent' | 'note' | 'dueChange' | 'at' | 'id' | 'ref' | 'onBehalf'>

/** The state that a unit's log of one duty adds up to, oldest line first; undefined = nothing reported or all taken back. */
export function currentProgress(log: readonly ProgressUpdate[]): ProgressState | undefined {
  const revoked = new Set(log.flatMap((line) => (line.revokes ? [line.revokes] : [])))
  return log.findLast((line) => line.revokes === null && !revoked.has(line.id))
}
