import type { Log } from '../ports/log.ts'
import type { Engine } from './build-engine.ts'

const TICK_MS = 500
const JOBS_EVERY_MS = 60_000
// A platform that hangs keeps its own pass waiting; the others go on beside it, but not without end.
const PASSES = 8

/** Keeps an engine going on Node: at once when something came in, and every half second for what became due. */
export type Pump = { readonly wake: () => void; readonly stop: () => Promise<void> }

/** Starts pumping. A failure is logged and the next tick tries again. */
export function createPump({ handle, deliver, runJobs }: Engine, log: Log): Pump {
  const passes = new Set<Promise<unknown>>()
  let handling: Promise<void> | undefined
  let isWanted = false
  let jobsAt = -Infinity

  const send = (): void => {
    if (passes.size >= PASSES) return
    const pass = deliver()
      .catch((error: unknown) => log.error('deliver-failed', error))
      .finally(() => passes.delete(pass))
    passes.add(pass)
  }
  const handleAll = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false
      await handle()
      send()
    }
  }
  const wake = (): void => {
    isWanted = true
    handling ??= handleAll()
      .catch((error: unknown) => log.error('handle-failed', error))
      .finally(() => (handling = undefined))
  }
  const tick = (): void => {
    wake()
    if (performance.now() - jobsAt < JOBS_EVERY_MS) return
    jobsAt = performance.now()
    runJobs().catch((error: unknown) => log.error('jobs-failed', error))
  }

  const timer = setInterval(tick, TICK_MS)
  tick()
  return {
    wake,
    stop: async () => {
      clearInterval(timer)
      await handling
      await Promise.all(passes)
    },
  }
}
