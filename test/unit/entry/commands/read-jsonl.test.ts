import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { checkDay, Refusal, Usage } from '../../../../src/entry/commands/outcome.ts'
import { readJsonl } from '../../../../src/entry/commands/read-jsonl.ts'

const Line = z.object({ text: z.string() })
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-jsonl-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function readAll(content: string): Promise<unknown[]> {
  const path = join(folder, 'lines.jsonl')
  writeFileSync(path, content)
  return Array.fromAsync(readJsonl(Line, path))
}

test('lines come in order, empty ones are passed over', async () => {
  expect(await readAll('{"text":"a"}\n\n{"text":"b","more":1}\r\n')).toEqual([{ text: 'a' }, { text: 'b' }])
})

test.each([
  ['broken JSON', '{"text":"a"}\n{', /^line 2 is not JSON$/],
  ['a value of another kind', 'null', /^line 1: /],
  ['a missing field', '{"text":"a"}\n\n{"q":"a"}', /^line 3: text: /],
])('%s is refused with the number of its line', async (_what, content, reason) => {
  const reading = readAll(content)
  await expect(reading).rejects.toThrow(reason)
  await expect(reading).rejects.toBeInstanceOf(Refusal)
})

test('a file that is not there is refused', async () => {
  await expect(Array.fromAsync(readJsonl(Line, join(folder, 'none.jsonl')))).rejects.toThrow(Refusal)
})

test('--today takes days of the calendar only', () => {
  expect(checkDay('2026-11-21')).toBe('2026-11-21')
  expect(checkDay(undefined)).toBeUndefined()
  expect(() => checkDay('2026-13-45')).toThrow(Usage)
})
