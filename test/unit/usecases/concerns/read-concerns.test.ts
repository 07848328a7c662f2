import { describe, expect, test } from 'vitest'
import { asksForConcerns } from '../../../../src/usecases/concerns/asks-for-concerns.ts'
import { readConcerns } from '../../../../src/usecases/concerns/read-concerns.ts'

const D = 'difficulty'
const P = 'proposal'

describe('what a report finds hard or proposes', () => {
  test.each([
    [
      'vướng kinh phí; đề nghị huyện hỗ trợ 50 triệu',
      'blocked',
      [
        [D, 'vướng kinh phí'],
        [P, 'đề nghị huyện hỗ trợ 50 triệu'],
      ],
    ],
    [
      'khó khăn: thiếu cán bộ; kiến nghị: bổ sung biên chế',
      'blocked',
      [
        [D, 'thiếu cán bộ'],
        [P, 'bổ sung biên chế'],
      ],
    ],
    [
      'chưa xong do mưa bão, kiến nghị UBND huyện cấp thêm kinh phí.',
      'blocked',
      [
        [D, 'chưa xong do mưa bão'],
        [P, 'kiến nghị UBND huyện cấp thêm kinh phí'],
      ],
    ],
    ['máy in hỏng', 'blocked', [[D, 'máy in hỏng']]],
    ['vuong kinh phi; xin lui den 15/12', 'blocked', [[D, 'vuong kinh phi']]],
    ['đề xuất mở thêm lớp', 'in_progress', [[P, 'đề xuất mở thêm lớp']]],
    ['việc này không phải của phòng em; đề nghị chuyển Phòng Tài chính', 'in_progress', []],
    ['đã gửi dự thảo', 'in_progress', []],
    ['do chị Lan làm', 'done', []],
  ] as const)('%s (%s)', (note, status, expected) => {
    expect(readConcerns(note, status).map(({ kind, text }) => [kind, text])).toEqual(expected)
  })

  test('no note tells of nothing', () => expect(readConcerns(null, 'blocked')).toEqual([]))
})

describe('the question what is hard', () => {
  test.each([
    'khó khăn, kiến nghị của các đơn vị',
    'tong hop kho khan vuong mac',
    'đơn vị nào đang vướng',
    'các phòng có kiến nghị gì không',
    'kho khan cua phong noi vu',
  ])('%s', (text) => expect(asksForConcerns(text)).toBe(true))
  test.each([
    'có khó khăn gì thì báo cáo ai',
    'khó khăn của việc 2 là thiếu người',
    'việc 2 vướng kinh phí',
    'khó khăn: thiếu người',
    'kiến nghị huyện cấp kinh phí',
    'tổng hợp',
  ])('%s is none', (text) => expect(asksForConcerns(text)).toBe(false))
})
