import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignWords } from '../../../src/text/align-words.ts'

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

describe('two lists of words', () => {
  test.each([
    ['a b c', 'a b c', []],
    ['a b c', 'a x c', [{ left: [1, 2], right: [1, 2] }]],
    ['a b c', 'a c', [{ left: [1, 2], right: [1, 1] }]],
    ['a c', 'a b c', [{ left: [1, 1], right: [1, 2] }]],
    ['', 'a', [{ left: [0, 0], right: [0, 1] }]],
    [
      'x b c y',
      'b c z',
      [
        { left: [0, 1], right: [0, 0] },
        { left: [3, 4], right: [2, 3] },
      ],
    ],
  ])('"%s" and "%s"', (left, right, differences) => {
    expect(alignWords(words(left), words(right))).toEqual(differences)
  })

  test('what does not differ is the same in both, whatever they are', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
    fc.assert(
      fc.property(list, list, (left, right) => {
        const differences = alignWords(left, right)
        const keep = (all: readonly string[], side: 'left' | 'right'): string[] =>
          all.filter((_, at) => !differences.some((difference) => difference[side][0] <= at && at < difference[side][1]))
        expect(keep(left, 'left')).toEqual(keep(right, 'right'))
      }),
    )
  })
})
