import { renameSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { InboxEvent } from '../../domain/message.ts'
import type { Storage } from '../../ports/storage.ts'
import { createGroupCommit } from './group-commit.ts'
import { openDatabase } from './open-database.ts'
import { createReads } from './reads.ts'
import { buildStatements, isConflict } from './statements.ts'

/** Storage in a file on this machine, with what an operator does to a file. */
export type SqliteStorage = Storage & {
  /** Writes what waits and closes the file. */
  readonly close: () => void
  /** A whole copy while others go on writing; it appears under its name only when it is complete. */
  readonly backup: (file: string) => Promise<void>
  /** What SQLite finds wrong with the file; empty when it is sound. */
  readonly findDamage: () => readonly string[]
}

/** Opens (and creates, and brings up to date) the database at a path; ":memory:" lives as long as the process. */
export function createSqliteStorage(path: string, migrationsFolder: string): SqliteStorage {
  const client = openDatabase(path, migrationsFolder)
  const db = drizzle(client)
  const group = createGroupCommit(client)
  const reads = createReads(db)
  const accept = prepareAccept(client)
  return {
    ...reads,
    inbox: {
      ...reads.inbox,
      accept: (event) => group.writeOne(() => (accept(event) === 1 ? 'new' : 'repeated')),
    },
    ledger: {
      commit: async (changes) => {
        const statements = changes.flatMap((change) => buildStatements(db, change))
        try {
          await group.write(() => statements.forEach((statement) => statement.run()))
          return true
        } catch (error) {
          if (isConflict(error)) return false
          throw error
        }
      },
    },
    close: () => {
      group.close()
      client.close()
    },
    backup: async (file) => {
      await client.backup(`${file}.part`)
      renameSync(`${file}.part`, file)
    },
    findDamage: () =>
      (client.pragma('integrity_check') as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok'),
  }
}

/** The one statement that a webhook waits for, as SQL: drizzle's way to the driver takes longer than the insert. */
function prepareAccept(client: Sqlite.Database): (event: InboxEvent) => number {
  const statement = client.prepare(
    'insert into inbox_events (key, platform, chat_id, body, received_at) values (?, ?, ?, ?, ?) on conflict do nothing',
  )
  return ({ key, platform, chatId, body, receivedAt }) => statement.run(key, platform, chatId, body, receivedAt).changes
}
