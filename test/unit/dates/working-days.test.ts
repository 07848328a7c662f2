import { describe, expect, test } from 'vitest'
import holidays from '../../../data/lexicon/holidays.json' with { type: 'json' }
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../src/dates/working-days.ts'
import { weekdayOf } from '../../../src/domain/calendar.ts'

describe('working days in Viet Nam', () => {
  test.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-24', false, 'Ngày Văn hóa'],
    ['2026-02-17', false, 'mùng 1 Tết'],
    ['2025-01-29', false, 'mùng 1 Tết'],
    ['2024-04-29', false, 'swapped for a Saturday'],
    ['2024-05-04', true, 'the Saturday worked for it'],
    ['2026-04-27', false, 'instead of Giỗ Tổ on a Sunday'],
    ['2025-09-01', false, 'the second day of Quốc khánh'],
    ['2023-05-03', false, 'instead of 30/4 on a Sunday'],
  ])('%s: %s (%s)', (day, isWorking) => {
    expect(isWorkingDay(day, holidays)).toBe(isWorking)
  })

  test('counting steps over the weekend and the holiday', () => {
    expect(addWorkingDays('2026-11-20', 1, holidays)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-20', 2, holidays)).toBe('2026-11-25')
    expect(addWorkingDays('2026-11-25', -2, holidays)).toBe('2026-11-20')
    expect(addWorkingDays('2026-11-21', 0, holidays)).toBe('2026-11-21')
    expect(workingDaysBetween('2026-11-20', '2026-11-25', holidays)).toBe(2)
    expect(workingDaysBetween('2026-11-25', '2026-11-20', holidays)).toBe(-2)
  })
})

describe('the list of holidays', () => {
  const years = ['2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030']

  test.each(years)('%s has the eleven days of the law, five of them in a row at Tết', (year) => {
    const names = Object.entries(holidays.daysOff).flatMap(([day, name]) => (day.startsWith(year) ? [name] : []))
    const count = (word: string) => names.filter((name) => name.startsWith(word) && !name.includes('(hoán đổi)')).length
    expect(count('Tết Nguyên đán')).toBeGreaterThanOrEqual(5)
    expect(count('Tết Dương lịch')).toBeGreaterThanOrEqual(1)
    expect(count('Giỗ Tổ')).toBeGreaterThanOrEqual(1)
    expect(count('Quốc khánh')).toBeGreaterThanOrEqual(2)
    expect(count('Ngày Văn hóa')).toBe(Number(year) < 2026 ? 0 : year === '2029' || year === '2030' ? 2 : 1)
  })

  test('days worked in exchange are weekend days, days off in exchange are weekdays', () => {
    for (const day of Object.keys(holidays.workedDays)) expect(weekdayOf(day)).toBeGreaterThan(5)
    const exchanged = Object.entries(holidays.daysOff).filter(([, name]) => /\((?:nghỉ bù|hoán đổi)\)/.test(name))
    for (const [day] of exchanged) expect(weekdayOf(day)).toBeLessThan(6)
  })
})
