import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSyllables } from '../../../src/text/tokenize.ts'

describe('splitting into syllables', () => {
  test('keeps the writing, folds beside it and knows the places', () => {
    expect(splitSyllables('Uỷ ban, VH&TT 35')).toEqual([
      { text: 'Ủy', folded: 'uy', start: 0, end: 2 },
      { text: 'ban', folded: 'ban', start: 3, end: 6 },
      { text: 'VH', folded: 'vh', start: 8, end: 10 },
      { text: 'TT', folded: 'tt', start: 11, end: 13 },
      { text: '35', folded: '35', start: 14, end: 16 },
    ])
  })

  test('offsets count in the NFC text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tidy = text.normalize('NFC')
        return splitSyllables(text).every(({ text: word, start, end }) => end - start === word.length && end <= tidy.length)
      }),
    )
  })
})
