import { and, desc, eq, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Change } from '../../domain/change.ts'
import * as tables from './schema.ts'
import { insist, type Database, type Statement } from './statement.ts'

type Kinds = 'record-progress' | 'record-act' | 'record-concern'

/** How acts on duties and concerns are written. */
export const LIFE_BUILDERS: {
  readonly [Kind in Kinds]: (db: Database, change: Extract<Change, { kind: Kind }>) => readonly Statement[]
} = {
  // What a leader decides on while it is taken back stands: whoever comes second finds the other's word.
  'record-progress': (db, { update }) => [
    ...(update.revokes === null ? [] : [insist(db, 'report is undecided', notExists(actsOn(db, update.revokes)))]),
    db.insert(tables.progressLog).values(update),
  ],

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

/** What was decided right after a report and not taken back. */
function actsOn(db: Database, reportId: string) {
  const { dutyActs } = tables
  const other = alias(dutyActs, 'other')
  const revocation = db
    .select({ one: sql`1` })
    .from(other)
    .where(eq(other.revokes, dutyActs.id))
  return db
    .select({ one: sql`1` })
    .from(dutyActs)
    .where(and(eq(dutyActs.afterId, reportId), isNull(dutyActs.revokes), notExists(revocation)))
}
