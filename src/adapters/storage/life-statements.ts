import { and, desc, eq, sql } from 'drizzle-orm'
import type { Change } from '../../domain/change.ts'
import * as tables from './schema.ts'
import { insist, type Database, type Statement } from './statement.ts'

type Kinds = 'record-act' | 'record-concern'

/** How acts on duties and concerns are written. */
export const LIFE_BUILDERS: {
  readonly [Kind in Kinds]: (db: Database, change: Extract<Change, { kind: Kind }>) => readonly Statement[]
} = {
  // The next act, on the report that its maker saw: of two leaders who decide at a time one finds it decided.
  'record-act': (db, { act }) => {
    const { dutyActs, progressLog } = tables
    const count = db
      .select({ count: sql`count(*)` })
      .from(dutyActs)
      .where(and(eq(dutyActs.dutyId, act.dutyId), eq(dutyActs.unitId, act.unitId)))
    const lastReport = db
      .select({ id: progressLog.id })
      .from(progressLog)
      .where(and(eq(progressLog.dutyId, act.dutyId), eq(progressLog.unitId, act.unitId)))
      .orderBy(desc(progressLog.seq))
      .limit(1)
    return [
      insist(db, 'act is next', sql`${count} = ${act.number - 1}`),
      insist(db, 'nothing was reported since', sql`${lastReport} is ${act.afterId}`),
      db.insert(dutyActs).values(act),
    ]
  },

  'record-concern': (db, { concern }) => [db.insert(tables.concerns).values(concern)],
}
