import { describe, expect, test } from 'vitest'
import { readUnitsQuestion } from '../../../../src/usecases/leading/read-units-question.ts'

describe('which of the units below', () => {
  test.each([
    ['đơn vị nào chưa báo cáo', 'silent'],
    ['ai chưa báo cáo', 'silent'],
    ['cho tôi danh sách các đơn vị chưa báo cáo', 'silent'],
    ['hiện nay còn những phòng nào chưa nộp báo cáo?', 'silent'],
    ['so nao im lang', 'silent'],
    ['đơn vị nào chậm nhất', 'late'],
    ['phòng nào đang quá hạn nhiều nhất', 'late'],
    ['xã nào làm kém nhất', 'late'],
    ['các đơn vị chậm tiến độ', 'late'],
    ['sở nào làm tốt nhất', 'done'],
    ['đơn vị nào hoàn thành nhiều việc nhất?', 'done'],
    ['so sánh các sở', 'done'],
    ['so sánh tiến độ giữa các đơn vị', 'done'],
    ['xếp hạng các phòng', 'done'],
    ['phòng nào đứng đầu trong kế hoạch 197', 'done'],
  ])('%s', (text, question) => expect(readUnitsQuestion(text)).toBe(question))

  test.each([
    'đơn vị nào báo cáo chậm nhất ngày 15 hằng tháng',
    'đơn vị nào chủ trì hoàn thành chuyên đề',
    'xã nào xong việc 2',
    'ai báo cáo',
    'đôn đốc các đơn vị chưa báo cáo',
    'nhắn các đơn vị chưa báo cáo: gửi trước thứ 6',
    'Phòng Nội vụ chưa báo cáo',
    'so sánh quý III và quý IV',
    'em chưa báo cáo',
    'tổng hợp',
  ])('%s is something else', (text) => expect(readUnitsQuestion(text)).toBeUndefined())
})
