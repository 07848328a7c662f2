import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNameEnd } from '../../src/reading/find-name-end.ts'
import { learnPaperNames } from '../../src/reading/learn-paper-names.ts'
import { listBracketRoles } from '../../src/reading/list-bracket-roles.ts'
import { matchHeadingUnits } from '../../src/reading/match-heading-units.ts'
import { readGeneralCharge } from '../../src/reading/read-general-charge.ts'
import { readLines } from '../../src/reading/read-lines.ts'
import { readParagraphs } from '../../src/reading/read-paragraphs.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { splitHeadings } from '../../src/reading/split-headings.ts'
import { fold } from '../../src/text/fold.ts'
import { matchUnitList } from '../../src/units/find-unit-names.ts'
import { readingLexicon } from '../support/reading-lexicon.ts'

const folder = join(import.meta.dirname, '../golden')
const papers = readdirSync(folder)
  .map((name) => join(folder, name, 'source.txt'))
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'))
const words = papers.flatMap((paper) => paper.split(/\s+/)).filter(Boolean)

const aPaper = fc.constantFrom(...papers)
const aWord = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
)
const aPhrase = fc.array(aWord, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '))
const aPiece = fc.constantFrom(
  'TT',
  'Nội dung',
  'Đơn vị',
  'Thời gian',
  '1',
  '2',
  '(chủ trì)',
  'Sở Nội vụ',
  'Ban',
  ',',
  'và',
  ';',
  ':',
)
const aCell = fc.oneof(aPiece, aPhrase)
const aCut = fc
  .tuple(aPaper, fc.nat(20_000), fc.integer({ min: 1, max: 4000 }))
  .map(([paper, from, length]) => paper.slice(from % paper.length, (from % paper.length) + length))
/** Rows that lost cells, rules that stand anywhere, cells on lines of their own. */
const aTable = fc
  .array(fc.tuple(fc.array(aCell, { maxLength: 7 }), fc.constantFrom(' | ', '\n|\n', '\n\n', '|', '\t')), { maxLength: 12 })
  .map((rows) => rows.map(([cells, rule]) => cells.join(rule)).join('\n'))
const aShuffle = aPaper.chain((paper) => fc.shuffledSubarray(paper.split('\n'), { minLength: 1 }).map((lines) => lines.join('\n')))
const aText = fc.oneof(
  aCut,
  aTable,
  aShuffle,
  fc.tuple(aCut, aTable, aCut).map((parts) => parts.join('\n')),
)
const aSentence = fc.array(aCell, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ').normalize('NFC'))

function joinWords(parts: readonly { readonly text: string }[]): string {
  return parts
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, '')
}

describe('whatever is read', () => {
  test('gives duties, sections and passages inside the paper, quoted byte for byte', () => {
    fc.assert(
      fc.property(aText, (source) => {
        const { duties, sections, passages, issues } = readPlan(source, source, readingLexicon)
        const last = source.split('\n').length
        for (const { lines } of [...duties, ...sections, ...passages, ...issues]) {
          expect(1 <= lines[0] && lines[0] <= lines[1] && lines[1] <= last).toBe(true)
        }
        for (const { quote } of duties) expect(quote !== '' && source.includes(quote)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('is read alike twice', () => {
    fc.assert(
      fc.property(aText, (source) => {
        expect(readPlan(source, source, readingLexicon)).toEqual(readPlan(source, source, readingLexicon))
      }),
      { numRuns: 10 },
    )
  })
})

describe('the parts of reading', () => {
  test('headings are split without losing a word or a line', () => {
    fc.assert(
      fc.property(aText, (source) => {
        const paragraphs = readParagraphs(readLines(source, source))
        const split = splitHeadings(paragraphs, readingLexicon)
        expect(joinWords(split)).toBe(joinWords(paragraphs))
        for (const { first, last } of split) expect(first).toBeLessThanOrEqual(last)
      }),
      { numRuns: 40 },
    )
  })

  test('names, their ends and their brackets lie inside the sentence', () => {
    const { units, words: known } = readingLexicon
    fc.assert(
      fc.property(aSentence, (text) => {
        const list = matchUnitList(text, 0, units, known.verbs) ?? { units: [], start: 0, end: 0 }
        expect(listBracketRoles(text, list) ?? list.units).toHaveLength(list.units.length)
        const found = [...list.units, ...(matchHeadingUnits(text, readingLexicon) ?? [])]
        expect(found.filter(({ start, end }) => start < 0 || start >= end || end > text.length)).toEqual([])
        const end = findNameEnd(fold(text), list.end)
        expect(end).toBeGreaterThanOrEqual(list.end)
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 300 },
    )
  })

  test('a general charge begins inside the sentence and ends with it', () => {
    const context = { lexicon: readingLexicon, issuedOn: '2025-11-20' }
    fc.assert(
      fc.property(aSentence, (text) => {
        const charge = readGeneralCharge(text, context)
        expect(text.slice(charge?.at ?? 0)).toContain(charge?.text ?? '')
      }),
      { numRuns: 300 },
    )
  })

  test('a learned name is one that the paper prints', () => {
    fc.assert(
      fc.property(aText, (source) => {
        const paragraphs = readParagraphs(readLines(source, source))
        const { paperNames = [] } = learnPaperNames([], paragraphs, readingLexicon).units
        const printed = paragraphs.map(({ text }) => text.normalize('NFC').replaceAll(/\s+/g, ' ')).join(' ')
        for (const name of paperNames) expect(printed).toContain(name)
      }),
      { numRuns: 40 },
    )
  })
})
