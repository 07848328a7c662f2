import { describe, expect, test } from 'vitest'
import type { Unit } from '../../../src/domain/unit.ts'
import { readUnit } from '../../../src/units/read-unit.ts'
import { findAskerUnits } from '../../../src/usecases/find-asker-units.ts'
import { buildLibrary } from '../../../src/usecases/library.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

const registered = (['huyện Đại Lộc', 'huyện Lộc Ninh'] as const).flatMap((place) =>
  ['Ban Tuyên giáo Huyện ủy', 'UBND huyện', 'Trung tâm Truyền thông - Văn hóa'].map((name) => readUnit(name, place, unitLexicon)),
)
const units: readonly Unit[] = registered.slice(0, -1)
const catalog = { version: '1', plans: [], duties: [], units, corrections: [] }
const library = buildLibrary(catalog, () => ({ search: () => [], size: 0 }), unitLexicon)
const find = (name: string) => findAskerUnits(name, library, unitLexicon).map((unit) => [unit.name, unit.place])

describe('the unit that an operator names', () => {
  test('may be one of several places, all of which are meant', () => {
    expect(find('Ban Tuyên giáo Huyện ủy')).toEqual([
      ['Ban Tuyên giáo Huyện ủy', 'huyện Đại Lộc'],
      ['Ban Tuyên giáo Huyện ủy', 'huyện Lộc Ninh'],
    ])
  })

  test.each([
    ['Ban Tuyên giáo Huyện ủy Lộc Ninh', 'Ban Tuyên giáo Huyện ủy', 'huyện Lộc Ninh'],
    ['Ban Tuyên giáo Huyện ủy (Lộc Ninh)', 'Ban Tuyên giáo Huyện ủy', 'huyện Lộc Ninh'],
    ['UBND huyện Đại Lộc', 'UBND huyện', 'huyện Đại Lộc'],
    ['Trung tâm Truyền thông — Văn hóa', 'Trung tâm Truyền thông - Văn hóa', 'huyện Đại Lộc'],
    ['UBND xã (Lộc Ninh)', 'UBND xã', 'huyện Lộc Ninh'],
    ['UBND xã Bình Minh (huyện Đại Lộc)', 'UBND xã', 'xã Bình Minh, huyện Đại Lộc'],
    ['Sở Y tế', 'Sở Y tế', null],
    ['Đài Phát thanh và Truyền hình Bình Phước', 'Đài Phát thanh và Truyền hình', 'tỉnh Bình Phước'],
  ])('%s is one unit', (name, unit, place) => {
    expect(find(name)).toEqual([[unit, place]])
  })
})
