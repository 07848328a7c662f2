import { describe, expect, test } from 'vitest'
import { findDay } from '../../../src/dates/find-day.ts'

describe('the day that a message names, on Saturday 21/11/2026', () => {
  test.each([
    ['đến mồng năm tháng sau', '2026-12-05'],
    ['den mung 5 thang sau', '2026-12-05'],
    ['ngày 25 tháng này', '2026-11-25'],
    ['đến mùng năm tháng sáu', '2027-06-05'],
    ['đến hết T12/2026', '2026-12-31'],
    ['hết quý IV', '2026-12-31'],
    ['thứ tư 25/11', '2026-11-25'],
    ['3 ngày nữa', '2026-11-24'],
  ])('%s', (text, day) => {
    expect(findDay(text, '2026-11-21')?.day).toBe(day)
  })

  test('a vague one is none', () => {
    expect(findDay('đầu tháng sau', '2026-11-21')).toBeUndefined()
  })
})
