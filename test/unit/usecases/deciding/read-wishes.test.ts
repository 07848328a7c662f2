import { describe, expect, test } from 'vitest'
import { asksForWaiting } from '../../../../src/usecases/deciding/asks-for-waiting.ts'
import { readProposal } from '../../../../src/usecases/deciding/read-proposal.ts'
import { readWishes } from '../../../../src/usecases/deciding/read-wishes.ts'

/** A wish in short: verb, what it points at, until when, why. */
const read = (text: string): string[] =>
  readWishes(text, '2026-11-21').map(({ verb, refs, numbers, isAll, isThis, until, reason }) =>
    [
      verb,
      ...refs.map((ref) => `#${ref}`),
      ...(numbers.length > 0 ? [numbers.join(',')] : []),
      ...(isAll ? ['all'] : []),
      ...(isThis ? ['this'] : []),
      ...(until === null ? [] : [until]),
      ...(reason === null ? [] : [`(${reason})`]),
    ].join(' '),
  )

describe('what a leader wishes', () => {
  test.each([
    ['xác nhận việc 2 của Phòng Nội vụ', ['confirm 2']],
    ['duyệt #A7K2', ['approve #A7K2']],
    ['duyet a7k2 nhe', ['approve #A7K2']],
    ['xác nhận 1,3', ['confirm 1,3']],
    ['em xác nhận 1-3 nhé', ['confirm 1,2,3']],
    ['duyệt hết', ['approve all']],
    ['trả lại nv 3, thiếu số liệu', ['return 3 (thiếu số liệu)']],
    ['tra lai nv 3 thieu so lieu', ['return 3 (thieu so lieu)']],
    ['trả lại 2: thiếu số liệu xã 5', ['return 2 (thiếu số liệu xã 5)']],
    ['trả lại 2, yêu cầu bổ sung số liệu', ['return 2 (yêu cầu bổ sung số liệu)']],
    ['trả lại việc này vì chưa có báo cáo', ['return this (chưa có báo cáo)']],
    ['trả lại báo cáo của Phòng Nội vụ, thiếu số liệu', ['return (thiếu số liệu)']],
    ['chưa đạt việc 2, số liệu sơ sài', ['return 2 (số liệu sơ sài)']],
    ['xác nhận 1, trả lại 2 vì chưa có báo cáo', ['confirm 1', 'return 2 (chưa có báo cáo)']],
    ['xác nhận 1 và 3; trả lại 2: thiếu số liệu', ['confirm 1,3', 'return 2 (thiếu số liệu)']],
    ['không đồng ý 2, làm lại', ['reject 2 (làm lại)']],
    ['đồng ý gia hạn đến 15/12', ['grant_extension 2026-12-15']],
    ['đồng ý cho gia hạn việc 2 đến 15/12/2026', ['grant_extension 2 2026-12-15']],
    ['gia hạn việc 1 đến cuối tháng 12', ['grant_extension 1 2026-12-31']],
    ['không gia hạn, lý do việc gấp', ['refuse_extension (việc gấp)']],
    ['khong duyet gia han viec 3', ['refuse_extension 3']],
    ['dừng việc 4, đã có kế hoạch khác thay', ['stop 4 (đã có kế hoạch khác thay)']],
    ['cho dừng nv 3 vì trùng với kế hoạch khác', ['stop 3 (trùng với kế hoạch khác)']],
    ['tiếp tục việc 4', ['resume 4']],
    ['việc này chuyển Phòng Tài chính', ['transfer this']],
    ['giao việc 3 cho Phòng Nội vụ, phòng cũ quá tải', ['transfer 3 (phòng cũ quá tải)']],
    ['đồng ý chuyển việc 1', ['accept_transfer 1']],
    ['không chuyển việc 1, đúng chức năng của phòng', ['refuse_transfer 1 (đúng chức năng của phòng)']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    'xong chưa em?',
    'việc 2 xong rồi',
    'duyệt chưa em?',
    'tổng hợp',
    'dừng nhắc việc 2',
    'việc 2 được 60 %',
    'báo cáo gửi cho ai',
    'hạn trả lại hồ sơ là khi nào?',
    'kế hoạch được phê duyệt ngày nào',
  ])('%s asks for nothing of the kind', (text) => expect(read(text)).toEqual([]))
})

describe('the question what waits', () => {
  test.each([
    'có gì chờ tôi duyệt',
    'báo cáo nào chờ xác nhận',
    'co gi cho duyet khong',
    'chờ duyệt',
    'việc gì cần tôi duyệt',
    'danh sách chờ xác nhận',
  ])('%s', (text) => expect(asksForWaiting(text)).toBe(true))
  test.each(['việc 2 đang chờ duyệt kinh phí', 'xác nhận 1', 'duyệt', 'đã trình, chờ huyện duyệt'])('%s is another thing', (text) =>
    expect(asksForWaiting(text)).toBe(false),
  )
})

describe('a duty of the wrong unit', () => {
  test.each([
    ['việc này không phải của đơn vị em, đề nghị chuyển Phòng Tài chính', true, []],
    ['việc 2 không thuộc chức năng của phòng em', false, [2]],
    ['đề nghị chuyển việc 3 sang Công an huyện', false, [3]],
    ['nv 1 giao nhầm đơn vị', false, [1]],
    ['chuyển việc 3 sang Sở Ngoại vụ', false, [3]],
    ['em chuyển nhiệm vụ này cho Phòng Tài chính nhé', true, []],
  ])('%s', (text, isThis, numbers) => expect(readProposal(text, true)).toMatchObject({ isThis, numbers }))

  test.each([
    'việc 2 xong rồi',
    'đề nghị chuyển kinh phí sớm',
    'việc này của đơn vị nào?',
    'không phải 60 % mà là 70 %',
    'chuyển việc 3 cho anh Nam',
    'chuyển việc 3 sang tháng sau',
    'chuyển việc 3 sang Sở Ngoại vụ rồi',
  ])('%s is none', (text) => expect(readProposal(text, true)).toBeUndefined())

  test('of a leader it is an order and no proposal', () => {
    expect(readProposal('chuyển việc 3 sang Sở Ngoại vụ', false)).toBeUndefined()
  })
})
