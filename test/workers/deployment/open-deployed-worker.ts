import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTestHarness } from 'wrangler'
import { createD1Storage, type D1Binding } from '../../../src/adapters/storage/d1.ts'
import { createSystemClock } from '../../../src/adapters/system/clock.ts'
import { createIds } from '../../../src/adapters/system/ids.ts'
import type { Storage } from '../../../src/ports/storage.ts'
import { createInvite } from '../../../src/usecases/linking/create-invite.ts'
import { startFakeTelegram, type FakeTelegram } from '../../support/fake-telegram.ts'
import { startFakeZaloBot, type FakeZaloBot } from '../../support/fake-zalo-bot.ts'

const ROOT = join(import.meta.dirname, '../../..')
const TODAY = '2026-11-21'
const SECRETS = {
  TELEGRAM_BOT_TOKEN: '7000000001:replay-replay-replay',
  TELEGRAM_WEBHOOK_SECRET: 'telegram-secret-of-the-replay',
  ZALO_BOT_TOKEN: '1459232241454765289:replay-replay',
  ZALO_BOT_WEBHOOK_SECRET: 'zalo-secret-of-the-replay',
} as const

/** What wrangler would deploy, running in workerd with its D1, between fake platforms over real HTTP. */
export type DeployedWorker = {
  readonly telegram: FakeTelegram
  readonly zaloBot: FakeZaloBot
  readonly url: string
  readonly storage: Storage
  /** What the cron trigger does every minute. */
  readonly tick: () => Promise<string>
  /** A link code for an officer of a unit that the loaded plans name so. */
  readonly invite: (unit: { readonly name: string; readonly place: string }) => Promise<string>
  /** The same, brought into D1 by the SQL that the command line prints. */
  readonly inviteBySql: (unit: string) => Promise<string>
  /** Everything that the Worker logged since the last call. */
  readonly takeLogs: () => string
  /** The same Worker, deployed with other variables. */
  readonly redeploy: (variables: Readonly<Record<string, string>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Bundles the Worker as for a deployment, migrates an empty D1 and starts both. Nothing leaves this machine. */
export async function openDeployedWorker(): Promise<DeployedWorker> {
  process.env['WRANGLER_SEND_METRICS'] = 'false'
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
  const telegram = await startFakeTelegram(SECRETS.TELEGRAM_BOT_TOKEN)
  const zaloBot = await startFakeZaloBot(SECRETS.ZALO_BOT_TOKEN)
  const roots = { TELEGRAM_API_ROOT: telegram.apiRoot, ZALO_BOT_API_ROOT: zaloBot.apiRoot }
  const workers = (variables: Readonly<Record<string, string>>) => [
    { configPath: 'wrangler.toml', vars: { TODAY, ...roots, ...variables }, secrets: SECRETS },
  ]
  const harness = createTestHarness({ root: ROOT, workers: workers({}) })
  const { url } = await harness.listen()
  const worker = harness.getWorker()
  await worker.applyD1Migrations('DB')
  const db = ((await worker.getEnv()) as { DB: Database }).DB
  const storage = createD1Storage(db)
  telegram.connect(new URL('/webhooks/telegram', url).href, SECRETS.TELEGRAM_WEBHOOK_SECRET)
  zaloBot.connect(new URL('/webhooks/zalo-bot', url).href, SECRETS.ZALO_BOT_WEBHOOK_SECRET)

  return {
    telegram,
    zaloBot,
    url: url.href,
    storage,
    tick: async () => (await worker.scheduled({ cron: '* * * * *' })).outcome,
    invite: async ({ name, place }) => {
      const { units } = await storage.catalogs.load()
      const unit = units.find((each) => each.name === name && each.place?.includes(place))
      if (!unit) throw new Error(`no plan names ${name}, ${place}`)
      const world = { clock: createSystemClock(TODAY), ids: createIds() }
      const { code, changes } = createInvite({ unit, role: 'officer', name: null }, world)
      await storage.ledger.commit(changes)
      return code
    },
    inviteBySql: async (unit) => {
      const { sql, code } = await printInvite(unit)
      await db.batch(sql.map((statement) => db.prepare(statement)) as never[])
      return code
    },
    takeLogs: () => {
      const logs = harness.getLogs().map(({ message }) => message)
      harness.clearLogs()
      return logs.join('\n')
    },
    redeploy: (variables) => harness.update({ root: ROOT, workers: workers(variables) }),
    close: async () => {
      await harness.close()
      await Promise.all([telegram.close(), zaloBot.close()])
    },
  }
}

type Database = D1Binding & { readonly prepare: (query: string) => object }

async function printInvite(unit: string): Promise<{ sql: string[]; code: string }> {
  const words = ['invite', '--unit', unit, '--role', 'officer', '--sql', '--today', TODAY]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(ROOT, 'src/entry/cli.ts'), ...words], { cwd: ROOT })
  return { sql: stdout.trim().split('\n'), code: /"mã liên kết (\d{6})"/.exec(stderr)?.[1] ?? '' }
}
