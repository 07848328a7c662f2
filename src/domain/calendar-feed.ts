import type { Moment } from './calendar.ts'

/** Lịch thời hạn: a secret link to a unit's deadlines as iCalendar; only the SHA-256 of its token is stored. */
export type CalendarFeed = {
  readonly tokenHash: string
  readonly unitId: string
  readonly createdAt: Moment
  readonly revokedAt: Moment | null
}
