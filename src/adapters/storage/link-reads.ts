import { asc, eq } from 'drizzle-orm'
import type { Storage } from '../../ports/storage.ts'
import * as tables from './schema.ts'
import type { Database } from './statement.ts'

/** Reads of calendar links. */
export function createCalendarFeeds(db: Database): Storage['calendarFeeds'] {
  const { calendarFeeds: table } = tables
  return {
    byToken: async (tokenHash) => {
      const [row] = await db.select().from(table).where(eq(table.tokenHash, tokenHash))
      return row
    },
    ofUnit: async (unitId) =>
      db.select().from(table).where(eq(table.unitId, unitId)).orderBy(asc(table.createdAt), asc(table.tokenHash)),
  }
}

/** Reads of what the office keeps to itself. */
export function createSecrets(db: Database): Storage['secrets'] {
  return {
    of: async (name) => {
      const [row] = await db.select().from(tables.secrets).where(eq(tables.secrets.name, name))
      return row?.value
    },
  }
}
