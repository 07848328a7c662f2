import { describe, expect, test } from 'vitest'
import { createSystemClock } from '../../../src/adapters/system/clock.ts'
import { dayInVietnam, timeInVietnam } from '../../../src/domain/calendar.ts'

describe('the system clock', () => {
  test('tells the machine’s time as an ISO moment', () => {
    const before = new Date().toISOString()
    const now = createSystemClock().now()
    expect(now >= before && now <= new Date().toISOString()).toBe(true)
  })

  test('today is the day in Viet Nam', () => {
    const clock = createSystemClock()
    expect(clock.today()).toBe(dayInVietnam(clock.now()))
  })

  test.each(['2024-02-29', '2026-11-21', '2031-12-31'])('moved to %s it keeps the time of day', (day) => {
    const moved = createSystemClock(day)
    const [now, real] = [moved.now(), createSystemClock().now()]
    expect(moved.today()).toBe(day)
    // A minute may pass between the two readings.
    expect([timeInVietnam(real), timeInVietnam(new Date(Date.parse(real) - 60_000).toISOString())]).toContain(timeInVietnam(now))
  })
})
