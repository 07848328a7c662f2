import type { Engine } from './build-engine.ts'
import { openWorkerHouse, type WorkerBindings, type WorkerHouse } from './open-worker-house.ts'

type Lifetime = { readonly waitUntil: (work: Promise<unknown>) => void }

// What a request leaves to waitUntil is cut off thirty seconds after its answer.
const PATIENCE_MS = 20_000
const PAUSE_MS = 500
// Each send is noted twice, and an invocation may ask D1 a thousand times.
const MOST_SENDS = 200

// Many isolates do this at once. What must happen once is guarded by D1: the event's mark, the message's claim, the job's run.
export default {
  /** A webhook: stored in D1 before it is acknowledged, handled and answered after. */
  async fetch(request: Request, env: WorkerBindings, context: Lifetime): Promise<Response> {
    const house = openWorkerHouse(env)
    if ('faults' in house) return new Response('dondoc is not configured: its log names the faults', { status: 500 })
    const response = await house.app.fetch(request)
    if (response.ok && request.method === 'POST') context.waitUntil(answer(house))
    return response
  },

  /** Every minute: what was left over, and what has become due. */
  async scheduled(_: unknown, env: WorkerBindings): Promise<void> {
    const house = openWorkerHouse(env)
    if ('faults' in house) throw new Error('dondoc is not configured')
    await answer(house, 'with jobs')
  },
}

/** Whatever fails here is still in D1, where the next run finds it. */
async function answer(house: WorkerHouse, jobs?: 'with jobs'): Promise<void> {
  const attempt = (failed: string, work: () => Promise<unknown>) => work().catch((error: unknown) => house.log.error(failed, error))
  // An engine for each run: one that was cut off would hold its sends to be in the air for ever.
  const engine = house.startEngine()
  await attempt('handle-failed', async () => {
    await house.prepare()
    await engine.handle()
  })
  if (jobs) await attempt('jobs-failed', engine.runJobs)
  await attempt('deliver-failed', () => deliverPatiently(engine))
}

/** The pause that a chat is owed between two messages is waited for here, not for the next minute. */
async function deliverPatiently({ deliver }: Engine): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (let sent = 0; ;) {
    const { tried, held } = await deliver()
    sent += tried
    if (held === 0 || sent >= MOST_SENDS || Date.now() >= until) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
