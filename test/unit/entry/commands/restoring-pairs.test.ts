import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Usage } from '../../../../src/entry/commands/outcome.ts'
import { trainSyllables } from '../../../../src/entry/commands/train-syllables.ts'

test('how letters are misread is learned from a folder of clean and damaged texts; the listed tables stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pairs-'))
  const clean = Array.from({ length: 30 }, () => 'thực hiện Kế hoạch của tỉnh').join(' ')
  writeFileSync(join(folder, 'a.clean.txt'), clean)
  writeFileSync(join(folder, 'a.100dpi.txt'), clean.replaceAll('thực', 'thyc').replaceAll('của', 'ctia'))
  const out = join(folder, 'confusions.json')
  await trainSyllables.run(['--pairs', folder, '--out', out])
  const { confusions, labels } = JSON.parse(readFileSync(out, 'utf8'))
  expect(confusions[0].letters['ự']).toEqual({ y: 30 })
  expect(confusions).toHaveLength(2)
  expect(labels).toBeDefined()
})

test('a folder without pairs is wrong usage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pairs-'))
  await expect(trainSyllables.run(['--pairs', folder])).rejects.toThrow(Usage)
})
