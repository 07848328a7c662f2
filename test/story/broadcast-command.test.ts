import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { COMMANDS } from '../../src/entry/commands/commands.ts'
import { Refusal, Usage } from '../../src/entry/commands/outcome.ts'
import { startFakeTelegram, type FakeTelegram } from '../support/fake-telegram.ts'
import { openTestOffice } from '../support/open-test-office.ts'

const TOKEN = '7000000001:broadcast-command-token-of-a-test'

describe('dondoc broadcast', () => {
  let folder: string
  let telegram: FakeTelegram
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-broadcast-'))
    telegram = await startFakeTelegram(TOKEN)
    const office = await openTestOffice({ path: join(folder, 'dondoc.db') })
    await office.link('telegram:1', 'Phòng Nội vụ huyện Mỹ Lâm', { name: 'Lan', role: 'leader' })
    await office.link('telegram:2', 'Phòng Nội vụ huyện Mỹ Lâm', { name: 'Nam' })
    await office.link('telegram:3', 'Công an huyện Mỹ Lâm', { name: 'Hùng' })
    office.close()
    for (const id of [1, 2, 3]) telegram.know(id)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    await telegram.close()
    rmSync(folder, { recursive: true })
  })
  const run = async (...words: string[]): Promise<Record<string, unknown>> => {
    const printed: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    await COMMANDS.get('broadcast')?.run([...words, '--db', join(folder, 'dondoc.db')])
    return JSON.parse(printed.join('')) as Record<string, unknown>
  }
  const configure = (): void => {
    vi.stubEnv('TELEGRAM_BOT_TOKEN', TOKEN)
    vi.stubEnv('TELEGRAM_WEBHOOK_SECRET', 'a-secret-of-the-broadcast-command')
    vi.stubEnv('TELEGRAM_API_ROOT', telegram.apiRoot)
  }

  test('shows whom it would reach and sends nothing', async () => {
    configure()
    expect(await run('Họp giao ban 7h30 <thứ Hai>', '--all')).toMatchObject({
      people: 3,
      units: 2,
      platforms: { telegram: 3 },
      sent: false,
    })
    expect(await run('Họp', '--unit', 'Phòng Nội vụ huyện Mỹ Lâm')).toMatchObject({ people: 2 })
    expect(await run('Họp', '--unit', 'Phòng Nội vụ huyện Mỹ Lâm', '--role', 'leader')).toMatchObject({ people: 1 })
    expect(telegram.sent).toEqual([])
  })

  test('waits in the outbox where no platform is set up; the same command sends it then, once', async () => {
    expect(await run('Họp giao ban <thứ Hai>', '--all', '--yes')).toMatchObject({ people: 3, sent: 0, waiting: 3 })
    configure()
    telegram.inject({ kind: 'blocked' })
    const result = await run('Họp giao ban <thứ Hai>', '--all', '--yes')
    expect(result).toMatchObject({ people: 3, sent: 2, waiting: 0, doubtful: [] })
    expect(result['failed']).toMatchObject([{ name: expect.any(String), error: expect.stringContaining('blocked') }])
    expect(await run('Họp giao ban <thứ Hai>', '--all', '--yes')).toMatchObject({ people: 3, sent: 2 })
    expect(telegram.sent).toHaveLength(2)
    expect(telegram.sent[0]?.text).toContain('Họp giao ban <thứ Hai>')
  })

  test.each([
    [['--all'], Usage, 'needs the text'],
    [['Họp'], Usage, 'either --all, or --unit and --role'],
    [['Họp', '--all', '--role', 'leader'], Usage, 'either --all, or --unit and --role'],
    [['Họp', '--role', 'boss'], Usage, '--role must be'],
    [['Họp', '--role', 'office', '--yes'], Refusal, 'nobody'],
  ] as const)('is refused with a reason: %j', async (words, kind, reason) => {
    const outcome = run(...words)
    await expect(outcome).rejects.toThrow(reason)
    await expect(outcome).rejects.toBeInstanceOf(kind)
  })
})
