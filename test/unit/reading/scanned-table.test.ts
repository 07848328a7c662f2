import { expect, test } from 'vitest'
import { readLines } from '../../../src/reading/read-lines.ts'
import { readTables } from '../../../src/reading/read-tables.ts'
import { readingLexicon } from '../../support/reading-lexicon.ts'

const scan = `(Kèm theo Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh Cao Sơn)
STT
Nội dung nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian hoàn thành
Bộ
Xây dựng cơ chế, chính sách
1
Tham mưu trình Hội đồng nhân dân tỉnh ban hành nghị quyết quy định chính
sách hỗ trợ hộ kinh doanh
Sở Tài chính
Sở Tư pháp; Sở Nội vụ
Quý II/2026
Il
Đầu tư hạ tầng
2
Cải tạo, nâng cấp các tuyến đường vào điểm du lịch Lâm Bình, Na Hang, Đồng
Văn, Hoàng Su Phì
Sở Xây dựng
Sở Công Thương
2026 - 2028`

test('a table on a scan: a cell a line, long ones over two, its parts marked badly', () => {
  const [table] = readTables(readLines(scan, scan), readingLexicon.words)
  expect(table!.rows.map(({ ordinal, group, cells }) => [ordinal, group, cells.lead, cells.coordinate, cells.deadline])).toEqual([
    ['1', '', 'Sở Tài chính', 'Sở Tư pháp; Sở Nội vụ', 'Quý II/2026'],
    ['2', 'II', 'Sở Xây dựng', 'Sở Công Thương', '2026 - 2028'],
  ])
  expect(table!.rows[1]!.cells.content).toMatch(/Đồng Văn, Hoàng Su Phì$/)
  expect(table!.first).toBe(2)
})
