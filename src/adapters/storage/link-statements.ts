import { and, eq, isNull } from 'drizzle-orm'
import type { Change } from '../../domain/change.ts'
import * as tables from './schema.ts'
import type { Database, Statement } from './statement.ts'

type Kinds = 'open-calendar-feed' | 'revoke-calendar-feeds' | 'keep-secret'

/** How links that need no sign-in, and the secret that signs them, are written. */
export const LINK_BUILDERS: {
  readonly [Kind in Kinds]: (db: Database, change: Extract<Change, { kind: Kind }>) => readonly Statement[]
} = {
  'open-calendar-feed': (db, { feed }) => [db.insert(tables.calendarFeeds).values(feed)],

  'revoke-calendar-feeds': (db, { unitId, at }) => [
    db
      .update(tables.calendarFeeds)
      .set({ revokedAt: at })
      .where(and(eq(tables.calendarFeeds.unitId, unitId), isNull(tables.calendarFeeds.revokedAt))),
  ],

  'keep-secret': (db, { name, value }) => [db.insert(tables.secrets).values({ name, value }).onConflictDoNothing()],
}
