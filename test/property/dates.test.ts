import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import holidays from '../../data/lexicon/holidays.json' with { type: 'json' }
import { findDay } from '../../src/dates/find-day.ts'
import { findDeadlines } from '../../src/dates/find-deadlines.ts'
import { findNextOccurrence } from '../../src/dates/find-next-occurrence.ts'
import { findWindow } from '../../src/dates/find-window.ts'
import { parseDeadline } from '../../src/dates/parse-deadline.ts'
import { formatRrule, parseRrule, type Recurrence } from '../../src/dates/recurrence.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/dates/working-days.ts'
import { addDays } from '../../src/domain/calendar.ts'
import { findNumerals } from '../../src/text/numerals.ts'

const PIECES = 'trước ngày tháng quý năm tuần hằng định kỳ từ đến kể từ hết 30/11 2026 12/2025 IV I 05 làm việc 6 tháng cuối đầu mười lăm hai ( ) , . - / | t4 mai sau khi thứ sáu của'.split(' ') // prettier-ignore
const words = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 25 })
  .map((list) => list.join(' '))
const day = fc.integer({ min: 0, max: 2900 }).map((days) => addDays('2023-01-01', days))
const issuedOn = fc.option(day)

describe('whatever the text', () => {
  test('deadlines lie inside it, in order and apart, and say their own words', () => {
    fc.assert(
      fc.property(words, issuedOn, (text, on) => {
        const original = text.normalize('NFC')
        let last = 0
        for (const { deadline, start, end } of findDeadlines(text, { issuedOn: on })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(original.slice(start, end)).toBe(deadline.asWritten)
          last = end
        }
        expect(last).toBeLessThanOrEqual(original.length)
      }),
    )
  })

  test('a phrase has one deadline, a recurring one a rule that can be read back', () => {
    fc.assert(
      fc.property(words, issuedOn, (text, on) => {
        const { kind, value, rrule } = parseDeadline(text, { issuedOn: on })
        expect(kind === 'none' && value !== null).toBe(false)
        expect(rrule === null ? null : formatRrule(parseRrule(rrule)!)).toBe(rrule)
      }),
    )
  })

  test('windows, days and numbers lie inside it, and a window does not end before it begins', () => {
    fc.assert(
      fc.property(words, day, (text, today) => {
        const spans = [findWindow(text, today), findDay(text, today), ...findNumerals(text)].filter((span) => span !== undefined)
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.normalize('NFC').length)
        }
        const window = findWindow(text, today)
        expect((window?.from ?? '0') <= (window?.to ?? '9')).toBe(true)
      }),
    )
  })
})

/** Days of work after the first day up to and with the second, counted one by one. */
function countNaively(from: string, to: string): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) count += isWorkingDay(at, holidays) ? 1 : 0
  return count
}

describe('working days', () => {
  test('agree with counting one by one, and adding undoes counting', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const to = addWorkingDays(from, count, holidays)
        expect(isWorkingDay(to, holidays)).toBe(true)
        expect(countNaively(from, to)).toBe(count)
        expect(workingDaysBetween(from, to, holidays)).toBe(count)
        expect(workingDaysBetween(to, from, holidays)).toBe(-count)
        expect(addWorkingDays(to, -count, holidays) <= addWorkingDays(from, 1, holidays)).toBe(true)
      }),
    )
  })
})

describe('what comes back', () => {
  const rule: fc.Arbitrary<Recurrence> = fc.oneof(
    fc.record({
      frequency: fc.constant('MONTHLY' as const),
      interval: fc.constantFrom(1, 3, 6),
      byMonthDay: fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      frequency: fc.constant('WEEKLY' as const),
      interval: fc.constant(1),
      byDay: fc.array(fc.constantFrom('MO', 'FR', 'SU'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      frequency: fc.constant('YEARLY' as const),
      interval: fc.constant(1),
      byMonth: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 2 }),
      byMonthDay: fc.constant([15]),
    }),
  )

  test('the next time is not behind, and is the next one from every day up to it', () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: 0, max: 400 }), (recurrence, today, later) => {
        const next = findNextOccurrence(recurrence, today)!
        expect(next.nextOn >= today).toBe(true)
        expect(next.periodStart <= next.nextOn).toBe(true)
        const between = addDays(today, later)
        const after = between <= next.nextOn ? findNextOccurrence(recurrence, between) : next
        expect(after).toEqual(next)
      }),
    )
  })
})
