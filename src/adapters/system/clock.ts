import { dayInVietnam, daysBetween, type Day } from '../../domain/calendar.ts'
import type { Clock } from '../../ports/clock.ts'

const DAY_MS = 86_400_000

/** The machine's clock; with another day given, that day begins now, at the real time of day, and runs on from there. */
export function createSystemClock(today?: Day): Clock {
  const shift = today === undefined ? 0 : daysBetween(dayInVietnam(new Date().toISOString()), today) * DAY_MS
  const now = () => new Date(Date.now() + shift).toISOString()
  return { now, today: () => dayInVietnam(now()) }
}
