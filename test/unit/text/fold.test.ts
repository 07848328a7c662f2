import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/text/fold.ts'
import { normalize } from '../../../src/text/normalize.ts'

describe('folding', () => {
  test.each([
    ['Đối ngoại', 'doi ngoai'],
    ['ĐỐI NGOẠI'.normalize('NFD'), 'doi ngoai'],
    ['Thuỷ, thủy, hoà, hòa', 'thuy, thuy, hoa, hoa'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('keeps the length of NFC text, so offsets agree', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text).length === text.normalize('NFC').length))
  })
})

describe('normalizing', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Thuỷ', 'Thủy'],
    ['UỶ BAN', 'ỦY BAN'],
    ['hoàn', 'hoàn'],
    ['quý', 'quý'],
    ['khoẻ', 'khỏe'],
  ])('%s becomes %s', (old, modern) => {
    expect(normalize(old)).toBe(modern)
    expect(normalize(old.normalize('NFD'))).toBe(modern)
  })
})
