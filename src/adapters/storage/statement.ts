import { sql, type SQL } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { conflicts } from './schema.ts'

/** A drizzle database over any driver: better-sqlite3 answers at once, D1 later. */
export type Database = BaseSQLiteDatabase<'sync' | 'async', unknown>

/** One statement: run at once on better-sqlite3, handed to `batch` on D1. */
export type Statement = BatchItem<'sqlite'> & { readonly run: () => unknown }

/** A statement that makes the commit a conflict unless the condition holds. */
export function insist(db: Database, what: string, condition: SQL): Statement {
  return db.insert(conflicts).select(sql`select ${what} where not (${condition})`)
}

/** A list as one JSON parameter, because D1 takes only a hundred of them. */
export function listValues(values: readonly string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}))`
}
