import type { SQLWrapper } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Change } from '../../domain/change.ts'
import { buildStatements } from './statements.ts'

/** The changes as SQL, a statement each, for a database that this process cannot reach: D1 from the command line. */
export function formatSql(changes: readonly Change[]): string[] {
  const dialect = new SQLiteSyncDialect()
  // Builds statements and runs none.
  const db = drizzle(async () => ({ rows: [] }))
  return changes
    .flatMap((change) => buildStatements(db, change))
    .map((statement) => `${dialect.sqlToQuery((statement as unknown as SQLWrapper).getSQL().inlineParams()).sql};`)
}
