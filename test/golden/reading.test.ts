import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/reading/read-plan.ts'
import { printReading } from '../support/print-reading.ts'
import { readingLexicon } from '../support/reading-lexicon.ts'

const here = import.meta.dirname
const plans = join(here, '../../data/plans')

/** Each folder is a case: reading.txt is the reviewed reading; the paper is its source.txt, or the shipped plan of that name. */
const cases = readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
  if (!entry.isDirectory()) return []
  const own = join(here, entry.name, 'source.txt')
  const source = readFileSync(existsSync(own) ? own : join(plans, entry.name, 'source.txt'), 'utf8')
  const copy = join(here, entry.name, 'restored.txt')
  return [{ name: entry.name, source, restored: existsSync(copy) ? readFileSync(copy, 'utf8') : source }]
})

describe.each(cases)('$name', ({ name, source, restored }) => {
  const reading = readPlan(source, restored, readingLexicon)

  test('is read as reviewed', async () => {
    await expect(printReading(reading)).toMatchFileSnapshot(join(here, name, 'reading.txt'))
  })

  test('every quote stands in the source byte for byte', () => {
    expect(reading.duties.length).toBeGreaterThan(0)
    for (const { quote } of reading.duties) expect(source.includes(quote) && quote !== '').toBe(true)
  })

  test('every duty, section and passage lies inside the paper', () => {
    const last = source.split('\n').length
    for (const { lines } of [...reading.duties, ...reading.sections, ...reading.passages]) {
      expect(lines[0]).toBeGreaterThanOrEqual(1)
      expect(lines[1]).toBeGreaterThanOrEqual(lines[0])
      expect(lines[1]).toBeLessThanOrEqual(last)
    }
  })
})
