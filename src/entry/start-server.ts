import type { serve as Serve } from '@hono/node-server'
import { createSecretMatcher } from '../adapters/system/create-secret-matcher.ts'
import { createTryChannel } from '../adapters/try/create-try-channel.ts'
import type { Config } from '../config/read-config.ts'
import { createApp } from '../http/create-app.ts'
import { createMeter } from '../http/create-meter.ts'
import type { AnsweringData } from './answering-data.ts'
import { readQuota } from '../usecases/read-quota.ts'
import { buildEngine } from './build-engine.ts'
import { createPump } from './create-pump.ts'
import { openTry } from './open-try.ts'
import type { Platforms } from './open-channels.ts'
import { openFiles, openLinks } from './open-links.ts'
import { importShippedPlans, openOffice, type Office } from './open-office.ts'

/** A running server: where it listens and how to stop it without losing anything. */
export type RunningServer = { readonly address: string; readonly office: Office; readonly stop: () => Promise<void> }

/** Opens the office, imports the shipped plans, starts the engine and listens. */
export async function startServer(config: Config, serve: typeof Serve, data?: AnsweringData): Promise<RunningServer> {
  const office = openOffice(config, data && { data })
  const { storage, log, clock } = office
  for (const { path, outcome, duties } of await importShippedPlans(office)) {
    if (outcome !== 'known') log.info('plan-imported', { file: path, outcome, duties })
  }
  const meter = createMeter()
  const { channels, webhooks } = await openPlatforms(config)
  if (config.try) channels.push(createTryChannel())
  const openFile = await openFiles(office)
  const engine = buildEngine({
    ...office,
    openFile,
    templates: office.data.templates,
    meter,
    channels: new Map(channels.map((channel) => [channel.platform, channel])),
  })
  await engine.recover()
  const pump = createPump(engine, log)
  for (const channel of channels) {
    channel.introduce?.().catch((error: unknown) => log.error('bot-not-introduced', error, { platform: channel.platform }))
  }
  const app = createApp({
    webhooks,
    inbox: storage.inbox,
    clock,
    log,
    meter,
    onAccepted: pump.wake,
    isReady: async () => (await storage.catalogs.version()) !== '',
    metrics: { isToken: metricsGuard(config.metricsToken), render: async () => meter.render(await readGauges(office)) },
  })
  app.route('/', await openLinks(office, openFile))
  if (config.try) app.route('/', openTry(office, pump.wake))
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    office,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
      await pump.stop()
      storage.close()
    },
  }
}

/** The platforms' libraries are loaded only where one is configured. */
async function openPlatforms(config: Config): Promise<Platforms> {
  if (!config.telegram && !config.zaloBot) return { channels: [], webhooks: [] }
  return (await import('./open-channels.ts')).openChannels(config)
}

function metricsGuard(token: string | undefined): (given: string | undefined) => boolean {
  return token === undefined ? () => false : createSecretMatcher(token)
}

/** What the month's quotas say at this moment. */
async function readGauges({ openWorld }: Office): Promise<Readonly<Record<string, number>>> {
  const quota = await readQuota('zalo-bot', await openWorld())
  return quota ? { dondoc_zalo_bot_messages_this_month: quota.used, dondoc_zalo_bot_messages_per_month: quota.most } : {}
}
