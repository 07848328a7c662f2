import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Moment } from '../../domain/calendar.ts'
import type { ConcernKind } from '../../domain/concern.ts'
import type { DutyActKind } from '../../domain/duty-life.ts'
import type { ProgressStatus } from '../../domain/progress.ts'

// The life of a duty as tables of their own; schema.ts hands them on with the others.

/** The append-only log of reports; triggers refuse every update and delete. */
export const progressLog = sqliteTable(
  'progress_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    ref: text('ref').notNull(),
    // No foreign key: a new reading of a plan may drop a duty, its reports stay.
    dutyId: text('duty_id').notNull(),
    unitId: text('unit_id').notNull(),
    officerId: text('officer_id').notNull(),
    status: text('status').$type<ProgressStatus>().notNull(),
    percent: integer('percent'),
    note: text('note'),
    dueChange: text('due_change'),
    at: text('at').$type<Moment>().notNull(),
    revokes: text('revokes'),
    period: text('period'),
    onBehalf: text('on_behalf'),
  },
  (table) => [
    index('progress_by_duty').on(table.dutyId, table.seq),
    index('progress_by_officer').on(table.officerId, table.seq),
    index('progress_by_revoked')
      .on(table.revokes)
      .where(sql`${table.revokes} is not null`),
  ],
)

/** What was done to duties beside reporting; append-only like the log of reports, with which it shares one order. */
export const dutyActs = sqliteTable(
  'duty_acts',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    ref: text('ref').notNull(),
    kind: text('kind').$type<DutyActKind>().notNull(),
    dutyId: text('duty_id').notNull(),
    unitId: text('unit_id').notNull(),
    period: text('period'),
    number: integer('number').notNull(),
    afterId: text('after_id'),
    officerId: text('officer_id').notNull(),
    reason: text('reason'),
    until: text('until'),
    toUnitId: text('to_unit_id'),
    at: text('at').$type<Moment>().notNull(),
    revokes: text('revokes'),
  },
  (table) => [
    uniqueIndex('acts_by_duty').on(table.dutyId, table.unitId, table.number),
    index('acts_by_officer').on(table.officerId, table.seq),
    index('acts_by_receiver')
      .on(table.toUnitId, table.seq)
      .where(sql`${table.toUnitId} is not null`),
  ],
)

/** Difficulties and proposals, each a record of its own beside the report that told them; append-only. */
export const concerns = sqliteTable(
  'concerns',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    kind: text('kind').$type<ConcernKind>().notNull(),
    dutyId: text('duty_id').notNull(),
    unitId: text('unit_id').notNull(),
    officerId: text('officer_id').notNull(),
    reportId: text('report_id').notNull(),
    text: text('text').notNull(),
    to: text('routed_to'),
    via: text('routed_via'),
    at: text('at').$type<Moment>().notNull(),
  },
  (table) => [index('concerns_by_duty').on(table.dutyId, table.seq)],
)
