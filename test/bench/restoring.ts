/* Measures restoration: node test/bench/restoring.ts DEV_SET [PLANS]; of the papers that it names, those that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readRestorerParts } from '../../src/entry/open-paper-reader.ts'
import { createRestorer } from '../../src/restoring/create-restorer.ts'
import { restoreText } from '../../src/restoring/restore-text.ts'
import { calibrateCertainty } from './calibrate-certainty.ts'
import { compareSyllables, type Comparison } from './compare-syllables.ts'

const [devSet, plans = join(devSet ?? '', '../plans')] = process.argv.slice(2)
if (!devSet) {
  console.error('usage: node test/bench/restoring.ts DEV_SET [PLANS]')
  process.exit(2)
}

const started = performance.now()
const parts = readRestorerParts()
const restorer = createRestorer(parts)
const opened = performance.now() - started
const { names: _names, people: _people, phrases: _phrases, offices: _offices, ...bare } = parts
const nameless = createRestorer(bare)
const untaught = createRestorer({ ...parts, confusions: [] })

const text = (path: string) => readFileSync(path, 'utf8')
const ocr = join(devSet, 'ocr')
const pairs = [
  { name: '004', damaged: join(plans, '004.txt'), clean: join(devSet, 'plans/004.restored.txt') },
  { name: '004', damaged: join(devSet, 'plans/004.txt'), clean: join(devSet, 'plans/004.restored.txt') },
  { name: '000 (against 003)', damaged: join(plans, '000.txt'), clean: join(plans, '003.txt') },
  ...readdirSync(ocr)
    .filter((file) => file.endsWith('dpi.txt'))
    .map((file) => ({ name: file, damaged: join(ocr, file), clean: join(ocr, file.replace(/\d+dpi/, 'clean')) })),
].filter(({ damaged, clean }) => existsSync(damaged) && existsSync(clean))

const percent = ({ right, total }: Pick<Comparison, 'right' | 'total'>) => ((100 * right) / total).toFixed(2)
console.log(`opening ${opened.toFixed(0)} ms`)
const rows = pairs.map(({ name, damaged, clean }) => {
  const [source, wanted] = [text(damaged), text(clean)]
  const begun = performance.now()
  const { text: restored, quality } = restoreText(source, restorer)
  const ms = Math.round(performance.now() - begun)
  return {
    name,
    restored: percent(compareSyllables(wanted, restored)),
    nameless: percent(compareSyllables(wanted, restoreText(source, nameless).text)),
    untaught: percent(compareSyllables(wanted, restoreText(source, untaught).text)),
    raw: percent(compareSyllables(wanted, source)),
    folded: percent(compareSyllables(wanted, source, { folded: true })),
    quality: `${quality.score} ${quality.label}`,
    ms,
  }
})
console.table(rows)

// What the witness of 000 words differently is no fault of certainty.
const rated = pairs
  .filter(({ name }) => !name.startsWith('000'))
  .map(({ damaged, clean }) => ({ wanted: text(clean), restored: restoreText(text(damaged), restorer) }))
console.log('certainty of syllables read anew, and how many are right')
console.table(calibrateCertainty(rated).map(({ from, right, total }) => ({ from, total, right: percent({ right, total }) })))

const cleanTexts = [
  ...readdirSync(join(devSet, 'plans'))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => join(devSet, 'plans', file))
    .filter((file) => !existsSync(file.replace('.txt', '.restored.txt'))),
  ...readdirSync(ocr)
    .filter((file) => file.endsWith('clean.txt'))
    .map((file) => join(ocr, file)),
  ...[join(plans, '003.txt')].filter((file) => existsSync(file)),
]
console.table(
  cleanTexts.map((path) => {
    const source = text(path)
    const { right, total } = compareSyllables(source, restoreText(source, restorer).text)
    return { name: path.split('/').at(-1), changed: total - right, syllables: total }
  }),
)
const megabyte = cleanTexts.map(text).join('\n').repeat(12)
const begun = performance.now()
restoreText(megabyte, restorer)
console.log(`clean text: ${(Buffer.byteLength(megabyte) / 1e6 / ((performance.now() - begun) / 1000)).toFixed(1)} MB/s`)
if (process.env['ERRORS']) {
  for (const { name, damaged, clean } of pairs.filter(({ name }) => name.includes(process.env['ERRORS']!))) {
    const { errors } = compareSyllables(text(clean), restoreText(text(damaged), restorer).text)
    console.log(name, errors.length)
    for (const { wanted, got } of errors) console.log(`   ${wanted.padEnd(24)} ${got}`)
  }
}
