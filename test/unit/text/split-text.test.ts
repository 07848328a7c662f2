import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitText } from '../../../src/text/split-text.ts'

const graphemes = (text: string) =>
  [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)].map((part) => part.segment)
const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('splitting a text', () => {
  test('leaves a text alone that fits', () => {
    expect(splitText('a'.repeat(2000), 2000)).toEqual(['a'.repeat(2000)])
    expect(splitText('a'.repeat(2001), 2000)).toEqual(['a'.repeat(2000), 'a'])
  })

  test('makes no part of nothing', () => {
    expect(splitText(' \n ', 10)).toEqual([])
  })

  test.each([
    ['a blank line before a line', 'mot hai\nba\n\nbon nam. sau bay tam', ['mot hai\nba', 'bon nam. sau bay tam']],
    ['a line before a sentence', 'mot hai ba.\nbon. nam sau bay tam', ['mot hai ba.', 'bon. nam sau bay tam']],
    ['a sentence before a space', 'mot hai ba bon. nam sau bay tam', ['mot hai ba bon.', 'nam sau bay tam']],
    ['a space before a grapheme', 'motmotmotmot haihaihaihaihai', ['motmotmotmot', 'haihaihaihaihai']],
  ])('prefers %s', (_, text, parts) => {
    expect(splitText(text, 20)).toEqual(parts)
  })

  test('does not take the number of a list item for the end of a sentence', () => {
    expect(splitText('Một câu đủ dài ở đây. Rồi 12. Chủ trì', 30)).toEqual(['Một câu đủ dài ở đây.', 'Rồi 12. Chủ trì'])
  })

  test('keeps the indentation of the line after the cut', () => {
    expect(splitText('một hai ba bốn\n  - năm sáu', 16)).toEqual(['một hai ba bốn', '  - năm sáu'])
  })

  test('keeps an emoji whole at the cut', () => {
    expect(splitText(`${'a'.repeat(9)}👩‍👩‍👧‍👦`, 12)).toEqual(['a'.repeat(9), '👩‍👩‍👧‍👦'])
  })

  test('loses no character, breaks no limit and no grapheme that fits', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'ế', ' ', '\n', '.', '👍🏽', '👩‍👩‍👧‍👦', '1'), maxLength: 300 })
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (text, limit) => {
        const parts = splitText(text, limit)
        expect(parts.every((part) => part.length <= limit && part.trim() !== '')).toBe(true)
        expect(bare(parts.join(''))).toBe(bare(text))
        expect(parts.flatMap(graphemes).filter((g) => g.trim())).toEqual(graphemes(text).filter((g) => g.trim()))
      }),
      { examples: [['👩‍👩‍👧‍👦\n  👩‍👩‍👧‍👦', 12]] },
    )
  })

  test('never cuts a surrogate pair, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 2, max: 20 }), (text, limit) => {
        const parts = splitText(text.toWellFormed(), limit)
        expect(parts.every((part) => part.isWellFormed() && part.length <= limit)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
