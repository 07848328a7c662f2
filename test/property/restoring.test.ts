import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRestoredRange, findSourceRange, type RestoredText } from '../../src/restoring/restored-text.ts'
import { restoreText } from '../../src/restoring/restore-text.ts'
import { fold } from '../../src/text/fold.ts'
import { openTestRestorer } from '../support/open-test-restorer.ts'

const restorer = openTestRestorer()
const folder = join(import.meta.dirname, '../fixtures/restoring')
const papers = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
const words = papers.flatMap((paper) => paper.split(/\s+/)).filter(Boolean)

const anyWord = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...words).map(fold) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
)
const anyBlank = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\r\n')
const anyText = fc
  .array(fc.tuple(anyWord, anyBlank), { maxLength: 60 })
  .map((pieces) => pieces.map(([word, blank]) => word + blank).join(''))
const anyCut = fc
  .tuple(fc.constantFrom(...papers), fc.nat(2000), fc.nat(600))
  .map(([paper, start, length]) => paper.slice(start, start + length))

function expectWholeSpans({ source, text, spans }: RestoredText): void {
  let [from, to] = [0, 0]
  for (const span of spans) {
    expect([span.sourceStart, span.start]).toEqual([from, to])
    ;[from, to] = [span.sourceEnd, span.end]
  }
  expect([from, to]).toEqual([source.length, text.length])
}

describe('whatever is restored', () => {
  test('keeps its number of lines, and its spans cover source and text whole', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCut), (source) => {
        const restored = restoreText(source, restorer)
        expect(restored.text.split('\n')).toHaveLength(source.split('\n').length)
        expect(restored.lines).toHaveLength(source.split('\n').length)
        expectWholeSpans(restored)
      }),
      { numRuns: 30 },
    )
  })

  test('leads there and back: no way out of a stretch of the source', () => {
    fc.assert(
      fc.property(anyCut, fc.nat(600), fc.nat(60), (source, at, length) => {
        const restored = restoreText(source, restorer)
        const start = Math.min(at, source.length)
        const end = Math.min(start + length, source.length)
        const [from, to] = findRestoredRange(restored, start, end)
        const [back, forth] = findSourceRange(restored, from, to)
        expect(0 <= from && from <= to && to <= restored.text.length).toBe(true)
        expect(back).toBeLessThanOrEqual(start)
        expect(forth).toBeGreaterThanOrEqual(end)
      }),
      { numRuns: 20 },
    )
  })

  test('stays as it is when restored again', () => {
    fc.assert(
      fc.property(anyCut, (source) => {
        const { text } = restoreText(source, restorer)
        expect(restoreText(text, restorer).text).toBe(text)
      }),
      { numRuns: 20 },
    )
  })

  test('keeps every number of three digits and more', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.nat(99_999).map((number) => String(number + 100)),
          { maxLength: 8 },
        ),
        anyCut,
        (numbers, around) => {
          const source = `${around}\n${numbers.join(' va ')}\n${around}`
          const restored = restoreText(source, restorer).text.split('\n')[around.split('\n').length]
          expect(restored?.match(/\d+/g) ?? []).toEqual(numbers)
        },
      ),
      { numRuns: 25 },
    )
  })
})

test('endless words and lines without blanks are survived', () => {
  const source = `${papers[1]}\n${'a'.repeat(20_000)}\n${'ti,u'.repeat(2000)}\n${'6&'.repeat(3000)}`
  expect(restoreText(source, restorer).text.split('\n')).toHaveLength(source.split('\n').length)
})

test('dots, digits and signs without end take no longer than words', () => {
  const endless = ['a' + '.'.repeat(200_000) + 'a', '9'.repeat(200_000), '1-'.repeat(100_000), '@'.repeat(200_000)]
  const source = `${papers[1]}\n${endless.join('\n')}\n${endless.join(' ')}`
  const { text } = restoreText(source, restorer)
  expect(text.endsWith(source.slice(source.indexOf('\na..') + 1))).toBe(true)
})

test('a paper of many stretches and thousands of invented words keeps its lines', () => {
  const invented = Array.from({ length: 3000 }, (_, at) => (at * 7919).toString(23).replaceAll(/\d/g, 'h'))
  const source = `${papers[1]!.repeat(12)}\n${invented.map((word, at) => `${word} va ${at % 9 === 0 ? '\n' : ''}`).join('')}`
  const restored = restoreText(source, restorer)
  expect(restored.text.split('\n')).toHaveLength(source.split('\n').length)
  expectWholeSpans(restored)
})
