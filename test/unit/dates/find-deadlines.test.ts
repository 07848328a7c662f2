import { describe, expect, test } from 'vitest'
import { findDeadlines } from '../../../src/dates/find-deadlines.ts'

const PAPER = { issuedOn: '2025-11-20' }
const read = (text: string) => findDeadlines(text, PAPER).map(({ deadline }) => [deadline.kind, deadline.value, deadline.asWritten])

describe('deadlines in the text of a duty', () => {
  test.each([
    ['Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 05/12/2025.', 'date', '2025-12-05', 'trước ngày 05/12/2025'],
    ['Tổ chức hội nghị quán triệt, hoàn thành trong tháng 10 năm 2026.', 'month', '2026-10', 'hoàn thành trong tháng 10 năm 2026'],
    [
      '- Thời gian thực hiện: Quý IV năm 2025 và các năm tiếp theo.',
      'period',
      '2025-Q4/..',
      'Thời gian thực hiện: Quý IV năm 2025 và các năm tiếp theo',
    ],
    ['Triển khai từ quý I/2026.', 'period', '2026-Q1/..', 'từ quý I/2026'],
    ['Ra quân đồng loạt từ ngày 23/11 đến 30/11/2025.', 'period', '2025-11-23/2025-11-30', 'từ ngày 23/11 đến 30/11/2025'],
    ['Bố trí kinh phí năm 2026 và các năm tiếp theo.', 'period', '2026/..', 'năm 2026 và các năm tiếp theo'],
    ['Hằng tuần (vào chiều thứ Sáu) cập nhật kết quả.', 'recurring', 'weekly', 'Hằng tuần (vào chiều thứ Sáu'],
    ['Trình Thường trực Hội tỉnh trong tháng 12/2025.', 'month', '2025-12', 'trong tháng 12/2025'],
    [
      'Hoàn thành trước khai giảng năm học 2026 - 2027.',
      'relative',
      'before=khai giảng năm học 2026 - 2027',
      'Hoàn thành trước khai giảng năm học 2026 - 2027',
    ],
    ['Tổ chức sáng 29 tháng Chạp.', 'relative', 'on=29 tháng Chạp', 'sáng 29 tháng Chạp'],
    ['Báo cáo trước 15 giờ ngày mùng 5 Tết.', 'relative', 'on=mùng 5 Tết', 'trước 15 giờ ngày mùng 5 Tết'],
    ['Gửi trước 15 giờ ngày mùng 5 Tết (ngày 21/02/2026).', 'date', '2026-02-21', 'trước 15 giờ ngày mùng 5 Tết (ngày 21/02/2026)'],
    ['Gửi báo cáo về Sở, không để chậm quá ngày 05/12/2025.', 'date', '2025-12-05', 'không để chậm quá ngày 05/12/2025'],
    ['Họp kiểm điểm vào tuần đầu tháng 01/2026.', 'month', '2026-01', 'vào tuần đầu tháng 01/2026'],
    ['Khắc phục trong tuần thứ hai của tháng 12/2025.', 'month', '2025-12', 'trong tuần thứ hai của tháng 12/2025'],
    [
      'Phân bổ kinh phí trước khi trình HĐND tỉnh tại kỳ họp cuối năm.',
      'relative',
      'before=trình HĐND tỉnh tại kỳ họp cuối năm',
      'trước khi trình HĐND tỉnh tại kỳ họp cuối năm',
    ],
    ['Báo cáo vào ngày mùng 5 Tết.', 'relative', 'on=mùng 5 Tết', 'vào ngày mùng 5 Tết'],
    ['| Sở Tài chính | Quý I/2026 |', 'quarter', '2026-Q1', 'Quý I/2026'],
    ['Giao Bộ Tài chính trước ngày 03/12/2025 tổng hợp.', 'date', '2025-12-03', 'trước ngày 03/12/2025'],
    ['Định kỳ 6 tháng (trước ngày 15/6) báo cáo kết quả về Sở.', 'recurring', 'half-yearly', 'Định kỳ 6 tháng (trước ngày 15/6'],
    ['Báo cáo kết quả thực hiện hằng năm về Huyện ủy', 'recurring', 'yearly', 'hằng năm'],
    ['Thường xuyên theo dõi, đôn đốc việc thực hiện.', 'ongoing', 'ongoing', 'Thường xuyên'],
    ['định kỳ tham mưu sơ kết, tổng kết theo quy định', 'recurring', 'periodic', 'định kỳ'],
    [
      'Gửi hồ sơ trong 05 ngày làm việc kể từ ngày nhận được văn bản.',
      'relative',
      'P5WD;after=nhận văn bản',
      'trong 05 ngày làm việc kể từ ngày nhận được văn bản',
    ],
    [
      'Báo cáo ngay khi phát hiện vụ việc; phối hợp xử lý.',
      'relative',
      'P0D;after=phát hiện vụ việc',
      'ngay khi phát hiện vụ việc',
    ],
    ['Tổng hợp kết quả vào ngày 15 của tháng trước đó', 'recurring', 'monthly', 'vào ngày 15 của tháng trước đó'],
    ['Cập nhật trong năm 2025 trên Trang thông tin điện tử', 'year', '2025', 'trong năm 2025'],
    ['Báo cáo trước 16 giờ ngày 25/11/2025', 'date', '2025-11-25', 'trước 16 giờ ngày 25/11/2025'],
  ])('%s', (text, kind, value, asWritten) => {
    expect(read(text)).toEqual([[kind, value, asWritten]])
  })

  test('several are told in the order of the text', () => {
    expect(
      read('Trình trước ngày 31/12/2025; hoàn thành trước ngày 31/01/2026; báo cáo hằng quý.').map(([, value]) => value),
    ).toEqual(['2025-12-31', '2026-01-31', 'quarterly'])
  })

  test.each([
    ['trước ngày 05/12/2025', 'before'],
    ['chậm nhất ngày 05/12/2025', 'by'],
    ['hoàn thành chậm nhất trước ngày 05/12/2025', 'before'],
    ['vào ngày 05/12/2025', 'on'],
    ['đến hết ngày 05/12/2025', 'by'],
  ])('%s is %s', (text, op) => {
    expect(findDeadlines(text, PAPER)[0]?.deadline.op).toBe(op)
  })

  test('offsets are those of the composed text', () => {
    const text = 'Báo cáo trước ngày 05/12/2025.'
    const [found] = findDeadlines(text.normalize('NFD'), PAPER)
    expect(text.slice(found?.start, found?.end)).toBe('trước ngày 05/12/2025')
  })
})

describe('times that are no deadlines stay out', () => {
  test.each([
    'Thực hiện Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị',
    'Quyết định số 755/QĐ-UBND ngày 10 tháng 5 năm 2024 của Ủy ban nhân dân tỉnh',
    'Kế hoạch 264 -KH/TU, ngày 24/5/2024 của Ban Thường vụ Tỉnh ủy',
    'Chương trình phát triển công tác đối ngoại giai đoạn 2026-2030',
    'Quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050',
    'Chiến lược thông tin đối ngoại đến năm 2030',
    'Nghị quyết Đại hội nhiệm kỳ 2025-2030',
    'tuyên truyền kỷ niệm ngày Quốc khánh 2/9',
    'những kết quả nổi bật sau 27 năm ngày tái lập tỉnh',
    'Luật có hiệu lực từ ngày 01/7/2025',
    'Hội nghị Đối ngoại toàn quốc tháng 12/2021 đã thống nhất',
    'lồng ghép vào kế hoạch hằng năm của đơn vị',
    'bố trí trong dự toán chi thường xuyên',
    'kinh phí chi thường xuyên hằng năm theo phân cấp',
    'Điện thoại 0276.3822.115, số 12/2025',
    'Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Nam',
    'Trung tâm truyền thông quý mến, quy định chung tại Điều 5',
    'Thông tư số 02/2024/TT-BNV',
    'đưa công tác đi vào nền nếp ngày càng tốt hơn',
    'Khoản 3 Điều 12 Nghị định 30/2020/NĐ-CP',
    'xã có 2025 hộ dân, 12/15 chi bộ',
    'Nam Định, Việt Nam, miền Nam',
    'kịp thời báo cáo, tiếp tục thực hiện',
    'phiên bản 1.2.2024 của phần mềm',
    'Hội nghị đã bế mạc vào tháng 10 năm 2023',
    'Đến năm 1947, Trung ương rời lên chiến khu',
    'Luật Bảo vệ quyền lợi người tiêu dùng 2023',
    'bảo đảm định kỹ thuật, quyết định kỷ luật',
    'ngày nghỉ hằng tuần, trợ cấp hằng tháng',
    'nhân tố hàng đầu của mọi thắng lợi',
    'ông Nguyễn Văn A (2002-2005)',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})
