import { describe, expect, test } from 'vitest'
import { isLabelled, readCorrection, readEdits } from '../../../../src/usecases/correcting/read-correction.ts'

describe('a message that corrects a reading', () => {
  test.each([
    ['sửa mục 2.b: hạn 15/12/2026', 'mục 2.b', 'hạn 15/12/2026'],
    ['Sửa lại việc 2 thành Tổ chức tập huấn cho cán bộ xã', 'việc 2', 'Tổ chức tập huấn cho cán bộ xã'],
    ['sua nv 2: don vi chu tri So Noi vu', 'nv 2', 'don vi chu tri So Noi vu'],
    ['đính chính mục III.2 công văn 815: phối hợp: Sở Y tế', 'mục III.2 công văn 815', 'phối hợp: Sở Y tế'],
    ['sửa hạn việc 1 thành trước ngày 5/11/2026', 'việc 1', 'hạn trước ngày 5/11/2026'],
    ['sửa đơn vị chủ trì của mục 2.b: Sở Nội vụ', 'mục 2.b', 'đơn vị chủ trì Sở Nội vụ'],
  ])('%s', (text, target, wish) => {
    expect(readCorrection(text)).toEqual({ target, wish })
  })

  test.each([
    'việc 2 xong rồi',
    'sửa giúp em với',
    'sửa việc 2',
    'sửa việc 2:',
    'sửa tiến độ việc 2 thành 70 %',
    'hạn việc 2 là khi nào',
  ])('is none: %s', (text) => expect(readCorrection(text)).toBeUndefined())
})

describe('what a correction changes', () => {
  test.each([
    ['hạn 15/12/2026', [{ part: 'deadline', words: '15/12/2026' }]],
    ['thời hạn hoàn thành: quý IV năm 2026', [{ part: 'deadline', words: 'quý IV năm 2026' }]],
    ['trước ngày 15/12/2026', [{ part: 'deadline', words: 'trước ngày 15/12/2026' }]],
    ['bỏ hạn', [{ part: 'deadline', words: null }]],
    ['đơn vị chủ trì Sở Nội vụ', [{ part: 'units', how: 'set', role: 'lead', names: 'Sở Nội vụ' }]],
    ['thêm đơn vị phối hợp: Sở Y tế', [{ part: 'units', how: 'add', role: 'coordinate', names: 'Sở Y tế' }]],
    ['bỏ cơ quan Sở Y tế', [{ part: 'units', how: 'remove', role: null, names: 'Sở Y tế' }]],
    [
      'chủ trì Sở Nội vụ; hạn 31/12/2026',
      [
        { part: 'units', how: 'set', role: 'lead', names: 'Sở Nội vụ' },
        { part: 'deadline', words: '31/12/2026' },
      ],
    ],
    ['nội dung Tổ chức tập huấn; báo cáo kết quả', [{ part: 'text', words: 'Tổ chức tập huấn; báo cáo kết quả' }]],
    ['Rà soát, hoàn thành trước ngày 15/12/2026', [{ part: 'text', words: 'Rà soát, hoàn thành trước ngày 15/12/2026' }]],
  ])('%s', (wish, edits) => {
    expect(readEdits(wish)).toEqual(edits)
  })

  test('words of a duty that begin like a role are no role', () => {
    expect(isLabelled('hạn 15/12/2026')).toBe(true)
    expect(isLabelled('nội dung đã xong phần này')).toBe(true)
    expect(isLabelled('đã xong')).toBe(false)
  })
})
