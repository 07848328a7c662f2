import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import declared from '../../../data/units/shipped/declared.json' with { type: 'json' }
import { findDeployFaults } from '../../../src/entry/find-worker-faults.ts'
import { readAnsweringData } from '../../../src/entry/read-data.ts'

const PROGRAM = join(import.meta.dirname, '../../../src/entry/run-worker.ts')
const NO_ID = 'database_id = "00000000-0000-0000-0000-000000000000"\n'
const AN_ID = 'database_id = "8a1f7a1e-4f0b-4f0e-9c55-2d1b3c4d5e6f"\n'
const A_BOT = { ZALO_BOT_TOKEN: '1459232241454765289:canary-canary', ZALO_BOT_WEBHOOK_SECRET: 'canary-secret' }

describe('npm run dev:worker and deploy:worker', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-worker-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const run = (mode: string): Promise<{ code: unknown; said: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [PROGRAM, mode], { cwd: folder }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, said: stdout + stderr }),
      )
    })

  test('a deployment without database and variables is refused before anything is touched, both faults at once', async () => {
    writeFileSync(join(folder, 'wrangler.toml'), NO_ID)
    const { code, said } = await run('deploy')
    expect(code).toBe(1)
    expect(said).toMatch(/database_id is not filled in[^]*\.env is missing/)
  })

  test('a faulty variable is named, and never shown', async () => {
    writeFileSync(join(folder, 'wrangler.toml'), NO_ID)
    writeFileSync(join(folder, '.env'), `ZALO_BOT_TOKEN=canary\nZALO_BOT_WEBHOOK_SECRET=canary-secret\n`)
    const { code, said } = await run('dev')
    expect(code).toBe(1)
    expect(said).toContain('ZALO_BOT_TOKEN must be')
    expect(said).not.toContain('canary')
  })

  test.each([
    ['nothing is missing', AN_ID, A_BOT, []],
    ['no platform', AN_ID, {}, [expect.stringContaining('both unset')]],
    ['a secret is missing', AN_ID, { ZALO_BOT_TOKEN: A_BOT.ZALO_BOT_TOKEN }, [expect.stringContaining('ZALO_BOT_WEBHOOK_SECRET')]],
    ['the clock is stopped', AN_ID, { ...A_BOT, TODAY: '2026-11-21' }, [expect.stringContaining('TODAY is set')]],
    ['no database', 'database_id = ""\n', A_BOT, [expect.stringContaining('database_id')]],
  ])('before a deployment: %s', (_, wrangler, variables, faults) => {
    expect(findDeployFaults({ wrangler, variables })).toEqual(faults)
  })
})

test('the declared units that a Worker is given are those of data/units', () => {
  expect(declared).toEqual(readAnsweringData().declared)
})
