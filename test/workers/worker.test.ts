import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import worker from '../../src/entry/worker.ts'

describe('worker', () => {
  beforeEach(async () => {
    await reset()
    await applyD1Migrations(env.DB, env.MIGRATIONS)
  })
  test('healthz', async () => {
    const r = await worker.fetch(new Request('http://x/healthz'), { DB: env.DB } as never, { waitUntil: () => undefined })
    expect(r.status).toBe(200)
  })
})
