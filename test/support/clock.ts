import { addMinutes, dayInVietnam, type Moment } from '../../src/domain/calendar.ts'
import type { Clock } from '../../src/ports/clock.ts'

/** A clock that stands still until a test moves it. */
export type FixedClock = Clock & { readonly set: (moment: Moment) => void; readonly passMinutes: (minutes: number) => void }

/** A clock at a moment; a bare "2026-11-21" is nine in the morning in Viet Nam. */
export function fixedClock(start: string = '2026-11-21'): FixedClock {
  let moment = new Date(start.length === 10 ? `${start}T02:00:00Z` : start).toISOString()
  return {
    now: () => moment,
    today: () => dayInVietnam(moment),
    set: (next) => {
      moment = new Date(next).toISOString()
    },
    passMinutes: (minutes) => {
      moment = addMinutes(moment, minutes)
    },
  }
}
