import { createD1Storage, type D1Binding } from '../adapters/storage/d1.ts'
import { createSystemClock } from '../adapters/system/clock.ts'
import { createSecretMatcher } from '../adapters/system/create-secret-matcher.ts'
import { createIds } from '../adapters/system/ids.ts'
import { createLog } from '../adapters/system/log.ts'
import { readConfig } from '../config/read-config.ts'
import type { Storage } from '../ports/storage.ts'
import { createApp } from '../http/create-app.ts'
import { createMeter } from '../http/create-meter.ts'
import { buildIndex } from '../search/build-index.ts'
import type { World } from '../usecases/asked.ts'
import { createShelf } from '../usecases/keep-library.ts'
import { importPlan } from '../usecases/papers/import-plan.ts'
import { buildEngine, type Engine } from './build-engine.ts'
import { openChannels } from './open-channels.ts'
import { readWorkerData, type WorkerData } from './read-worker-data.ts'

type Bindings = Readonly<Record<string, string | undefined>> & { readonly DB: D1Binding }
type Lifetime = { readonly waitUntil: (work: Promise<unknown>) => void }
type Parts = { readonly app: ReturnType<typeof createApp>; readonly engine: Engine; readonly loadPlans: () => Promise<void> }

let data: WorkerData | undefined
const opened = new WeakMap<object, Parts>()

export default {
  /** A webhook: stored in D1 before it is acknowledged, handled and answered after. */
  async fetch(request: Request, env: Bindings, context: Lifetime): Promise<Response> {
    const { app, engine } = open(env)
    const response = await app.fetch(request, env)
    if (response.ok && request.method === 'POST') context.waitUntil(work(engine))
    return response
  },

  /** Every minute: what was left over, and what has become due. */
  async scheduled(_: unknown, env: Bindings): Promise<void> {
    const { engine, loadPlans } = open(env)
    await loadPlans()
    await engine.runJobs()
    await work(engine)
  },
}

async function work({ handle, deliver }: Engine): Promise<void> {
  await handle()
  await deliver()
}

/** Composes the house once for each isolate. */
function open(env: Bindings): Parts {
  const known = opened.get(env.DB)
  if (known) return known
  const { DB, ...variables } = env
  const result = readConfig(variables)
  if ('faults' in result) throw new Error(`the configuration has faults: ${result.faults.join('; ')}`)
  const { config } = result
  data ??= readWorkerData()
  const storage = createD1Storage(DB)
  const clock = createSystemClock(config.today)
  const log = createLog(config.logLevel)
  const meter = createMeter()
  const { channels, webhooks } = openChannels(config)
  const engine = buildEngine({
    storage,
    clock,
    log,
    meter,
    templates: data.templates,
    readers: { lexicon: data.messages },
    channels: new Map(channels.map((channel) => [channel.platform, channel])),
    openWorld: openWorlds(storage, data, clock),
  })
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
  const parts = { app, engine, loadPlans: () => loadPlans(storage, data ?? readWorkerData(), clock) }
  opened.set(DB, parts)
  return parts
}

function openWorlds(storage: Storage, { units, holidays, templates }: WorkerData, clock: World['clock']): () => Promise<World> {
  const openLibrary = createShelf(storage.catalogs, buildIndex, units)
  const { progress, officers, outbox } = storage
  const ids = createIds()
  return async () => ({ library: await openLibrary(), progress, officers, outbox, clock, ids, holidays, templates })
}

/** The plans that were read before the deployment, one commit each; those that are stored already change nothing. */
async function loadPlans({ catalogs, ledger }: Storage, { papers, units }: WorkerData, clock: World['clock']): Promise<void> {
  if ((await catalogs.load()).plans.length >= papers.length) return
  for (const paper of papers) {
    const { changes } = importPlan(paper, await catalogs.load(), units, clock)
    if (changes.length > 0) await ledger.commit(changes)
  }
}
