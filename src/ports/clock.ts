import type { Day, Moment } from '../domain/calendar.ts'

/** The only source of time. */
export type Clock = {
  readonly now: () => Moment
  /** Today in Viet Nam. */
  readonly today: () => Day
}
