import type { Hono } from 'hono'

/** What the health routes need. */
export type HealthDeps = {
  /** True when a message could be taken in now: the store answers and accepts writes. */
  readonly isReady: () => Promise<boolean>
  readonly metrics: {
    /** Compares the bearer token in constant time; no token configured = never. */
    readonly isToken: (given: string | undefined) => boolean
    /** Prometheus text. */
    readonly render: () => Promise<string> | string
  }
}

/** Alive, able to take a message, and in numbers. */
export function addHealthRoutes(app: Hono, { isReady, metrics }: HealthDeps): void {
  app.get('/healthz', (c) => c.text('alive'))

  app.get('/readyz', async (c) => {
    const isUp = await isReady().catch(() => false)
    return isUp ? c.text('ready') : c.text('not ready', 503)
  })

  app.get('/metrics', async (c) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (!metrics.isToken(token)) return c.text('who are you', 401)
    return c.text(await metrics.render(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}
