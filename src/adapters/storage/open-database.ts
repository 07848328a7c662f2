import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from './migrate.ts'

// How long a write waits for another process to finish its own.
const BUSY_MS = 5000

/** A connection that loses nothing it has committed, to a database that is brought up to date first. */
export function openDatabase(path: string, migrationsFolder: string): Sqlite.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const client = new Sqlite(path, { timeout: BUSY_MS })
  client.pragma('journal_mode = WAL')
  // The driver's NORMAL loses commits that were acknowledged when the power fails.
  client.pragma('synchronous = FULL')
  // What is deleted or overwritten is to be gone from every byte.
  client.pragma('secure_delete = ON')
  migrate(client, migrationsFolder)
  client.pragma('foreign_keys = ON')
  return client
}
