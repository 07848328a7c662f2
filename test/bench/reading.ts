/**
 * Measures reading against hand-made readings: node test/bench/reading.ts DIRECTORY [--show]
 * DIRECTORY holds plans/NAME.gold.json with NAME.txt, or NAME.restored.txt and ../plans/NAME.txt as its damaged source.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NO_DEADLINE } from '../../src/domain/deadline.ts'
import type { Reading } from '../../src/domain/plan.ts'
import { restoreText } from '../../src/restoring/restore-text.ts'
import { readLines } from '../../src/reading/read-lines.ts'
import { readParagraphs } from '../../src/reading/read-paragraphs.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { openTestRestorer } from '../support/open-test-restorer.ts'
import { readingLexicon } from '../support/reading-lexicon.ts'
import {
  countFields,
  scoreDeadlines,
  scoreDuties,
  scoreSections,
  scoreUnits,
  sumScores,
  toF1,
  type Gold,
  type Score,
} from './score-reading.ts'

type Paper = { readonly name: string; readonly gold: Gold; readonly source: string; readonly restored: string }

function listPapers(directory: string): Paper[] {
  const plans = join(directory, 'plans')
  return readdirSync(plans)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => {
      const name = file.replace('.gold.json', '')
      const [clean = '', copy = '', damaged = ''] = [
        join(plans, `${name}.txt`),
        join(plans, `${name}.restored.txt`),
        join(directory, '..', 'plans', `${name}.txt`),
      ]
      const source = readFileSync(existsSync(clean) ? clean : damaged, 'utf8')
      const restored = existsSync(copy) ? fitLines(readFileSync(copy, 'utf8'), source) : source
      return { name, gold: JSON.parse(readFileSync(join(plans, file), 'utf8')) as Gold, source, restored }
    })
}

/** Damaged copies, restored as the product would: DIRECTORY/ocr/NAME.*dpi.txt and ../plans/NAME.txt of the papers above. */
function listDamaged(directory: string, papers: readonly Paper[]): Paper[] {
  const restorer = openTestRestorer()
  const ocr = existsSync(join(directory, 'ocr')) ? readdirSync(join(directory, 'ocr')) : []
  const copies = [
    ...ocr
      .filter((file) => file.endsWith('dpi.txt'))
      .map((file) => ({
        file: join(directory, 'ocr', file),
        of: file.split('.')[0]!,
        label: file.replace('.txt', ''),
        isOtherCopy: true,
      })),
    { file: join(directory, '../plans/004.txt'), of: '004', label: '004 restored', isOtherCopy: false },
    { file: join(directory, '../plans/000.txt'), of: '003', label: '000 against 003', isOtherCopy: true },
  ]
  return copies.flatMap(({ file, of, label, isOtherCopy }) => {
    const paper = papers.find(({ name }) => name === of)
    if (!paper || !existsSync(file)) return []
    const source = readFileSync(file, 'utf8')
    return [{ name: label, gold: { ...paper.gold, isOtherCopy }, source, restored: restoreText(source, restorer).text }]
  })
}

function fitLines(text: string, source: string): string {
  const lines = text.split('\n')
  return source
    .split('\n')
    .map((_, index) => lines[index] ?? '')
    .join('\n')
}

/** The honest baseline: every marked paragraph is a duty of nobody without a deadline. */
function readByBullets(source: string, restored: string): Reading {
  const duties = readParagraphs(readLines(source, restored)).flatMap(({ mark, text, first, last }) =>
    mark
      ? [
          {
            path: '',
            lines: [first, last] as const,
            text,
            quote: text,
            units: [],
            deadline: NO_DEADLINE,
            reporting: null,
            confidence: 1,
          },
        ]
      : [],
  )
  return { ...readPlan('', '', readingLexicon), duties }
}

const [directory = '.', ...flags] = process.argv.slice(2)
const show = flags.includes('--show')
const percent = (score: Score) => `${(toF1(score) * 100).toFixed(1).padStart(5)}`
const all = (scores: readonly Score[]) => percent(sumScores(scores))

function measure(title: string, papers: readonly Paper[]): void {
  if (papers.length === 0) return
  const totals = {
    duties: [] as Score[],
    units: [] as Score[],
    deadlines: [] as Score[],
    sections: [] as Score[],
    baseline: [] as Score[],
  }
  console.log(`${title.padEnd(26)}duties  units  deadl.  sections  header   baseline duties   ms`)
  for (const { name, gold, source, restored } of papers) {
    const begun = performance.now()
    const reading = readPlan(source, restored, readingLexicon)
    const ms = performance.now() - begun
    const duties = scoreDuties(gold, reading, show)
    const units = scoreUnits(duties.pairs, gold, show)
    const deadlines = scoreDeadlines(duties.pairs, gold, show)
    const sections = scoreSections(gold, reading, show)
    const baseline = scoreDuties(gold, readByBullets(source, restored), false)
    totals.duties.push(duties.score)
    totals.units.push(units)
    totals.deadlines.push(deadlines)
    totals.sections.push(sections)
    totals.baseline.push(baseline.score)
    const header = countFields(gold, reading, show).padStart(6)
    console.log(
      `${name.padEnd(26)}${percent(duties.score)}  ${percent(units)}   ${percent(deadlines)}     ${percent(sections)}  ${header}   ${percent(baseline.score)}           ${ms.toFixed(0)}`,
    )
  }
  console.log(
    `${'all'.padEnd(26)}${all(totals.duties)}  ${all(totals.units)}   ${all(totals.deadlines)}     ${all(totals.sections)}           ${all(totals.baseline)}\n`,
  )
}

const papers = listPapers(directory)
measure('clean or restored by hand', papers)
measure('restored by the product', listDamaged(directory, papers))
