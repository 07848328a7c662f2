import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { createMemoryStorage } from '../support/memory-storage.ts'
import { testAgainstModel } from './storage-model.contract.ts'
import { testStorage } from './storage.contract.ts'

testStorage('plain maps', () => ({ storage: createMemoryStorage() }))

function openInMemory() {
  const storage = createSqliteStorage(':memory:', 'data/migrations')
  return { storage, close: storage.close }
}

testStorage('SQLite in memory', openInMemory)
testAgainstModel('SQLite in memory', openInMemory, 200)

testStorage('SQLite in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
  const storage = createSqliteStorage(join(folder, 'dondoc.db'), 'data/migrations')
  return {
    storage,
    close: () => {
      storage.close()
      rmSync(folder, { recursive: true })
    },
  }
})
