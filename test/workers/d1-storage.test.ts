import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { createD1Storage } from '../../src/adapters/storage/d1.ts'
import { testAgainstModel } from '../contract/storage-model.contract.ts'
import { testStorage } from '../contract/storage.contract.ts'

async function openD1() {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return { storage: createD1Storage(env.DB) }
}

testStorage('D1 in workerd', openD1)
testAgainstModel('D1 in workerd', openD1, 8)
