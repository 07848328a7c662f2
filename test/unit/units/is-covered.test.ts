import { describe, expect, test } from 'vitest'
import { isCovered, isSoftCollective } from '../../../src/units/is-covered.ts'
import { readUnit } from '../../../src/units/read-unit.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

function covers(collective: string, issuer: string, place: string | null, unit: string, home: string | null): boolean {
  const registered = readUnit(collective, place, unitLexicon)
  return isCovered(readUnit(unit, home, unitLexicon), { name: collective, unit: registered }, unitLexicon, issuer)
}

const HEADS = 'Thủ trưởng các cơ quan, đơn vị, địa phương'
const ALL = 'Các Sở, ban, ngành, UBND các huyện, thị xã, thành phố'
const COAST = 'Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Lâm Đồng'
const BINH_SON = 'huyện Bình Sơn'

describe('a collective covers', () => {
  test.each([
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'UBND xã Bình Minh (huyện Bình Sơn)', null],
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'Phòng Nội vụ', BINH_SON],
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'Công an huyện', BINH_SON],
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'Trung tâm Truyền thông - Văn hóa - Thể thao', BINH_SON],
    ['UBND các xã, thị trấn', 'UBND huyện Bình Sơn', BINH_SON, 'UBND xã Bình Minh', BINH_SON],
    ['Các tổ chức chính trị - xã hội huyện', 'UBND huyện Bình Sơn', BINH_SON, 'Huyện đoàn', BINH_SON],
    [ALL, 'UBND tỉnh Bình Phước', 'tỉnh Bình Phước', 'Sở Y tế', 'tỉnh Bình Phước'],
    [ALL, 'UBND tỉnh Bình Phước', 'tỉnh Bình Phước', 'UBND huyện Bù Gia Mập', null],
    [ALL, 'UBND tỉnh Bình Phước', 'tỉnh Bình Phước', 'UBND thành phố Đồng Xoài', null],
    ['Các Ban Xây dựng Đảng Huyện ủy', 'Huyện ủy Bù Gia Mập', 'huyện Bù Gia Mập', 'Ban Dân vận Huyện ủy', 'huyện Bù Gia Mập'],
    ['Các chi, đảng bộ cơ sở trực thuộc Huyện ủy', 'Huyện ủy Bù Gia Mập', 'huyện Bù Gia Mập', 'Chi bộ cơ sở (Bù Gia Mập)', null],
    ['Ủy ban nhân dân các xã, phường', 'UBND thành phố Đồng Nai', 'thành phố Đồng Nai', 'UBND phường Trảng Dài', null],
    ['các sở, ban, ngành Thành phố', 'UBND Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'Sở Y tế', 'Thành phố Hồ Chí Minh'],
    ['Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', 'Thủ tướng Chính phủ', null, 'Bộ Y tế', null],
    [COAST, 'Thủ tướng Chính phủ', null, 'UBND tỉnh Gia Lai', null],
    ['Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương', 'Ban Tuyên giáo và Dân vận Trung ương', null, 'Thành ủy Huế', null],
  ])('%s of %s (%s): %s', (collective, issuer, place, unit, home) => {
    expect(covers(collective, issuer, place, unit, home)).toBe(true)
  })
})

describe('a collective does not cover', () => {
  test.each([
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'Ban Tuyên giáo Huyện ủy', BINH_SON],
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'Phòng Nội vụ', 'huyện Bù Gia Mập'],
    [HEADS, 'UBND huyện Bình Sơn', BINH_SON, 'UBND huyện', BINH_SON],
    [ALL, 'UBND tỉnh Bình Phước', 'tỉnh Bình Phước', 'UBND huyện Bình Sơn', null],
    [ALL, 'UBND tỉnh Bình Phước', 'tỉnh Bình Phước', 'Sở Y tế', 'tỉnh Ninh Thuận'],
    ['Các Ban Xây dựng Đảng Huyện ủy', 'Huyện ủy Bù Gia Mập', 'huyện Bù Gia Mập', 'Huyện ủy', 'huyện Bù Gia Mập'],
    ['Ủy ban nhân dân các xã, phường', 'UBND tỉnh Lai Châu', 'tỉnh Lai Châu', 'Sở Y tế', 'tỉnh Lai Châu'],
    [COAST, 'Thủ tướng Chính phủ', null, 'UBND tỉnh Nghệ An', null],
    ['các cơ quan, đơn vị liên quan', 'UBND huyện Bình Sơn', BINH_SON, 'Phòng Nội vụ', BINH_SON],
  ])('%s of %s (%s): %s of %s', (collective, issuer, place, unit, home) => {
    expect(covers(collective, issuer, place, unit, home)).toBe(false)
  })

  test('anybody when it leaves open whom it means', () => {
    expect(isSoftCollective('các sở, ngành có liên quan', unitLexicon)).toBe(true)
    expect(isSoftCollective('các sở, ngành', unitLexicon)).toBe(false)
  })
})
