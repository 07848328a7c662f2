import { createD1Storage, type D1Binding } from '../adapters/storage/d1.ts'
import { createSystemClock } from '../adapters/system/clock.ts'
import { createSecretMatcher } from '../adapters/system/create-secret-matcher.ts'
import { createIds } from '../adapters/system/ids.ts'
import { createLog } from '../adapters/system/log.ts'
import { readConfig, type Config } from '../config/read-config.ts'
import { createApp } from '../http/create-app.ts'
import { createLinkRoutes } from '../http/create-link-routes.ts'
import { createMeter } from '../http/create-meter.ts'
import type { Channel } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Storage } from '../ports/storage.ts'
import { publishCalendar } from '../usecases/calendar/publish-calendar.ts'
import { importPlan } from '../usecases/papers/import-plan.ts'
import { buildEngine, type Engine, type EngineParts } from './build-engine.ts'
import { findWorkerFaults } from './find-worker-faults.ts'
import { openChannels } from './open-channels.ts'
import { openHelper } from './open-helper.ts'
import { openWorlds } from './open-worlds.ts'
import { readWorkerData, type WorkerData } from './read-worker-data.ts'

/** What a Worker is given: the database, and the configuration as variables and secrets. */
export type WorkerBindings = Readonly<Record<string, string | undefined>> & { readonly DB: D1Binding }

/** Everything composed for one isolate, which many requests share. */
export type WorkerHouse = {
  readonly app: ReturnType<typeof createApp>
  readonly log: Log
  readonly startEngine: () => Engine
  /** Loads the plans of the deployment and asks the platforms who the bot is; once done, it costs nothing. */
  readonly prepare: () => Promise<void>
}

/** What keeps a Worker from working; each fault names its variable and no value. */
type Faulty = { readonly faults: readonly string[] }

const opened = new WeakMap<object, WorkerHouse | Faulty>()

/** Composes the house once for each isolate, or tells the log what is wrong with the configuration. */
export function openWorkerHouse(env: WorkerBindings): WorkerHouse | Faulty {
  const known = opened.get(env.DB ?? env)
  if (known) return known
  const house = composeOrRefuse(env)
  opened.set(env.DB ?? env, house)
  return house
}

function composeOrRefuse({ DB, ...variables }: WorkerBindings): WorkerHouse | Faulty {
  const result = readConfig(variables)
  const faults = findWorkerFaults(result, DB)
  if (!('faults' in result) && faults.length === 0) return composeHouse(DB, result.config)
  const log = createLog('error')
  for (const fault of faults) log.error('configuration-faulty', undefined, { fault })
  return { faults }
}

function composeHouse(binding: D1Binding, config: Config): WorkerHouse {
  const data = readWorkerData()
  const storage = createD1Storage(binding)
  const clock = createSystemClock(config.today)
  const log = createLog(config.logLevel)
  const meter = createMeter()
  const { channels, webhooks } = openChannels(config)
  const parts: EngineParts = {
    storage,
    clock,
    log,
    meter,
    templates: data.templates,
    readers: { lexicon: data.messages, questions: data.questions },
    channels: new Map(channels.map((channel) => [channel.platform, channel])),
    openWorld: openWorlds({ storage, data, clock, ids: createIds(), helper: openHelper(config.model, () => data.helping, log) }),
  }
  const app = createApp({
    webhooks,
    inbox: storage.inbox,
    clock,
    log,
    meter,
    // The request's own waitUntil works it off.
    onAccepted: () => undefined,
    isReady: async () => (await storage.catalogs.version()) !== '',
    metrics: {
      isToken: config.metricsToken ? createSecretMatcher(config.metricsToken) : () => false,
      render: () => meter.render(),
    },
  })
  app.route('/', createLinks(parts, data))
  return {
    app,
    log,
    startEngine: () => buildEngine(parts),
    prepare: createPreparation(parts, data, channels),
  }
}

/** Calendars by link; charts and office files are not made on a Worker, so no link to one is given out either. */
function createLinks({ storage, openWorld }: EngineParts, { reportWords }: WorkerData): ReturnType<typeof createLinkRoutes> {
  const deps = { calendarFeeds: storage.calendarFeeds, ids: createIds(), openWorld, words: reportWords }
  return createLinkRoutes({ publishCalendar: (token) => publishCalendar(token, deps), openFile: async () => undefined })
}

function createPreparation(
  { storage, clock, log }: EngineParts,
  data: WorkerData,
  channels: readonly Channel[],
): () => Promise<void> {
  let isLoaded = false
  const strangers = new Set(channels)
  return async () => {
    if (!isLoaded) await loadPlans(storage, data, clock)
    isLoaded = true
    await Promise.all(
      [...strangers].map(async (channel) => {
        try {
          await channel.introduce?.()
          strangers.delete(channel)
        } catch (error) {
          // Private chats work without; groups are asked about again by the next run.
          log.error('bot-not-introduced', error, { platform: channel.platform })
        }
      }),
    )
  }
}

/** The plans that were read before the deployment, one commit each; those that are stored already change nothing. */
async function loadPlans({ catalogs, ledger }: Storage, { papers, units }: WorkerData, clock: Clock): Promise<void> {
  let catalog = await catalogs.load()
  for (const paper of papers) {
    const { changes } = importPlan(paper, catalog, units, clock)
    if (changes.length === 0) continue
    await ledger.commit(changes)
    catalog = await catalogs.load()
  }
}
