import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../src/domain/calendar.ts'

type Data = {
  readonly daysOff: Readonly<Record<string, string>>
  readonly workedDays: Readonly<Record<string, string>> | readonly string[]
}
const data = JSON.parse(readFileSync(new URL('../../../data/lexicon/holidays.json', import.meta.url), 'utf8')) as Data
const worked: readonly string[] = Array.isArray(data.workedDays) ? data.workedDays : Object.keys(data.workedDays)
const years = [...new Set(Object.keys(data.daysOff).map((day) => Number(day.slice(0, 4))))]

// The Vietnamese lunar calendar (UTC+7) after Ho Ngoc Duc: new moons and solar terms by Meeus.
const rad = Math.PI / 180
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * rad)
  const m = (359.2242 + 29.10535608 * k - 0.0000333 * t * t) * rad
  const mp = (306.0253 + 385.81691806 * k + 0.0107306 * t * t) * rad
  const f = (21.2964 + 390.67050646 * k - 0.0016528 * t * t) * rad
  const turn =
    (0.1734 - 0.000393 * t) * Math.sin(m) +
    0.0021 * Math.sin(2 * m) -
    0.4068 * Math.sin(mp) +
    0.0161 * Math.sin(2 * mp) -
    0.0004 * Math.sin(3 * mp) +
    0.0104 * Math.sin(2 * f) -
    0.0051 * Math.sin(m + mp) -
    0.0074 * Math.sin(m - mp) +
    0.0004 * Math.sin(2 * f + m) -
    0.0004 * Math.sin(2 * f - m) -
    0.0006 * Math.sin(2 * f + mp) +
    0.001 * Math.sin(2 * f - mp) +
    0.0005 * Math.sin(2 * mp + m)
  const delta = -0.000278 + 0.000265 * t + 0.000262 * t * t
  return Math.floor(mean + turn - delta + 0.5 + 7 / 24)
}
function solarTerm(day: number): number {
  const t = (day - 2451545.5 - 7 / 24) / 36525
  const m = (357.5291 + 35999.0503 * t) * rad
  const l =
    280.46645 + 36000.76983 * t + (1.9146 - 0.004817 * t) * Math.sin(m) + 0.019993 * Math.sin(2 * m) + 0.00029 * Math.sin(3 * m)
  return Math.floor((((l % 360) + 360) % 360) / 30)
}
const toIso = (julian: number) => new Date((julian - 2440588) * 86400000).toISOString().slice(0, 10)

/** A day of a lunar month: each month holds the middle term that names it, the first 330 degrees, the third 30. */
function lunarDay(year: number, month: number, day: number): string {
  const before = (month + 9) % 12
  const from = Math.floor((Date.UTC(year, 0, 1) / 86400000 + 2440588 - 2415021) / 29.530588853) - 1
  const k = Array.from({ length: 8 }, (_, index) => from + index).find(
    (each) => solarTerm(newMoonDay(each)) === before && solarTerm(newMoonDay(each + 1)) !== before,
  )!
  return addDays(toIso(newMoonDay(k)), day - 1)
}

describe.each(years)('days off of %i', (year) => {
  test('the first four days of the lunar year and the day before are off', () => {
    const first = lunarDay(year, 1, 1)
    for (const shift of [-1, 0, 1, 2]) expect(data.daysOff[addDays(first, shift)]).toMatch(/Tết Nguyên đán/)
  })

  test('the tenth of the third lunar month is off, or a day is off for it', () => {
    expect(data.daysOff[lunarDay(year, 3, 10)]).toMatch(/Giỗ Tổ/)
  })

  test.each(['01-01', '04-30', '05-01', '09-02'])('%s is off', (day) => {
    expect(data.daysOff[`${year}-${day}`]).toBeDefined()
  })

  test('a weekend that is worked is no day off', () => {
    for (const day of worked.filter((each) => each.startsWith(String(year)))) {
      expect(data.daysOff[day]).toBeUndefined()
      expect(weekdayOf(day)).toBeGreaterThanOrEqual(6)
    }
  })
})
