import { expect, test } from 'vitest'
import { findDeadlines } from '../../../src/dates/find-deadlines.ts'
import { readOwnDeadline } from '../../../src/reading/govern-deadline.ts'

const valuesOf = (text: string) => findDeadlines(text, { issuedOn: '2025-11-05' }).map(({ deadline }) => deadline.value)

test.each([
  ['bố trí khu vực đốt vàng mã trước khi khai hội.', 'before=khai hội'],
  ['tổ chức ngoại khóa cho học sinh trước khi nghỉ Tết.', 'before=nghỉ Tết'],
  ['rà soát phương án trước khi vào mùa mưa bão năm nay', 'before=vào mùa mưa bão năm nay'],
  ['trình Hội đồng nhân dân tỉnh tại kỳ họp thường lệ giữa năm 2026.', 'on=kỳ họp thường lệ giữa năm 2026'],
  ['báo cáo Chủ tịch sau khi kết thúc niên độ ngân sách.', 'after=kết thúc niên độ ngân sách'],
])('a time that an event sets: %s', (text, value) => expect(valuesOf(text)).toContain(value))

test.each([
  'kiểm tra kỹ thuật trước khi đưa vào sử dụng.',
  'lấy ý kiến trước khi ban hành.',
  'nghị quyết đã thông qua tại kỳ họp này',
])('how something is done sets no time: %s', (text) => expect(valuesOf(text)).toEqual([]))

test('what must not wait until a time is not due then', () => {
  const { value } = readOwnDeadline('Thanh toán trong vòng 04 ngày làm việc, không dồn thanh toán vào cuối năm 2025.', '2025-11-05')
  expect(value).toBe('P4WD')
})
