import { describe, expect, test } from 'vitest'
import { findComparison } from '../../../src/dates/find-comparison.ts'

const TODAY = '2026-11-21'

describe('periods that are held against each other', () => {
  test.each([
    ['so với tháng trước thế nào', '2026-11-01..2026-11-30', '2026-10-01..2026-10-31'],
    ['quý III so với quý II', '2026-07-01..2026-09-30', '2026-04-01..2026-06-30'],
    ['quy 4 so voi quy 1', '2026-10-01..2026-12-31', '2026-01-01..2026-03-31'],
    ['quý I/2026 so với quý IV/2025', '2026-01-01..2026-03-31', '2025-10-01..2025-12-31'],
    ['tuần này so với tuần trước', '2026-11-16..2026-11-22', '2026-11-09..2026-11-15'],
    ['so với tuần rồi tiến độ ra sao', '2026-11-16..2026-11-22', '2026-11-09..2026-11-15'],
    ['tổng hợp so với cùng kỳ năm ngoái', '2026-01-01..2026-11-21', '2025-01-01..2025-11-21'],
    ['9 tháng đầu năm so với cùng kỳ năm trước', '2026-01-01..2026-09-30', '2025-01-01..2025-09-30'],
    ['quý III so với cùng kỳ', '2026-07-01..2026-09-30', '2025-07-01..2025-09-30'],
    ['tháng này so với cùng kỳ tháng trước', '2026-11-01..2026-11-21', '2026-10-01..2026-10-21'],
    ['từ đầu năm đến nay so với cùng kỳ năm 2024', '2026-01-01..2026-11-21', '2024-01-01..2024-11-21'],
    ['so sánh tháng 9 và tháng 10', '2026-10-01..2026-10-31', '2026-09-01..2026-09-30'],
    ['so sánh quý II với quý III', '2026-07-01..2026-09-30', '2026-04-01..2026-06-30'],
    ['năm nay so với năm ngoái', '2026-01-01..2026-12-31', '2025-01-01..2025-12-31'],
    ['T10 so với T9', '2026-10-01..2026-10-31', '2026-09-01..2026-09-30'],
    ['từ 01/10 đến 31/10 so với từ 01/9 đến 30/9', '2026-10-01..2026-10-31', '2026-09-01..2026-09-30'],
    ['6 tháng đầu năm 2026 so với 6 tháng đầu năm 2025', '2026-01-01..2026-06-30', '2025-01-01..2025-06-30'],
    ['kỳ này so với kỳ trước', '2026-11-01..2026-11-30', '2026-10-01..2026-10-31'],
    ['quý III so với kỳ trước', '2026-07-01..2026-09-30', '2026-04-01..2026-06-30'],
    ['hôm nay so với hôm qua', '2026-11-21..2026-11-21', '2026-11-20..2026-11-20'],
  ])('%s', (text, current, before) => {
    const found = findComparison(text, TODAY)
    expect(found && [found.current, found.before].map(({ from, to }) => `${from}..${to}`)).toEqual([current, before])
  })

  test.each([
    'tổng hợp tháng này',
    'việc 2 chậm so với kế hoạch',
    'so với yêu cầu thì đạt',
    'tháng 9 và tháng 10 có việc gì',
    'cùng ký văn bản',
  ])('%s compares no periods', (text) => expect(findComparison(text, TODAY)).toBeUndefined())
})
