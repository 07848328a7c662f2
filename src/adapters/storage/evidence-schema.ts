import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Moment } from '../../domain/calendar.ts'
import type { EvidenceItem } from '../../domain/evidence.ts'

/** What shows reports to be true; append-only like the log of reports. */
export const evidence = sqliteTable(
  'evidence',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    ref: text('ref').notNull(),
    item: text('item', { mode: 'json' }).$type<EvidenceItem>().notNull(),
    // No foreign key: a new reading of a plan may drop a duty, its evidence stays.
    dutyId: text('duty_id').notNull(),
    unitId: text('unit_id').notNull(),
    officerId: text('officer_id').notNull(),
    onBehalf: text('on_behalf'),
    reportId: text('report_id'),
    at: text('at').$type<Moment>().notNull(),
    revokes: text('revokes'),
  },
  (table) => [index('evidence_by_duty').on(table.dutyId, table.seq), index('evidence_by_officer').on(table.officerId, table.seq)],
)
