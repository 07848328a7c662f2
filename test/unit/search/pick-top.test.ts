import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pickTop } from '../../../src/search/pick-top.ts'

test('picks what sorting everything would pick', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      (list, top, step) => {
        const accepts = (at: number): boolean => at % step === 0
        const sorted = list.map((score, at) => ({ score, at })).filter(({ score, at }) => score > 0 && accepts(at))
        sorted.sort((a, b) => b.score - a.score || a.at - b.at)
        expect(pickTop(Float64Array.from(list), top, accepts)).toEqual(sorted.slice(0, top).map(({ at }) => at))
      },
    ),
  )
})
