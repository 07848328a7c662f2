import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { Storage } from '../../ports/storage.ts'
import * as tables from './schema.ts'
import { listValues, type Database } from './statement.ts'

/** Reads of the acts on duties. */
export function createDutyActs(db: Database): Storage['acts'] {
  const { dutyActs: table } = tables
  const { seq, ...act } = getTableColumns(table)
  return {
    ofDuties: async (dutyIds) =>
      db
        .select(act)
        .from(table)
        .where(inArray(table.dutyId, listValues(dutyIds)))
        .orderBy(asc(seq)),
    givenTo: async (unitId) => db.select(act).from(table).where(eq(table.toUnitId, unitId)).orderBy(asc(seq)),
    all: async () => db.select(act).from(table).orderBy(asc(seq)),
    latestBy: async (officerId) => {
      const revoked = db.select({ id: table.revokes }).from(table).where(isNotNull(table.revokes))
      const [newest] = await db
        .select(act)
        .from(table)
        .where(and(eq(table.officerId, officerId), isNull(table.revokes), notInArray(table.id, revoked)))
        .orderBy(desc(seq))
        .limit(1)
      return newest
    },
  }
}

/** Reads of difficulties and proposals. */
export function createConcerns(db: Database): Storage['concerns'] {
  const { concerns: table } = tables
  const { seq, ...concern } = getTableColumns(table)
  return { all: async () => db.select(concern).from(table).orderBy(asc(seq)) }
}
