import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPairNumbers } from '../../../src/search/number-pairs.ts'

test('numbers pairs as a plain map would, also beyond its first size', () => {
  const pair = fc.tuple(fc.nat(60), fc.nat(60))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3000 }), fc.array(pair), (added, asked) => {
      const numbers = createPairNumbers()
      const plain = new Map<string, number>()
      for (const [left, right] of added) {
        const key = `${left} ${right}`
        if (!plain.has(key)) plain.set(key, plain.size)
        expect(numbers.add(left, right)).toBe(plain.get(key))
      }
      expect(numbers.size()).toBe(plain.size)
      for (const [left, right] of asked) expect(numbers.find(left, right)).toBe(plain.get(`${left} ${right}`) ?? -1)
    }),
    { numRuns: 30, examples: [[Array.from({ length: 2500 }, (_, at): [number, number] => [at, at + 1]), [[7, 8]]]] },
  )
})
