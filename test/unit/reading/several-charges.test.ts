import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/reading/read-plan.ts'
import { readingLexicon } from '../../support/reading-lexicon.ts'

const head = 'ỦY BAN NHÂN DÂN\nTỈNH CAO SƠN\nSố: 12/KH-UBND\nCao Sơn, ngày 05 tháng 11 năm 2025\n\nKẾ HOẠCH\nThử nghiệm đọc\n\n'

function readBody(body: string) {
  const source = `${head}${body}`
  return readPlan(source, source, readingLexicon)
}
const readItem = (text: string) =>
  readBody(`I. NHIỆM VỤ\n\n1. ${text}\n`).duties.map(({ text: duty, units, deadline }) => ({
    begins: duty.split(' ').slice(0, 3).join(' '),
    units: units.map(({ name, role }) => `${role} ${name}`),
    deadline: deadline.value,
  }))

describe('a paragraph that charges several', () => {
  test.each([
    [
      'Giao Sở Y tế chủ trì rà soát danh mục trước ngày 25/11/2025. Giao Thanh tra tỉnh thanh tra việc đấu thầu trong Quý I/2026.',
      2,
    ],
    ['Giao Báo Thanh Niên mở chuyên mục trong tháng 01 năm 2026. Các Cục quản lý chuyên ngành thường xuyên cung cấp thông tin.', 2],
    ['Sở Xây dựng rà soát quỹ đất, xong trước ngày 15/12/2025; Công an tỉnh thẩm duyệt thiết kế trong 07 ngày làm việc.', 2],
    ['Thời gian không còn nhiều. Sở Nội vụ hoàn thành hồ sơ trước ngày 31/3/2026.', 1],
    ['Tổng kết phong trào. Tổng hợp kết quả, gửi Sở Nội vụ trước ngày 20 hằng tháng.', 2],
    // One work of both; a list that goes on behind semicolons.
    ['Giao Ban Quản lý các khu công nghiệp hoàn thiện hồ sơ; Sở Xây dựng thẩm định, trình trước ngày 20/12/2025.', 1],
    ['Công an tỉnh chủ trì, phối hợp với Sở Y tế; Sở Công Thương; Sở Tài chính kiểm tra các chợ.', 1],
    ['Sở Nội vụ theo dõi việc thực hiện. Kết quả đánh giá là căn cứ xếp loại thi đua.', 1],
  ])('%s', (text, count) => {
    expect(readItem(text)).toHaveLength(count)
  })

  test('each of them has its own units and time', () => {
    expect(
      readItem(
        'Giao Sở Y tế chủ trì, cùng Sở Tài chính rà soát trước ngày 25/11/2025. Yêu cầu Công an tỉnh kiểm tra trong Quý I/2026.',
      ),
    ).toEqual([
      { begins: 'Giao Sở Y', units: ['lead Sở Y tế', 'coordinate Sở Tài chính'], deadline: '2025-11-25' },
      { begins: 'Yêu cầu Công', units: ['assigned Công an tỉnh'], deadline: '2026-Q1' },
    ])
  })
})

describe('what charges nobody', () => {
  test.each([
    'Nhiệm vụ cụ thể, cơ quan chủ trì và thời gian hoàn thành được nêu tại Phụ lục ban hành kèm theo Kế hoạch này.',
    'Nhiệm vụ, đơn vị chủ trì, phối hợp được phân công theo bảng sau:',
    'Không xếp loại đối với đảng viên mới kết nạp dưới 06 tháng.',
    'Kinh phí thực hiện từ nguồn ngân sách tỉnh năm 2026.',
  ])('%s', (text) => expect(readItem(text)).toEqual([]))

  test('behind what is told of money, who must do something counts', () => {
    const [duty] = readItem(
      'Kinh phí thực hiện từ nguồn ngân sách. Trường hợp vượt dự toán, các đơn vị gửi Sở Tài chính trước ngày 10/12/2025.',
    )
    expect(duty).toEqual({
      begins: 'Trường hợp vượt',
      units: ['assigned các đơn vị', 'report_to Sở Tài chính'],
      deadline: '2025-12-10',
    })
  })
})

describe('to whom is reported', () => {
  test.each([
    ['Khi có sự cố phải báo ngay cho Sở Y tế và Công an tỉnh.', ['report_to Sở Y tế', 'report_to Công an tỉnh']],
    ['Hằng tháng thông báo kết quả về Sở Nội vụ.', ['report_to Sở Nội vụ']],
    ['Rà soát danh mục, báo cáo đề xuất Ủy ban nhân dân tỉnh.', ['report_to UBND tỉnh']],
    ['Tổng hợp, báo cáo Bộ kết quả hằng quý.', ['report_to Bộ']],
    ['Thông báo cho nhân dân biết lịch tiếp công dân.', []],
  ])('%s', (text, units) => expect(readItem(text)[0]!.units).toEqual(units))
})

describe('an appendix', () => {
  const closing = 'I. NHIỆM VỤ\n\n1. Sở Nội vụ theo dõi việc thực hiện./.\n\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLò Văn Thành\n\n'
  const paths = (annex: string) => readBody(`${closing}${annex}`).duties.map(({ path }) => path)

  test('that lists tasks in numbered paragraphs is read below its own path', () => {
    expect(paths('PHỤ LỤC II\nPHÂN CÔNG NHIỆM VỤ\n\nI. TẬP HUẤN\n\n1. Sở Y tế tổ chức 02 lớp tập huấn.\n')).toEqual([
      'I.1',
      'PLII.I.1',
    ])
  })

  test.each(['DANH SÁCH CÁC XÃ', 'MẪU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ', 'ĐỀ CƯƠNG BÁO CÁO'])(
    'that holds no tasks is left out: %s',
    (title) => {
      expect(paths(`PHỤ LỤC\n${title}\n\n1. Tổ chức thực hiện nhiệm vụ được giao.\n`)).toEqual(['I.1'])
    },
  )
})
