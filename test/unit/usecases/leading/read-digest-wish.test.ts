import { describe, expect, test } from 'vitest'
import { readDigestWish } from '../../../../src/usecases/leading/read-digest-wish.ts'

const week = (weekdays: number[], hour?: string, weeks = 1) => ({
  kind: 'set',
  rhythm: { every: 'week', weekdays, weeks },
  ...(hour && { hour }),
})
const month = (day: number, hour?: string, months = 1) => ({
  kind: 'set',
  rhythm: { every: 'month', day, months },
  ...(hour && { hour }),
})

describe('what a leader says about the digest', () => {
  test.each([
    ['gửi tôi bản tổng hợp sáng thứ 2 hằng tuần lúc 7h', week([1], '07:00')],
    ['mỗi chiều thứ 6 4h', week([5], '16:00')],
    ['gửi tôi bản tổng hợp chiều thứ 6 4h', week([5], '16:00')],
    ['gửi cho anh báo cáo tổng hợp sáng thứ 2 lúc 7h', week([1], '07:00')],
    ['hằng tháng ngày 25', month(25)],
    ['gui tong hop cho toi moi chieu thu sau luc 16h30', week([5], '16:30')],
    ['tổng hợp gửi anh vào 8 giờ sáng thứ hai và thứ năm hàng tuần', week([1, 4], '08:00')],
    ['cứ thứ 2, 4, 6 hàng tuần gửi báo cáo tổng hợp', week([1, 3, 5])],
    ['gửi bản tổng hợp mỗi sáng', { kind: 'set', rhythm: { every: 'day' }, hour: '07:00' }],
    ['gửi tổng hợp hằng ngày lúc bảy giờ rưỡi', { kind: 'set', rhythm: { every: 'day' }, hour: '07:30' }],
    ['gửi tôi bản tổng hợp cuối tháng hằng tháng', month(31)],
    ['định kỳ hằng quý gửi tôi bản tổng hợp', month(31, undefined, 3)],
    ['hai tuần một lần gửi tổng hợp vào chiều thứ 4', week([3], '16:00', 2)],
    ['tổng hợp gửi chủ nhật hằng tuần lúc 7 giờ tối', week([7], '19:00')],
    ['gửi báo cáo tuần cho tôi vào thứ 6 hằng tuần', week([5])],
    ['đổi lịch gửi tổng hợp sang sáng thứ 3 lúc 8h', week([2], '08:00')],
    ['thôi gửi tổng hợp', { kind: 'off' }],
    ['đừng gửi bản tổng hợp cho tôi nữa', { kind: 'off' }],
    ['tắt bản tổng hợp hằng tuần đi', { kind: 'off' }],
    ['bật lại bản tổng hợp', { kind: 'on' }],
    ['lịch gửi tổng hợp', { kind: 'show' }],
    ['khi nào gửi tổng hợp?', { kind: 'show' }],
  ])('%s', (text, wish) => expect(readDigestWish(text, true)).toEqual(wish))

  test.each([
    'tổng hợp',
    'tổng hợp tháng này',
    'tổng hợp tình hình thực hiện quý III',
    'nhắc tôi mỗi sáng lúc 8 giờ',
    'việc 2 xong từ thứ 6',
    'xin gia hạn đến cuối tháng',
    'hạn định kỳ hằng tháng là ngày nào',
    'báo cáo tuần nộp cho ai',
    'ngày 25',
    'tổng hợp so với tháng trước',
    'Đề nghị tổng hợp tình hình, kết quả triển khai các nhiệm vụ được giao từ đầu năm đến nay.',
    'báo cáo tổng hợp định kỳ hằng tháng gửi cho ai',
    'tổng hợp báo cáo hằng quý của các xã',
    'gửi tôi bản tổng hợp chiều thứ 6 tuần trước',
  ])('%s is something else', (text) => expect(readDigestWish(text, true)).toBeUndefined())

  test('a bare rhythm is no wish of somebody who gets no digest', () => {
    expect(readDigestWish('mỗi chiều thứ 6 4h', false)).toBeUndefined()
  })
})
