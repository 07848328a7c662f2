import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRound } from '../../../src/dates/find-round.ts'
import { addDays } from '../../../src/domain/calendar.ts'
import type { Deadline } from '../../../src/domain/deadline.ts'

const recurring = (rrule: string | null): Deadline => ({ kind: 'recurring', value: 'x', asWritten: null, rrule })

describe('the round that a day falls into', () => {
  test.each([
    ['FREQ=WEEKLY', '2026-11-21', 'W2026-11-16', '2026-11-16', '2026-11-22'],
    ['FREQ=WEEKLY;BYDAY=FR', '2027-01-01', 'W2026-12-28', '2026-12-28', '2027-01-03'],
    ['FREQ=MONTHLY', '2028-02-29', '2028-02', '2028-02-01', '2028-02-29'],
    ['FREQ=MONTHLY;BYMONTHDAY=25', '2026-11-30', '2026-11', '2026-11-01', '2026-11-30'],
    ['FREQ=MONTHLY;INTERVAL=2', '2026-12-31', '2026-11', '2026-11-01', '2026-12-31'],
    ['FREQ=MONTHLY;INTERVAL=3', '2026-11-21', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['FREQ=MONTHLY;INTERVAL=6', '2026-06-30', '2026-H1', '2026-01-01', '2026-06-30'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15', '2026-12-20', '2026', '2026-01-01', '2026-12-31'],
  ])('%s on %s is %s', (rrule, day, name, from, until) => {
    expect(findRound(recurring(rrule), day)).toEqual({ name, from, until })
  })

  test.each([null, 'FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=YEARLY;INTERVAL=5', 'FREQ=MONTHLY;INTERVAL=5'])(
    '%s has none that is known',
    (rrule) => expect(findRound(recurring(rrule), '2026-11-21')).toBeUndefined(),
  )

  test('rounds lie one after the other: every day in one, the next day in it or in the next', () => {
    const rules = ['FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY']
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.integer({ min: -4000, max: 4000 }), (rrule, days) => {
        const day = addDays('2026-11-21', days)
        const round = findRound(recurring(rrule), day)!
        expect(round.from <= day && day <= round.until).toBe(true)
        expect(findRound(recurring(rrule), round.until)).toEqual(round)
        expect(findRound(recurring(rrule), addDays(round.until, 1))!.from).toBe(addDays(round.until, 1))
      }),
    )
  })
})
