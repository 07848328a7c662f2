import { describe, expect, test } from 'vitest'
import { BREAK, SPECIAL_WORDS } from '../../../src/restoring/syllable.ts'
import { readSyllableModel } from '../../../src/restoring/syllable-model.ts'
import { buildSyllableModel } from '../../../src/restoring/train-syllables.ts'

const LINES = Array.from({ length: 5 }, () => 'Ủy ban nhân dân huyện báo cáo Tỉnh ủy, báo cáo Đảng ủy trước ngày 15/6/2023.')

describe('a trained model', async () => {
  const bytes = await buildSyllableModel(LINES, [{ u: { 'hoà bình': 3, bình: 400 }, b: { 'nhân bình': 400 } }])
  const model = readSyllableModel(bytes)
  const id = (word: string) => model.idOf(word) ?? -1

  test('knows the words of its lines, in small letters', () => {
    expect(model.words.slice(0, 3)).toEqual([...SPECIAL_WORDS])
    expect(['ủy', 'ban', 'huyện', 'bình'].every((word) => id(word) > 2)).toBe(true)
    expect(model.idOf('xyz')).toBeUndefined()
  })

  test('finds what it has seen cheaper than what it has not', () => {
    expect(model.costAfter(id('ủy'), id('ban'))(id('nhân'))).toBeLessThan(model.costAfter(id('ủy'), id('ban'))(id('huyện')))
  })

  test('counts made elsewhere add to it', () => {
    expect(model.costAfter(id('ban'), id('nhân'))(id('bình'))).toBeLessThan(model.costAfter(id('huyện'), id('báo'))(id('bình')))
  })

  test('gives all words that may follow together one chance', () => {
    const sum = model.words.reduce((total, _, word) => total + 2 ** -model.costAfter(id('báo'), id('cáo'))(word), 0)
    expect(sum).toBeGreaterThan(0.85)
    expect(sum).toBeLessThan(1.15)
  })

  test('knows which words like a capital inside a sentence', () => {
    expect(model.costOfCapital(id('đảng'), true)).toBeLessThan(model.costOfCapital(id('ban'), true))
  })

  test('a sentence ends after its last word', () => {
    expect(model.costAfter(id('trước'), id('ngày'))(BREAK)).toBeGreaterThan(0)
  })

  test('opens from bytes at any offset', () => {
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(readSyllableModel(shifted.subarray(1)).words).toEqual(model.words)
  })

  test.each([0, 10, 200])('cut after %i bytes it is refused', (length) => {
    expect(() => readSyllableModel(bytes.slice(0, length))).toThrow('not a syllable model')
  })
})
