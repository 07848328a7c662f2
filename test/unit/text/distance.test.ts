import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureDifference, measureDistance } from '../../../src/text/distance.ts'

describe('edit distance', () => {
  test.each([
    ['', '', 0],
    ['noi vu', 'noi vu', 0],
    ['truyen', 'truyn', 1],
    ['ngoai', 'noi', 2],
    ['hte', 'the', 1],
    ['', 'abc', 3],
  ])('%s -> %s takes %i', (left, right, edits) => {
    expect(measureDistance(left, right)).toBe(edits)
  })

  test('stops above the limit', () => {
    expect(measureDistance('ngoai vu', 'tai chinh', 2)).toBe(3)
    expect(measureDistance('noi', 'noi vu', 1)).toBe(2)
  })

  test('is symmetric, and the limit changes nothing below it', () => {
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.nat(12), (left, right, limit) => {
        const edits = measureDistance(left, right)
        return edits === measureDistance(right, left) && measureDistance(left, right, limit) === Math.min(edits, limit + 1)
      }),
    )
  })

  test('difference is a share of the longer text', () => {
    expect(measureDifference('noi vu', 'noi vu')).toBe(0)
    expect(measureDifference('', '')).toBe(0)
    expect(measureDifference('abcd', 'abcx')).toBe(0.25)
  })
})
