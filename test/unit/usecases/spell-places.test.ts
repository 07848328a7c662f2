import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { spellPlaces } from '../../../src/usecases/spell-places.ts'

const aPlanOf = (issuer: string, place: string | null): Plan => ({ plan: { issuer, place } }) as unknown as Plan
const plans = [aPlanOf('UBND tỉnh An Hòa', 'An Hòa'), aPlanOf('Huyện ủy Mỹ Lâm', null)]

describe('initials of places of loaded plans', () => {
  test.each([
    ['trên địa bàn tỉnh AH', 'trên địa bàn tỉnh An Hòa'],
    ['sở tttt ah phải làm gì', 'sở tttt An Hòa phải làm gì'],
    ['ubnd huyen ml bao cao cho ai', 'ubnd huyen Mỹ Lâm bao cao cho ai'],
    ['con người AH thế nào', 'con người An Hòa thế nào'],
  ])('%s', (typed, spelled) => {
    expect(spellPlaces(typed, plans)).toBe(spelled)
  })

  test.each(['ah ơi cho hỏi', 'TỔNG HỢP AH', 'mã AH12 là gì', 'việc của anh'])('%s: is no place there', (typed) => {
    expect(spellPlaces(typed, plans)).toBe(typed)
  })

  test('two places with the same initials stay as typed', () => {
    expect(spellPlaces('tỉnh AH', [...plans, aPlanOf('UBND tỉnh Ân Hảo', 'Ân Hảo')])).toBe('tỉnh AH')
  })
})
