import { describe, expect, test } from 'vitest'
import { findDay } from '../../../src/dates/find-day.ts'
import { findWindow } from '../../../src/dates/find-window.ts'
import { fold } from '../../../src/text/fold.ts'

/** A Saturday. */
const TODAY = '2026-11-21'

const WINDOWS: readonly (readonly [string, string | null, string | null])[] = [
  ['hôm nay có việc gì', '2026-11-21', '2026-11-21'],
  ['ngày mai nộp gì', '2026-11-22', '2026-11-22'],
  ['ngày kia', '2026-11-23', '2026-11-23'],
  ['hôm qua', '2026-11-20', '2026-11-20'],
  ['việc tuần này', '2026-11-16', '2026-11-22'],
  ['tuần sau có gì đến hạn', '2026-11-23', '2026-11-29'],
  ['tuần tới', '2026-11-23', '2026-11-29'],
  ['tuần trước', '2026-11-09', '2026-11-15'],
  ['cuối tuần', '2026-11-20', '2026-11-22'],
  ['đầu tuần sau', '2026-11-23', '2026-11-24'],
  ['tháng này', '2026-11-01', '2026-11-30'],
  ['tháng sau', '2026-12-01', '2026-12-31'],
  ['tháng trước', '2026-10-01', '2026-10-31'],
  ['cuối tháng', '2026-11-21', '2026-11-30'],
  ['cuối tháng 12', '2026-12-21', '2026-12-31'],
  ['đầu tháng sau', '2026-12-01', '2026-12-10'],
  ['tháng 12', '2026-12-01', '2026-12-31'],
  ['tháng 1', '2027-01-01', '2027-01-31'],
  ['quá hạn tháng 10', '2026-10-01', '2026-10-31'],
  ['tháng 10/2023', '2023-10-01', '2023-10-31'],
  ['quý này', '2026-10-01', '2026-12-31'],
  ['quý IV', '2026-10-01', '2026-12-31'],
  ['q4', '2026-10-01', '2026-12-31'],
  ['quý sau', '2027-01-01', '2027-03-31'],
  ['quý 1/2027', '2027-01-01', '2027-03-31'],
  ['năm nay', '2026-01-01', '2026-12-31'],
  ['năm ngoái', '2025-01-01', '2025-12-31'],
  ['năm 2027', '2027-01-01', '2027-12-31'],
  ['cuối năm', '2026-10-01', '2026-12-31'],
  ['6 tháng đầu năm', '2026-01-01', '2026-06-30'],
  ['trong 7 ngày tới', '2026-11-21', '2026-11-28'],
  ['3 ngày nữa', '2026-11-21', '2026-11-24'],
  ['hai tuần nữa', '2026-11-21', '2026-12-05'],
  ['30 ngày qua', '2026-10-22', '2026-11-21'],
  ['từ 1/12 đến 15/12', '2026-12-01', '2026-12-15'],
  ['từ ngày 20/12 đến ngày 5/1', '2026-12-20', '2027-01-05'],
  ['từ hôm nay đến cuối tháng', '2026-11-21', '2026-11-30'],
  ['trước ngày 30/11', null, '2026-11-29'],
  ['trước thứ 4', null, '2026-11-24'],
  ['nộp trước t4', null, '2026-11-24'],
  ['đến hết ngày 15/12', null, '2026-12-15'],
  ['sau ngày 15/12', '2026-12-16', null],
  ['từ tháng 12', '2026-12-01', null],
  ['t6', '2026-11-27', '2026-11-27'],
  ['thứ sáu tuần sau', '2026-11-27', '2026-11-27'],
  ['thứ tư tuần này', '2026-11-18', '2026-11-18'],
  ['t10', '2026-10-01', '2026-10-31'],
  ['t12', '2026-12-01', '2026-12-31'],
  ['chủ nhật', '2026-11-22', '2026-11-22'],
  ['mùng năm', '2026-12-05', '2026-12-05'],
  ['ngày mười lăm tháng mười hai', '2026-12-15', '2026-12-15'],
  ['mười lăm tháng mười hai', '2026-12-15', '2026-12-15'],
]

describe('the window that a question asks about, on Saturday 21/11/2026', () => {
  test.each(WINDOWS)('%s is %s to %s', (text, from, to) => {
    expect(findWindow(text, TODAY)).toMatchObject({ from, to })
    expect(findWindow(fold(text), TODAY)).toMatchObject({ from, to })
    expect(findWindow(text.normalize('NFD'), TODAY)).toMatchObject({ from, to })
  })

  test.each([
    'cái thứ 2',
    'việc thứ ba',
    'công văn 815',
    'chị Mai ơi',
    '5/7 nhiệm vụ đã xong',
    'đã quán triệt đến 12/15 chi bộ',
    'kế hoạch 264-KH/TU',
    'nhiệm vụ quá hạn',
    'quy định ở đâu',
    'đạt 60%',
    'sắp tới',
  ])('%s names no time', (text) => {
    expect(findWindow(text, TODAY)).toBeUndefined()
  })
})

describe('the one day that a message names', () => {
  test.each([
    ['xin lùi đến 15/12', '2026-12-15'],
    ['lùi cho anh tới ngày mười lăm tháng mười hai', '2026-12-15'],
    ['xong từ 03/11', '2026-11-03'],
    ['xong 20/5', '2026-05-20'],
    ['lùi đến 5/3', '2027-03-05'],
    ['dự kiến 30/11 xong', '2026-11-30'],
    ['nộp hôm qua', '2026-11-20'],
    ['t5 nộp', '2026-11-26'],
    ['cuối tháng mới xong', '2026-11-30'],
    ['xin đến hết quý này', '2026-12-31'],
    ['lùi từ 30/11 sang 15/12', '2026-12-15'],
    ['ngày 20/11/2026', '2026-11-20'],
    ['3 ngày nữa xong', '2026-11-24'],
    ['gia hạn thêm đến 31/12/2026 nhé', '2026-12-31'],
    ['sửa ngày hoàn thành thành 19/11', '2026-11-19'],
  ])('%s is %s', (text, day) => {
    expect(findDay(text, TODAY)?.day).toBe(day)
    expect(findDay(fold(text), TODAY)?.day).toBe(day)
  })

  test.each(['dời sang đầu tháng sau', 'cho lùi sang tháng 12', 'tuần sau', 'xong rồi'])('%s is too vague for one', (text) => {
    expect(findDay(text, TODAY)).toBeUndefined()
  })
})
