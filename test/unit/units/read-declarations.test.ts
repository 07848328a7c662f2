import { describe, expect, test } from 'vitest'
import { readDeclarations } from '../../../src/units/read-declarations.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

const FROM = 'Phòng Văn hóa và Thông tin'
const TO = 'Phòng Văn hóa - Xã hội xã Bình Sơn'
const since = '2025-07-01'
const basis = 'Quyết định số 12/QĐ-UBND ngày 30/6/2025'

describe('declared units', () => {
  test('names, aliases, parents and successions are read', () => {
    const units = [{ name: FROM, aliases: ['phòng văn'], parent: 'UBND huyện' }]
    const json = { place: 'huyện Bình Sơn', units, successions: [{ from: FROM, to: TO, field: 'báo chí', since, basis }] }
    const read = readDeclarations(json, unitLexicon)
    expect(read.units.map(({ id }) => id)).toEqual([
      'unt_phong-van-hoa-thong-tin-huyen-binh-son',
      'unt_ubnd-huyen-binh-son',
      'unt_ubnd-tinh-quang-ngai',
      'unt_phong-van-hoa-xa-hoi-xa-binh-son-huyen-binh-son',
      'unt_ubnd-xa-binh-son-huyen-binh-son',
    ])
    expect(read.units[0]).toMatchObject({ aliases: ['phòng văn'], parentId: 'unt_ubnd-huyen-binh-son' })
    expect(read).toMatchObject({
      successions: [{ fromId: 'unt_phong-van-hoa-thong-tin-huyen-binh-son', field: 'báo chí', since, basis }],
      faults: [],
    })
  })

  test.each([
    [{ from: FROM, to: TO, since }, 'successions[0].basis', 'missing'],
    [{ from: FROM, to: TO, since: '2025-02-30', basis }, 'successions[0].since', 'not-a-day'],
    [{ from: FROM, to: FROM, since, basis }, 'successions[0]', 'same-unit'],
  ])('a succession that is not complete is refused: %j', (succession, at, code) => {
    const read = readDeclarations({ place: 'huyện Bình Sơn', successions: [succession] }, unitLexicon)
    expect(read).toEqual({ units: [], successions: [], faults: [{ at, code }] })
  })

  test.each([null, 3, 'x', [], { place: 'huyện Bình Sơn', units: 'x' }, { place: 'huyện Bình Sơn', units: [null] }])(
    '%j is refused with reasons',
    (json) => {
      expect(readDeclarations(json, unitLexicon).faults.length).toBeGreaterThan(0)
    },
  )
})
