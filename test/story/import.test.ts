import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReviewer, showDoubts } from '../../src/entry/commands/review-reading.ts'
import { importFiles } from '../../src/entry/open-office.ts'
import { MY_LAM, openTestOffice, type TestOffice } from '../support/open-test-office.ts'

// Without a name under the signature, there is something to ask about.
const PAPER = readFileSync(MY_LAM, 'utf8').replace('Nguyễn Văn Bình', '')
const OTHER = PAPER.replace('Số: 12/', 'Số: 13/').replaceAll('2026', '2025')

describe('an operator who imports papers', () => {
  let folder: string
  let office: TestOffice
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
    office = await openTestOffice({ papers: [] })
  })
  afterEach(() => {
    office.close()
    rmSync(folder, { recursive: true })
  })

  const load = async (...answers: string[]): Promise<string[]> => {
    const papers = [PAPER, OTHER].map((text, index) => ({ text, path: join(folder, `${index + 1}.txt`) }))
    for (const { text, path } of papers) writeFileSync(path, text)
    const files = papers.map(({ path }) => path)
    const { review, close } = createReviewer(Readable.from(answers.map((answer) => `${answer}\n`)))
    const results = await importFiles(office.office, files, undefined, review)
    close()
    return results.map(({ outcome }) => outcome)
  }
  const stored = async (): Promise<(string | null)[]> =>
    (await office.office.storage.catalogs.load()).plans.map(({ plan }) => plan.number)

  test('takes one paper and leaves the other out', async () => {
    expect(await load('a', 's')).toEqual(['imported', 'skipped'])
    expect(await stored()).toEqual(['12/KH-UBND'])
  })

  test('is asked again when the answer is none', async () => {
    expect(await load('', 'hm', 'accept', 'a')).toEqual(['imported', 'imported'])
  })

  test('stops, and what was taken before stays', async () => {
    expect(await load('a', 'q')).toEqual(['imported'])
    expect(await stored()).toEqual(['12/KH-UBND'])
  })

  test('who hangs up has taken nothing', async () => {
    expect(await load()).toEqual([])
    expect(await stored()).toEqual([])
  })

  test('is not asked about what is loaded already', async () => {
    await load('a', 'a')
    expect(await load()).toEqual(['known', 'known'])
  })

  test('where nobody is there to answer, everything is taken', async () => {
    writeFileSync(join(folder, 'a.txt'), PAPER)
    const [result] = await importFiles(office.office, [join(folder, 'a.txt')], undefined, showDoubts)
    expect(result).toMatchObject({ outcome: 'imported', number: '12/KH-UBND' })
  })
})
