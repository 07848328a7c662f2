import { describe, expect, test } from 'vitest'
import { findRung } from '../../../src/dates/find-rung.ts'

const holidays = { daysOff: { '2026-11-24': 'Ngày Văn hóa Việt Nam 24/11' }, workedDays: {} }
const ladder = { workingDaysBefore: [3, 1], daysAfter: [1, 3, 7, 14], thenEveryDays: 30 }

describe('the rung that a deadline has reached', () => {
  test.each([
    ['2026-11-26', '2026-11-19', undefined],
    // Thursday 26: Wednesday is one before, Tuesday is off, Monday two, Friday three.
    ['2026-11-26', '2026-11-20', '-3'],
    ['2026-11-26', '2026-11-23', '-3'],
    ['2026-11-26', '2026-11-25', '-1'],
    ['2026-11-26', '2026-11-26', '0'],
    ['2026-11-26', '2026-11-27', '+1'],
    ['2026-11-26', '2026-11-28', '+1'],
    ['2026-11-26', '2026-12-09', '+7'],
    ['2026-11-26', '2026-12-10', '+14'],
    ['2026-11-26', '2027-01-08', '+14'],
    ['2026-11-26', '2027-01-09', '+44'],
    ['2026-11-26', '2027-02-08', '+74'],
    // A Sunday is spoken of on the Friday before.
    ['2026-11-29', '2026-11-27', '0'],
    ['2026-11-29', '2026-11-26', '-1'],
    ['2026-11-29', '2026-11-30', '+1'],
  ])('of %s on %s is %s', (lastDay, today, rung) => {
    expect(findRung(lastDay, today, ladder, holidays)).toBe(rung)
  })

  test('a ladder that ends is not gone on with', () => {
    const short = { workingDaysBefore: [], daysAfter: [1], thenEveryDays: null }
    expect(findRung('2026-11-26', '2026-12-26', short, holidays)).toBe('+1')
    expect(findRung('2026-11-26', '2026-11-25', short, holidays)).toBeUndefined()
  })
})
