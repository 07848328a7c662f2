import { describe, expect, test } from 'vitest'
import { findUnitNames, matchUnitList } from '../../../src/units/find-unit-names.ts'
import { readingLexicon } from '../../support/reading-lexicon.ts'

const { units, words } = readingLexicon
const namesIn = (text: string) => matchUnitList(text.normalize('NFC'), 0, units, words.verbs)?.units.map(({ name }) => name)

describe('a list of units at the start of a sentence', () => {
  test.each([
    ['Sở Văn hóa, Thể thao và Du lịch chủ trì', ['Sở Văn hóa, Thể thao và Du lịch']],
    ['Sở Tư pháp và các sở, ban, ngành Thành phố chủ động', ['Sở Tư pháp', 'các sở, ban, ngành Thành phố']],
    ['Uỷ ban nhân dân huyện cụ thể hoá', ['UBND huyện']],
    [
      'Ủy ban nhân dân xã, phường, đặc khu và các cơ quan, đơn vị có liên quan.',
      ['UBND xã, phường, đặc khu', 'các cơ quan, đơn vị có liên quan'],
    ],
    [
      'Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các xã, phường chịu trách nhiệm',
      ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch UBND các xã, phường'],
    ],
    ['Ban Chỉ đạo Công tác thông tin đối ngoại huyện chủ trì', ['Ban Chỉ đạo Công tác thông tin đối ngoại huyện']],
    ['Ban Chỉ đạo 35 cấp huyện', ['Ban Chỉ đạo 35 huyện']],
    ['Trung tâm Truyền thông — Văn hóa — Thể thao', ['Trung tâm Truyền thông — Văn hóa — Thể thao']],
    [
      'Sơ Thông tin và Truyền thống, Hội Nhà báo tỉnh và các đơn vị liên quan',
      ['Sở Thông tin và Truyền thông', 'Hội Nhà báo tỉnh', 'các đơn vị liên quan'],
    ],
    [
      'Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Lâm Đồng, trong đó',
      ['Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Lâm Đồng'],
    ],
    [
      'các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương được biên soạn',
      ['các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương'],
    ],
    [
      'Trung tâm Dịch vụ việc làm Thành phố (Sở Nội vụ), Bảo hiểm xã hội Thành phố',
      ['Trung tâm Dịch vụ việc làm Thành phố (Sở Nội vụ)', 'Bảo hiểm xã hội Thành phố'],
    ],
    [
      'Ban Quản lý dự án đầu tư xây dựng công trình thủy lợi, dân dụng và công nghiệp tỉnh đẩy nhanh tiến độ',
      ['Ban Quản lý dự án đầu tư xây dựng công trình thủy lợi, dân dụng và công nghiệp tỉnh'],
    ],
    ['UBND các xã, phường: Hòa An, Sơn Lâm và Tân Phú khẩn trương', ['UBND các xã, phường: Hòa An, Sơn Lâm và Tân Phú']],
    ['Giám đốc các Sở: Y tế, Nội vụ; Công an tỉnh chủ động', ['Giám đốc Sở Y tế', 'Giám đốc Sở Nội vụ', 'Công an tỉnh']],
    ['các Bộ: Quốc phòng, Công an theo chức năng', ['Bộ Quốc phòng', 'Bộ Công an']],
    ['Sở Nông nghiệp và Môi trường (chủ trì), Sở Xây dựng khẩn trương', ['Sở Nông nghiệp và Môi trường', 'Sở Xây dựng']],
    ['Trung tâm Thanh thiếu niên tỉnh cập nhật hình ảnh', ['Trung tâm Thanh thiếu niên tỉnh']],
    ['Trưởng thôn, buôn trưởng chủ trì họp dân', ['Trưởng thôn', 'buôn trưởng']],
    ['sở Nông nghiệp và Môi trường chủ trì', ['Sở Nông nghiệp và Môi trường']],
    ['HĐND cùng cấp tại kỳ họp', ['HĐND cùng cấp']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  test('"Môi" of "Môi trường" counts nothing', () => {
    const list = matchUnitList('Sở Nông nghiệp và Môi trường', 0, units, words.verbs)
    expect(list?.units.map(({ isCollective }) => isCollective)).toEqual([false])
  })

  test.each([
    'Đăng tải thông tin trên cổng',
    'Tổ chức thực hiện Kế hoạch',
    'TỔ CHỨC THỰC HIỆN',
    'Nâng cao nhận thức',
    'Cơ sở hạ tầng',
    'Báo cáo tình hình quản lý',
  ])('no unit: %s', (text) => {
    expect(namesIn(text)).toBeUndefined()
  })

  test('a tone decides between near names', () => {
    expect(namesIn('Sở Ngoại vụ, Sở Nội vụ')).toEqual(['Sở Ngoại vụ', 'Sở Nội vụ'])
  })
})

test('names anywhere in a text are found with their places', () => {
  const text = 'Báo cáo UBND tỉnh (qua Sở Y tế) trước ngày 05/11.'
  expect(findUnitNames(text, units, words.verbs).map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
    ['UBND tỉnh', 'UBND tỉnh'],
    ['Sở Y tế', 'Sở Y tế'],
  ])
})
