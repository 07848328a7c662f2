import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { createD1Storage } from '../../src/adapters/storage/d1.ts'
import { testStorage } from '../contract/storage.contract.ts'

testStorage('D1 in workerd', async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return { storage: createD1Storage(env.DB) }
})
