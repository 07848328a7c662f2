import { expect, test } from 'vitest'
import { foldUnitWords } from '../../../src/units/fold-unit-words.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

test.each(['UBND các xã', 'Uỷ ban nhân dân các xã', 'Ủy ban nhân dân các xã', 'ubnd cac xa'])(
  '%s is one kind of words',
  (words) => {
    expect(foldUnitWords(words, unitLexicon)).toBe(' ubnd cac xa ')
  },
)

test('a comma separates units', () => {
  const text = 'phân công cho các phòng, đơn vị cấp huyện, Uỷ ban nhân dân các xã trong tổ chức thực hiện'
  expect(foldUnitWords(text, unitLexicon)).toContain(' huyen ubnd cac xa ')
})
