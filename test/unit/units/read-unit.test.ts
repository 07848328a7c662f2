import { describe, expect, test } from 'vitest'
import { readUnit } from '../../../src/units/read-unit.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

const read = (name: string, place: string | null = null) => readUnit(name, place, unitLexicon)

describe('reading a name', () => {
  test.each([
    ['Uỷ ban nhân dân huyện', 'huyện Bình Sơn', 'UBND huyện', 'huyện Bình Sơn', 'district'],
    ['UBND huyện Bình Sơn', null, 'UBND huyện', 'huyện Bình Sơn', 'district'],
    ['UBND xã Bình Minh (huyện Bình Sơn)', null, 'UBND xã', 'xã Bình Minh, huyện Bình Sơn', 'commune'],
    ['xã Ea Súp', null, 'UBND xã', 'xã Ea Súp', 'commune'],
    ['Phòng Văn hóa - Xã hội xã Bình Sơn', null, 'Phòng Văn hóa - Xã hội', 'xã Bình Sơn', 'commune'],
    ['Phòng LĐTBXH huyện Hớn Quản', 'tỉnh Bình Phước', 'Phòng Lao động - Thương binh và Xã hội', 'huyện Hớn Quản', 'district'],
    ['Sở GD&ĐT', 'tỉnh Gia Lai', 'Sở Giáo dục và Đào tạo', 'tỉnh Gia Lai', 'province'],
    ['SỞ NỘI VỤ', 'tỉnh Gia Lai', 'Sở Nội vụ', 'tỉnh Gia Lai', 'province'],
    ['BAN THƯỜNG VỤ HUYỆN ỦY', 'huyện Bù Gia Mập', 'Ban Thường vụ Huyện ủy', 'huyện Bù Gia Mập', 'district'],
    ['Ban Tuyên giáo Huyện uỷ Bù Gia Mập', null, 'Ban Tuyên giáo Huyện ủy', 'huyện Bù Gia Mập', 'district'],
    ['Ban Tuyên giáo và Dân vận Trung ương', null, 'Ban Tuyên giáo và Dân vận Trung ương', null, 'central'],
    ['Bộ trưởng Bộ Tài chính', null, 'Bộ Tài chính', null, 'central'],
    ['Văn phòng HĐND&UBND huyện', 'huyện Bình Sơn', 'Văn phòng HĐND và UBND huyện', 'huyện Bình Sơn', 'district'],
    [
      'Trung tâm Truyền thông — Văn hóa — Thể thao',
      'huyện Bình Sơn',
      'Trung tâm Truyền thông - Văn hóa - Thể thao',
      'huyện Bình Sơn',
      'district',
    ],
    ['Bộ Chỉ huy Bộ đội Biên phòng tỉnh', 'tỉnh Bình Phước', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh', 'tỉnh Bình Phước', 'province'],
    ['UBND thành phố Đồng Xoài', 'tỉnh Bình Phước', 'UBND thành phố', 'thành phố Đồng Xoài', 'district'],
    ['Ủy ban nhân dân Thành phố', 'Thành phố Hồ Chí Minh', 'UBND thành phố', 'thành phố Hồ Chí Minh', 'province'],
    ['Huyện đoàn Ninh Hải', null, 'Huyện đoàn', 'huyện Ninh Hải', 'district'],
    ['Đảng ủy Công an tỉnh', 'tỉnh Gia Lai', 'Đảng ủy Công an tỉnh', 'tỉnh Gia Lai', 'province'],
    ['Ban Dân tộc', 'tỉnh Bình Phước', 'Ban Dân tộc', 'tỉnh Bình Phước', 'province'],
    ['Giám đốc Sở Nội vụ', 'tỉnh Lai Châu', 'Sở Nội vụ', 'tỉnh Lai Châu', 'province'],
  ])('%s in %s is %s', (name, place, canonical, home, level) => {
    expect(read(name, place)).toMatchObject({ name: canonical, place: home, level, isCollective: false })
  })

  test.each([
    'Các sở, ban, ngành, UBND các huyện, thị xã, thành phố',
    'Mỗi Sở, ban, ngành',
    'Thủ trưởng các cơ quan, đơn vị, địa phương',
    'Ủy ban nhân dân xã, phường, đặc khu',
    'Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố',
    'cơ quan thông tấn báo chí',
    'Cấp ủy các tổ chức cơ sở Đảng',
    'Chủ tịch Ủy ban nhân dân cấp tỉnh',
    'Công an các xã, phường',
    'Ban Tuyên giáo và Dân vận các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương',
  ])('%s stands for many', (name) => {
    expect(read(name, 'tỉnh Gia Lai')).toMatchObject({ isCollective: true, place: 'tỉnh Gia Lai', endedOn: null })
  })

  test.each([
    'Đảng ủy các cơ quan Đảng tỉnh',
    'Ban Quản lý các khu công nghiệp tỉnh',
    'Liên hiệp các tổ chức hữu nghị tỉnh',
    'Chi bộ cơ sở (Bù Gia Mập)',
  ])('%s is one unit though it lists', (name) => {
    expect(read(name, 'tỉnh Gia Lai').isCollective).toBe(false)
  })
})

describe('identity', () => {
  test.each([
    ['UBND huyện Bình Sơn', 'Uỷ ban nhân dân huyện', 'huyện Bình Sơn'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTTDL', 'tỉnh Lai Châu'],
    ['Phòng Văn hóa và Thông tin', 'Phòng Văn hoá - Thông tin', 'huyện Bình Sơn'],
    ['Chủ tịch UBND tỉnh', 'UBND tỉnh', 'tỉnh Lai Châu'],
    ['Bộ Tài chính', 'Bộ trưởng Bộ Tài chính', null],
  ])('%s and %s are one unit', (one, other, place) => {
    expect(read(one, place).id).toBe(read(other, place).id)
  })

  test('a province that became a city keeps its units', () => {
    expect(read('UBND tỉnh Đồng Nai').id).toBe(read('UBND thành phố Đồng Nai').id)
  })

  test.each([
    ['Sở Nội vụ', 'Sở Ngoại vụ'],
    ['Phòng Nội vụ', 'Sở Nội vụ'],
    ['Công an huyện', 'Công an tỉnh'],
    ['Ban Tuyên giáo Huyện ủy', 'Ban Tuyên giáo Tỉnh ủy'],
    ['Ban Tuyên giáo Tỉnh ủy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    ['Đảng ủy UBND tỉnh', 'Đảng ủy các cơ quan Đảng tỉnh'],
    ['Kho bạc Nhà nước', 'Kho bạc Nhà nước khu vực X'],
    ['UBND tỉnh', 'HĐND tỉnh'],
  ])('%s is not %s', (one, other) => {
    expect(read(one, 'tỉnh Gia Lai').id).not.toBe(read(other, 'tỉnh Gia Lai').id)
  })

  test('the same name in two places is two units', () => {
    expect(read('UBND huyện', 'huyện Ninh Hải').id).not.toBe(read('UBND huyện', 'huyện Bù Gia Mập').id)
  })
})

describe('what stands above and what has ended', () => {
  test.each([
    ['Phòng Nội vụ', 'huyện Bình Sơn', 'UBND huyện', 'huyện Bình Sơn'],
    ['Sở Tài chính', 'tỉnh Lai Châu', 'UBND tỉnh', 'tỉnh Lai Châu'],
    ['Ban Tuyên giáo Huyện ủy', 'huyện Bù Gia Mập', 'Huyện ủy', 'huyện Bù Gia Mập'],
    ['UBND huyện', 'huyện Bình Sơn', 'UBND tỉnh', 'tỉnh Quảng Ngãi'],
    ['Trung tâm Dịch vụ việc làm (Sở Nội vụ)', 'tỉnh Lai Châu', 'Sở Nội vụ', 'tỉnh Lai Châu'],
  ])('%s of %s is under %s', (name, place, parent, home) => {
    expect(read(name, place).parentId).toBe(read(parent, home).id)
  })

  test('district units ended by law; provinces and communes did not', () => {
    expect(read('Phòng Nội vụ', 'huyện Bình Sơn')).toMatchObject({
      endedOn: '2025-07-01',
      endedBy: 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
    })
    expect(read('Sở Nội vụ', 'tỉnh Gia Lai').endedOn).toBeNull()
    expect(read('UBND xã Ea Súp').endedOn).toBeNull()
  })
})
