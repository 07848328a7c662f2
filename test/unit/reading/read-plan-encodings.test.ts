import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/reading/read-plan.ts'
import { printReading } from '../../support/print-reading.ts'
import { readingLexicon as lexicon } from '../../support/reading-lexicon.ts'

const golden = join(import.meta.dirname, '../../golden')
const paper = readFileSync(join(golden, 'chi-thi-giam-doc-so/source.txt'), 'utf8')
const print = (text: string) => printReading(readPlan(text, text, lexicon))

describe('the same paper reads the same however its text is stored', () => {
  test.each([
    ['Windows line ends', paper.replaceAll('\n', '\r\n')],
    ['letters and marks apart (NFD)', paper.normalize('NFD')],
    ['trailing spaces and tabs', paper.replaceAll('\n', ' \t\n')],
    ['bold Markdown', paper.replace(/^(\d\. .*)$/gmu, '**$1**')],
  ])('%s', (_, text) => {
    expect(print(text)).toBe(print(paper))
    for (const { quote } of readPlan(text, text, lexicon).duties) expect(text.includes(quote)).toBe(true)
  })
})
