import { describe, expect, test } from 'vitest'
import { findDueHour, lastDayInTime, type Deadline } from '../../../src/domain/deadline.ts'

const before = (asWritten: string): Deadline => ({ kind: 'date', value: '2026-11-25', op: 'before', asWritten, rrule: null })

describe('a time of day in a deadline', () => {
  test.each([
    ['trước 16h00 ngày 25/11/2026', '16:00', '2026-11-25'],
    ['trước 17 giờ ngày 25/11/2026', '17:00', '2026-11-25'],
    ['trước 9h30 ngày 25/11/2026', '09:30', '2026-11-25'],
    ['trước 11 giờ 30 phút ngày 25/11/2026', '11:30', '2026-11-25'],
    ['trước 24 giờ ngày 25/11/2026', undefined, '2026-11-25'],
    ['trước 0h ngày 25/11/2026', undefined, '2026-11-24'],
    ['trước ngày 25/11/2026', undefined, '2026-11-24'],
  ])('%s: until %s of %s', (asWritten, hour, day) => {
    expect(findDueHour(before(asWritten))).toBe(hour)
    expect(lastDayInTime(before(asWritten))).toBe(day)
  })
})
