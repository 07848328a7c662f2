import { expect, test } from 'vitest'
import { cutStretches, sampleStretches } from '../../../src/restoring/cut-stretches.ts'
import { splitTokens } from '../../../src/restoring/split-tokens.ts'

const tokensOf = (...lines: string[]) => splitTokens(lines.map((text, at) => ({ text, start: at * 1000 })))

test('a short paper is one stretch', () => {
  const tokens = tokensOf('mot hai ba', 'bon nam')
  expect(cutStretches(tokens, 5)).toEqual([tokens])
})

test('a long paper is cut where a line starts, and nothing is lost', () => {
  const tokens = tokensOf('mot hai ba', 'bon nam', 'sau bay tam')
  const stretches = cutStretches(tokens, 4)
  expect(stretches.map((stretch) => stretch[0]!.text)).toEqual(['mot', 'bon', 'sau'])
  expect(stretches.flat()).toEqual(tokens)
})

test('a line without end is cut somewhere', () => {
  const tokens = tokensOf('la '.repeat(1000))
  const stretches = cutStretches(tokens, 450)
  expect(stretches.map(({ length }) => length)).toEqual([450, 450, 100])
})

test('a sample comes from all over', () => {
  expect(sampleStretches(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['a', 'c', 'e'])
  expect(sampleStretches(['a', 'b'], 3)).toEqual(['a', 'b'])
})
