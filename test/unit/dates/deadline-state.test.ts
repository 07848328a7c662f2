import { describe, expect, test } from 'vitest'
import holidays from '../../../data/lexicon/holidays.json' with { type: 'json' }
import { deadlineState } from '../../../src/dates/deadline-state.ts'
import { parseDeadline } from '../../../src/dates/parse-deadline.ts'

const state = (words: string, today: string, facts = {}) =>
  deadlineState(parseDeadline(words, { issuedOn: '2026-01-05' }), today, holidays, facts)

describe('how a deadline stands', () => {
  test.each([
    ['trước ngày 30/11/2026', '2026-11-10', { kind: 'in-time', lastDay: '2026-11-29' }],
    ['chậm nhất ngày 30/11/2026', '2026-11-30', { kind: 'today', lastDay: '2026-11-30' }],
    ['trước ngày 30/11/2026', '2026-11-30', { kind: 'overdue', lastDay: '2026-11-29', days: 1 }],
    ['chậm nhất ngày 30/11/2026', '2026-11-25', { kind: 'near', lastDay: '2026-11-30', workingDaysLeft: 3 }],
    ['chậm nhất ngày 30/11/2026', '2026-11-23', { kind: 'in-time', lastDay: '2026-11-30' }],
    ['trong tháng 10 năm 2026', '2026-11-21', { kind: 'overdue', lastDay: '2026-10-31', days: 21 }],
    ['Quý IV/2026', '2026-11-21', { kind: 'in-time', lastDay: '2026-12-31' }],
    ['năm 2030', '2026-11-21', { kind: 'in-time', lastDay: '2030-12-31' }],
    ['2026-2027', '2026-11-21', { kind: 'in-time', lastDay: '2027-12-31' }],
    ['thường xuyên', '2026-11-21', { kind: 'ongoing' }],
    ['trong 05 ngày làm việc kể từ ngày nhận hồ sơ', '2026-11-21', { kind: 'relative' }],
    ['kịp thời', '2026-11-21', { kind: 'none' }],
    ['Năm 2026 và các năm tiếp theo', '2026-11-21', { kind: 'unknown' }],
    ['trước ngày 15/12 hằng năm', '2026-11-21', { kind: 'recurring', nextOn: '2026-12-15', periodStart: '2026-01-01' }],
    ['trước ngày 15/6 và 15/12 hằng năm', '2026-11-21', { kind: 'recurring', nextOn: '2026-12-15', periodStart: '2026-01-01' }],
    ['định kỳ hằng quý', '2026-11-21', { kind: 'recurring', nextOn: '2026-12-31', periodStart: '2026-10-01' }],
    ['hằng tuần', '2026-11-21', { kind: 'recurring', nextOn: '2026-11-22', periodStart: '2026-11-16' }],
    ['trước ngày 20 hằng tháng', '2026-11-21', { kind: 'recurring', nextOn: '2026-12-20', periodStart: '2026-12-01' }],
    ['thứ Sáu hằng tuần', '2026-11-21', { kind: 'recurring', nextOn: '2026-11-27', periodStart: '2026-11-23' }],
    ['05 năm một lần', '2026-11-21', { kind: 'recurring', nextOn: undefined, periodStart: undefined }],
  ])('%s on %s', (words, today, expected) => {
    expect(state(words, today)).toEqual(expected)
  })

  test('what is done is measured on the day of doing, and not guessed when nobody said it', () => {
    const words = 'chậm nhất ngày 30/10/2026'
    expect(state(words, '2026-11-21', { isDone: true, doneOn: '2026-10-20' })).toMatchObject({ kind: 'done', daysLate: 0 })
    expect(state(words, '2026-11-21', { isDone: true, doneOn: '2026-11-02' })).toMatchObject({ kind: 'done', daysLate: 3 })
    expect(state(words, '2026-11-21', { isDone: true })).toMatchObject({ kind: 'done', daysLate: null })
    expect(state(words, '2026-10-21', { isDone: true })).toMatchObject({ kind: 'done', daysLate: 0 })
  })

  test('a periodic duty without a rule has no next day', () => {
    const periodic = { kind: 'recurring', value: 'periodic', asWritten: 'định kỳ', rrule: null } as const
    expect(deadlineState(periodic, '2026-11-21', holidays)).toEqual({
      kind: 'recurring',
      nextOn: undefined,
      periodStart: undefined,
    })
  })
})
