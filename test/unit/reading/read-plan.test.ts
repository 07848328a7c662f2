import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../src/domain/plan.ts'
import { readPlan } from '../../../src/reading/read-plan.ts'
import { refuseNoPlan } from '../../../src/reading/refuse-no-plan.ts'
import { readingLexicon as lexicon } from '../../support/reading-lexicon.ts'

const plans = join(import.meta.dirname, '../../../data/plans')
const sources = readdirSync(plans, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [readFileSync(join(plans, entry.name, 'source.txt'), 'utf8')] : [],
)

function expectInside(source: string, { duties, sections, passages }: Reading): void {
  const last = source.split('\n').length
  for (const { lines } of [...duties, ...sections, ...passages]) {
    expect(lines[0] >= 1 && lines[0] <= lines[1] && lines[1] <= last).toBe(true)
  }
  for (const { quote } of duties) expect(source.includes(quote)).toBe(true)
}

const read = (text: string) => readPlan(text, text, lexicon)

describe('reading never fails', () => {
  test('on papers cut anywhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (source, from, to) => {
          const cut = source.slice(Math.floor(source.length * Math.min(from, to)), Math.floor(source.length * Math.max(from, to)))
          expectInside(cut, read(cut))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('on papers whose lines were shuffled, doubled or lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(fc.nat(200), { maxLength: 120 }), (source, order) => {
        const lines = source.split('\n')
        const mixed = order.map((index) => lines[index % lines.length]!).join('\n')
        expectInside(mixed, read(mixed))
      }),
      { numRuns: 40 },
    )
  })

  test('on any text at all', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'I. ',
        '1.1. ',
        'a) ',
        'đ) ',
        '- ',
        '+ ',
        '|',
        '| STT | Nội dung | Đơn vị chủ trì |',
        'Cơ quan chủ trì:',
        'Điều 1.',
        'Nơi nhận:',
        'Số: 1/KH-UBND',
        'ngày 32 tháng 13 năm 2024',
        '\r\n',
        '\n\n',
        '**',
        'Sở',
        'các',
        '(((',
        'phối hợp với',
        'báo cáo',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join(' ').replaceAll(' \n', '\n')
        expectInside(text, read(text))
      }),
      { numRuns: 150 },
    )
  })

  test('source and restored text must be of one length in lines', () => {
    expect(() => readPlan('a\nb', 'a', lexicon)).toThrow('2 lines')
  })
})

describe('what is no plan is refused with a reason', () => {
  test.each([
    ['', 'empty'],
    ['Xin chào các bạn', 'empty'],
    ['The quick brown fox jumps over the lazy dog. '.repeat(20), 'not-vietnamese'],
    [
      'Ngày xưa có một cô bé sống trong rừng sâu cùng bà ngoại. Một hôm trời mưa rất to, cô bé nhìn thấy một chú chim nhỏ bị ướt. '.repeat(
        5,
      ),
      'no-duties',
    ],
  ])('%#', (text, code) => {
    expect(refuseNoPlan(read(text), text, lexicon)).toBe(code)
  })

  test.each(sources.filter((source) => source.includes('Kế hoạch')))('a plan is not', (source) => {
    expect(refuseNoPlan(read(source), source, lexicon)).toBeUndefined()
  })
})
