import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { findUnits, matchUnit } from '../../src/units/find-units.ts'
import { readUnit } from '../../src/units/read-unit.ts'
import { aRegistry, unitLexicon } from '../support/unit-lexicon.ts'

const FIELDS = [
  'Nội vụ',
  'Ngoại vụ',
  'Tài chính',
  'Công Thương',
  'Tư pháp',
  'Y tế',
  'Xây dựng',
  'Giáo dục và Đào tạo',
  'Khoa học và Công nghệ',
]
const registry = aRegistry({ 'tỉnh Gia Lai': FIELDS.map((field) => `Sở ${field}`) })

describe('units, whatever is typed', () => {
  test('any text is read without a crash, mentions in order and inside it', () => {
    const words = fc.constantFrom(
      'sở',
      'ubnd',
      'các',
      'huyện',
      'nội vụ',
      'ban',
      'chỉ đạo',
      '35',
      ',',
      '(',
      'và',
      'tỉnh',
      'Gia Lai',
      'em',
      'xã',
      'đảng ủy',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(words, { maxLength: 14 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        readUnit(typed, 'tỉnh Gia Lai', unitLexicon)
        const tidy = typed.normalize('NFC')
        let last = 0
        for (const { start, end, words: said } of findUnits(typed, registry)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(tidy.slice(start, end)).toBe(said)
          last = end
        }
      }),
    )
  })

  test('accents, case and form of Unicode change no match and no id', () => {
    const write = fc.constantFrom<(name: string) => string>(
      fold,
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD'),
      (name) => name.toLowerCase(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), write, (field, writeAs) => {
        const name = `Sở ${field}`
        expect(readUnit(writeAs(name), 'tỉnh Gia Lai', unitLexicon).id).toBe(readUnit(name, 'tỉnh Gia Lai', unitLexicon).id)
        expect(matchUnit(writeAs(name), registry)[0]?.unitId).toBe(readUnit(name, 'tỉnh Gia Lai', unitLexicon).id)
      }),
    )
  })

  test('reading a unit again by its own name and place gives the same unit', () => {
    const units = fc.constantFrom(
      'UBND huyện Bình Sơn',
      'Phòng Nội vụ',
      'Ban Tuyên giáo Huyện ủy',
      'Công an xã',
      'Các sở, ban, ngành',
      'Trạm Y tế xã',
      'Báo Gia Lai',
    )
    const places = fc.constantFrom('tỉnh Gia Lai', 'huyện Bình Sơn, tỉnh Quảng Ngãi', 'xã Ea Súp, tỉnh Đắk Lắk', null)
    fc.assert(
      fc.property(units, places, (name, place) => {
        const unit = readUnit(name, place, unitLexicon)
        expect(readUnit(unit.name, unit.place, unitLexicon)).toMatchObject({ id: unit.id, name: unit.name, place: unit.place })
      }),
    )
  })
})
