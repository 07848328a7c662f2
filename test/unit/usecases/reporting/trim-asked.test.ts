import { describe, expect, test } from 'vitest'
import { trimAsked } from '../../../../src/usecases/reporting/trim-asked.ts'

describe('the note of a request for more time', () => {
  test.each([
    ['xin gia hạn việc 1 đến 15/12 vì chưa có kinh phí', 'chưa có kinh phí'],
    ['xin lùi hạn việc 4 đến cuối tháng 12; thiếu kinh phí', 'thiếu kinh phí'],
    ['việc 3 xin thêm 2 tuần nữa được ko sếp', null],
    ['xin gia hạn đến 31/12', null],
    ['đang chờ số liệu của các xã', 'đang chờ số liệu của các xã'],
    ['đề nghị huyện hỗ trợ thêm biên chế', 'đề nghị huyện hỗ trợ thêm biên chế'],
  ])('%s', (note, kept) => expect(trimAsked(note)).toBe(kept))
})
