import { describe, expect, test } from 'vitest'
import { matchUnitList } from '../../../src/units/find-unit-names.ts'
import { readingLexicon } from '../../support/reading-lexicon.ts'

const { units, words } = readingLexicon
const names = (text: string) => (matchUnitList(text, 0, units, words.verbs)?.units ?? []).map(({ name }) => name)

describe('units of two kinds in one list', () => {
  test.each([
    ['Các đảng ủy xã, phường và đảng ủy trực thuộc Tỉnh ủy hoàn thành', ['Các đảng ủy xã, phường', 'đảng ủy trực thuộc Tỉnh ủy']],
    ['Các đảng bộ xã, phường, đảng bộ trực thuộc Tỉnh ủy khác gửi', ['Các đảng bộ xã, phường', 'đảng bộ trực thuộc Tỉnh ủy khác']],
    ['Đảng bộ cơ sở, đảng ủy cấp trên trực tiếp cơ sở hoàn thành', ['Đảng bộ cơ sở', 'đảng ủy cấp trên trực tiếp cơ sở']],
    ['Các chủ đầu tư, ban quản lý dự án', ['Các chủ đầu tư', 'ban quản lý dự án']],
    ['các sở, ngành liên quan, đơn vị tư vấn rà soát', ['các sở, ngành liên quan', 'đơn vị tư vấn']],
    // One kind, or one phrase.
    ['các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương triển khai', ['các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương']],
    ['Các đảng bộ, chi bộ cơ sở hoàn thành', ['Các đảng bộ, chi bộ cơ sở']],
    ['các đơn vị, ban tự quản các thôn, buôn triển khai', ['các đơn vị, ban tự quản các thôn, buôn']],
    ['Giám đốc, Thủ trưởng các sở, ban, ngành rà soát', ['Giám đốc, Thủ trưởng các sở, ban, ngành']],
    ['Giám đốc các sở, Thủ trưởng các ban, ngành rà soát', ['Giám đốc các sở', 'Thủ trưởng các ban, ngành']],
    ['các sở, ban, ngành, UBND các xã thực hiện', ['các sở, ban, ngành', 'UBND các xã']],
  ])('%s', (text, wanted) => expect(names(text)).toEqual(wanted))

  test('a head shares the unit of the deputies beside it', () => {
    expect(names('Chủ tịch và các Phó Chủ tịch Ủy ban nhân dân tỉnh.')).toEqual([
      'Chủ tịch UBND tỉnh',
      'các Phó Chủ tịch UBND tỉnh',
    ])
  })

  test.each([
    ['các Cục quản lý chuyên ngành hoàn thiện', 'các Cục quản lý chuyên ngành'],
    ['các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy thẩm định', 'các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy'],
    ['các doanh nghiệp công nghệ xây dựng', 'các doanh nghiệp công nghệ'],
    ['Ban Tổ chức Trung ương kết quả kiểm điểm', 'Ban Tổ chức Trung ương'],
    ['Viễn thông Cao Sơn bảo đảm', 'Viễn thông Cao Sơn'],
    ['Chi nhánh Văn phòng Đăng ký đất đai', 'Chi nhánh Văn phòng Đăng ký đất đai'],
  ])('the whole name and no more: %s', (text, name) => expect(names(text)).toEqual([name]))
})
