import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formatFault, readDeclarationFiles } from '../../../src/entry/read-declaration-files.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

describe('declaration files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'declared-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('all files of the folder are read as one, and faults name file and line', () => {
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ place: 'huyện Đại Lộc', units: [{ name: 'Phòng Nội vụ' }] }))
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ place: 'xã Tân Hà', successions: [{ from: 'Công an xã' }] }))
    writeFileSync(join(folder, 'c.json'), '{ "place":')
    writeFileSync(join(folder, 'README.md'), 'not read')
    const { units, faults } = readDeclarationFiles(folder, unitLexicon)
    expect(units[0]).toMatchObject({ name: 'Phòng Nội vụ', place: 'huyện Đại Lộc' })
    expect(faults.map(formatFault)).toEqual([
      'b.json: successions[0].to is missing',
      'b.json: successions[0].since is missing',
      'b.json: successions[0].basis is missing',
      'c.json is no JSON',
    ])
  })

  test('no folder declares nothing', () => {
    expect(readDeclarationFiles(join(folder, 'none'), unitLexicon)).toEqual({ units: [], successions: [], faults: [] })
  })
})
