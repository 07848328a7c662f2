import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { COMMANDS } from '../../src/entry/commands/commands.ts'
import { Refusal, Usage } from '../../src/entry/commands/outcome.ts'
import { openTestOffice } from '../support/open-test-office.ts'

/** Runs a command in this process and gives what it printed. */
async function dondoc(name: string, ...words: string[]): Promise<string> {
  const printed: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  await COMMANDS.get(name)?.run(words)
  return printed.join('')
}

describe('an operator at the command line', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
    const office = await openTestOffice({ path: join(folder, 'dondoc.db') })
    office.close()
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(() => rmSync(folder, { recursive: true }))

  const correct = (...words: string[]): Promise<string> => dondoc('correct', ...words, '--db', join(folder, 'dondoc.db'))

  test('corrects a duty and sees its earlier readings', async () => {
    const stdout = await correct('12', 'II.1.b', '--deadline', 'trong quý IV năm 2026', '--unit', 'Công an huyện:lead')
    expect(JSON.parse(stdout)).toMatchObject({
      plan: '12/KH-UBND',
      path: 'II.1.b',
      quote: expect.stringContaining('thi đua, khen thưởng'),
      deadline: { kind: 'quarter', value: '2026-Q4' },
      units: [{ name: 'Công an huyện', role: 'lead' }, { name: 'Phòng Nội vụ' }],
      corrections: [{ by: 'operator', before: { deadline: { kind: 'none' } } }],
    })
    const shown = JSON.parse(await correct('12/KH-UBND', 'ii.1.b')) as { corrections: object[] }
    expect(shown.corrections).toHaveLength(1)
  })

  test.each([
    [['99', 'II.1.b', '--deadline', 'none'], Refusal, 'no loaded plan is called "99"'],
    [['12', 'IX', '--deadline', 'none'], Refusal, 'its duties: II.1.a, II.1.b'],
    [['12', 'II.2', '--deadline', 'hôm nào đẹp trời'], Refusal, 'cannot be read as deadline'],
    [['12', 'II.2', '--unit', 'Công an huyện'], Usage, '--unit is NAME:ROLE'],
    [['12'], Usage, 'a plan and the path'],
  ])('is refused with a reason: %j', async (words, kind, reason) => {
    const outcome = correct(...words)
    await expect(outcome).rejects.toThrow(reason)
    await expect(outcome).rejects.toBeInstanceOf(kind)
  })

  test('compares the copies of a paper that ships in two', async () => {
    const stdout = await dondoc('compare', '261')
    expect(stdout).toMatch(/^shown: .*\nother: .*\n\d+ paragraphs, \d+ differ, \d+ places/)
    expect(stdout).toMatch(/! .*bắn súng.*\n .*bản sắc/)
    await expect(dondoc('compare', '815')).rejects.toThrow('in one copy only')
  })
})
