import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { Storage } from '../../ports/storage.ts'
import * as tables from './schema.ts'
import { listValues, type Database } from './statement.ts'

/** Reads of evidence. */
export function createEvidenceLog(db: Database): Storage['evidence'] {
  const { evidence: table } = tables
  const { seq, ...line } = getTableColumns(table)
  return {
    ofDuties: async (dutyIds) =>
      db
        .select(line)
        .from(table)
        .where(inArray(table.dutyId, listValues(dutyIds)))
        .orderBy(asc(seq)),
    all: async () => db.select(line).from(table).orderBy(asc(seq)),
    latestBy: async (officerId) => {
      const revoked = db.select({ id: table.revokes }).from(table).where(isNotNull(table.revokes))
      const [newest] = await db
        .select(line)
        .from(table)
        .where(and(eq(table.officerId, officerId), isNull(table.revokes), notInArray(table.id, revoked)))
        .orderBy(desc(seq))
        .limit(1)
      return newest
    },
  }
}
