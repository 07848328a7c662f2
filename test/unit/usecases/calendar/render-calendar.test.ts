import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { CalendarEvent } from '../../../../src/usecases/calendar/list-calendar-events.ts'
import { renderCalendar } from '../../../../src/usecases/calendar/render-calendar.ts'

const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'dty_1.1-unt_a@dondoc',
  day: '2026-12-14',
  rrule: null,
  summary: 'Hạn: báo cáo',
  description: 'Báo cáo kết quả',
  stamp: '2026-11-21T02:00:00.000Z',
  ...given,
})

function readEvents(calendar: string): ICAL.Event[] {
  const root = new ICAL.Component(ICAL.parse(calendar) as unknown[])
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

const HOSTILE = [
  'Phòng <A> & "B"; số 1, số 2\\3',
  '=HYPERLINK("http://x")',
  'dòng một\ndòng hai',
  '\u202Etrái sang phải\u202C',
  'END:VEVENT\nBEGIN:VEVENT\nSUMMARY:giả',
  'ế'.repeat(300),
  '👩‍👩‍👧'.repeat(60),
]

describe('iCalendar, read back by an independent parser', () => {
  test('a deadline is an all-day event that leaves the day free', () => {
    const [read] = readEvents(renderCalendar('Lịch', [event()]))
    expect(read?.uid).toBe('dty_1.1-unt_a@dondoc')
    expect(read?.startDate.isDate).toBe(true)
    expect(read?.startDate.toString()).toBe('2026-12-14')
    expect(read?.endDate.toString()).toBe('2026-12-15')
    expect(read?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test.each(HOSTILE)('hostile text comes back as typed: %j', (text) => {
    const calendar = renderCalendar(text, [event({ summary: text, description: text })])
    const events = readEvents(calendar)
    expect(events).toHaveLength(1)
    expect(events[0]?.summary).toBe(text)
    expect(events[0]?.description).toBe(text)
    const root = new ICAL.Component(ICAL.parse(calendar) as unknown[])
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe(text)
  })

  test('any text comes back, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        // Control characters have no place in the format.
        // oxlint-disable-next-line no-control-regex
        const text = typed.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        const calendar = renderCalendar('Lịch', [event({ summary: text })])
        expect(readEvents(calendar)[0]?.summary ?? '').toBe(text)
        for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }),
    )
  })

  test('the end of every quarter is meant, not the 31st', () => {
    const rrule = 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'
    const [read] = readEvents(renderCalendar('Lịch', [event({ day: '2026-03-31', rrule })]))
    const days = read!.iterator()
    expect(Array.from({ length: 4 }, () => days.next()?.toString())).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ])
  })
})
