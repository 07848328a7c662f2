import type Sqlite from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/**
 * Applies the migrations that a database has not seen. drizzle's own migrator looks before it locks, so two processes
 * that start on one new file would both create the tables; here the look is inside the lock.
 */
export function migrate(client: Sqlite.Database, migrationsFolder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder })
  const applyNew = client.transaction(() => {
    client.exec('create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)')
    const last = client.prepare('select coalesce(max(created_at), 0) from __drizzle_migrations').pluck().get() as number
    for (const { sql, folderMillis, hash } of migrations.filter((migration) => migration.folderMillis > last)) {
      for (const statement of sql) client.exec(statement)
      client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, folderMillis)
    }
  })
  applyNew.immediate()
}
