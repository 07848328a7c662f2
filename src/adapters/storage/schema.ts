import { desc, sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Moment } from '../../domain/calendar.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { CorrectedParts } from '../../domain/correction.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { DutyUnit } from '../../domain/duty.ts'
import type { Attachment, Choice, OutboxState, Platform, Urgency } from '../../domain/message.ts'
import type { OfficerRole } from '../../domain/officer.ts'
import type { DutyReading, Issue, Lines, Passage, PlanHeader, Quality, Reporting, Section } from '../../domain/plan.ts'
import type { ReminderPreference } from '../../domain/reminder.ts'
import type { Level } from '../../domain/unit.ts'

// Rows have the shape of their domain type, so that nothing is mapped on the way in or out; parts that are only
// read whole are JSON. What orders rows is `seq`, which SQLite hands out: clocks of two processes may disagree.

/** Plans with everything that was read from them. */
export const plans = sqliteTable('plans', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  plan: text('header', { mode: 'json' }).$type<PlanHeader>().notNull(),
  sections: text('sections', { mode: 'json' }).$type<readonly Section[]>().notNull(),
  duties: text('duties', { mode: 'json' }).$type<readonly DutyReading[]>().notNull(),
  passages: text('passages', { mode: 'json' }).$type<readonly Passage[]>().notNull(),
  quality: text('quality', { mode: 'json' }).$type<Quality>().notNull(),
  issues: text('issues', { mode: 'json' }).$type<readonly Issue[]>().notNull(),
  source: text('source').notNull(),
  restored: text('restored').notNull(),
  importedAt: text('imported_at').$type<Moment>().notNull(),
  witnessOf: text('witness_of'),
})

/** Units are never deleted. */
export const units = sqliteTable('units', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  place: text('place'),
  level: text('level').$type<Level>().notNull(),
  isCollective: integer('is_collective', { mode: 'boolean' }).notNull(),
  aliases: text('aliases', { mode: 'json' }).$type<readonly string[]>().notNull(),
  parentId: text('parent_id'),
  endedOn: text('ended_on'),
  endedBy: text('ended_by'),
})

/** Duties as they were last imported; a new import of the plan replaces them all. */
export const duties = sqliteTable(
  'duties',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id),
    order: integer('position').notNull(),
    path: text('path').notNull(),
    lines: text('lines', { mode: 'json' }).$type<Lines>().notNull(),
    text: text('text').notNull(),
    quote: text('quote').notNull(),
    units: text('units', { mode: 'json' }).$type<readonly DutyUnit[]>().notNull(),
    deadline: text('deadline', { mode: 'json' }).$type<Deadline>().notNull(),
    reporting: text('reporting', { mode: 'json' }).$type<Reporting>(),
    confidence: real('confidence').notNull(),
  },
  (table) => [uniqueIndex('duties_by_plan').on(table.planId, table.order)],
)

/** What people corrected of the readings; append-only like the progress log, and put over the duties when they are loaded. */
export const corrections = sqliteTable(
  'corrections',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    // No foreign key: a new reading of a plan may drop a duty, its corrections stay.
    dutyId: text('duty_id').notNull(),
    number: integer('number').notNull(),
    quote: text('quote').notNull(),
    by: text('corrected_by').notNull(),
    at: text('at').$type<Moment>().notNull(),
    before: text('before', { mode: 'json' }).$type<CorrectedParts>().notNull(),
    after: text('after', { mode: 'json' }).$type<CorrectedParts>().notNull(),
  },
  (table) => [uniqueIndex('corrections_by_duty').on(table.dutyId, table.number)],
)

/** One row that counts the changes of plans and units, so that other processes notice them. */
export const catalogVersion = sqliteTable(
  'catalog_version',
  { id: integer('id').primaryKey(), count: integer('count').notNull() },
  (table) => [check('one_row', sql`${table.id} = 1`)],
)

export { concerns, dutyActs, progressLog } from './life-schema.ts'
export { evidence } from './evidence-schema.ts'

/** People. */
export const officers = sqliteTable('officers', {
  id: text('id').primaryKey(),
  name: text('name'),
  role: text('role').$type<OfficerRole>().notNull(),
  unitId: text('unit_id').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
})

/** Accounts on the platforms, each linked to one officer. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    officerId: text('officer_id')
      .notNull()
      .references(() => officers.id),
    chatId: text('chat_id').notNull(),
    linkedAt: text('linked_at').$type<Moment>().notNull(),
    closedAt: text('closed_at').$type<Moment>(),
  },
  (table) => [index('accounts_by_officer').on(table.officerId)],
)

/** Link codes by their hash. */
export const linkCodes = sqliteTable('link_codes', {
  codeHash: text('code_hash').primaryKey(),
  role: text('role').$type<OfficerRole>().notNull(),
  unitId: text('unit_id').notNull(),
  name: text('name'),
  expiresAt: text('expires_at').$type<Moment>().notNull(),
  usedAt: text('used_at').$type<Moment>(),
})

/** One row per wrong code that a chat sent. */
export const wrongCodes = sqliteTable(
  'wrong_codes',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    chatId: text('chat_id').notNull(),
    at: text('at').$type<Moment>().notNull(),
  },
  (table) => [index('wrong_codes_by_chat').on(table.chatId, table.at)],
)

/** Raw events in the order in which they came. */
export const inboxEvents = sqliteTable(
  'inbox_events',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    platform: text('platform').$type<Platform>().notNull(),
    chatId: text('chat_id').notNull(),
    body: text('body').notNull(),
    receivedAt: text('received_at').$type<Moment>().notNull(),
    handledAt: text('handled_at').$type<Moment>(),
    buriedAt: text('buried_at').$type<Moment>(),
    failures: integer('failures').notNull().default(0),
    error: text('error'),
  },
  (table) => [
    index('inbox_waiting')
      .on(table.chatId, table.seq)
      .where(sql`${table.handledAt} is null and ${table.buriedAt} is null`),
    index('inbox_buried')
      .on(table.seq)
      .where(sql`${table.buriedAt} is not null and ${table.handledAt} is null`),
  ],
)

/** Messages on their way out. */
export const outboxMessages = sqliteTable(
  'outbox_messages',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    platform: text('platform').$type<Platform>().notNull(),
    chatId: text('chat_id').notNull(),
    text: text('text').notNull(),
    choices: text('choices', { mode: 'json' }).$type<readonly Choice[]>().notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    state: text('state').$type<OutboxState>().notNull(),
    attempts: integer('attempts').notNull(),
    notBefore: text('not_before').$type<Moment>().notNull(),
    createdAt: text('created_at').$type<Moment>().notNull(),
    cause: text('cause'),
    platformMessageId: text('platform_message_id'),
    error: text('error'),
    attachment: text('attachment', { mode: 'json' }).$type<Attachment>(),
  },
  (table) => [
    index('outbox_ready')
      .on(desc(table.urgency), table.seq)
      .where(sql`${table.state} = 'ready'`),
    index('outbox_moving')
      .on(table.chatId)
      .where(sql`${table.state} in ('ready', 'sending')`),
    index('outbox_sending')
      .on(table.seq)
      .where(sql`${table.state} = 'sending'`),
    index('outbox_by_chat').on(table.chatId, table.seq),
    index('outbox_by_cause')
      .on(table.cause, table.seq)
      .where(sql`${table.cause} is not null`),
    index('outbox_sent')
      .on(table.platform, table.notBefore)
      .where(sql`${table.state} = 'sent'`),
  ],
)

/** What each person in each chat is in the middle of. */
export const conversations = sqliteTable(
  'conversations',
  {
    chatId: text('chat_id').notNull(),
    accountId: text('account_id').notNull(),
    state: text('state', { mode: 'json' }).$type<Conversation>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatId, table.accountId] })],
)

/** Runs of scheduled jobs that are done. */
export const jobRuns = sqliteTable('job_runs', { runKey: text('run_key').primaryKey(), at: text('at').$type<Moment>().notNull() })

/** What each person wished of reminders. */
export const reminderPreferences = sqliteTable('reminder_preferences', {
  officerId: text('officer_id').primaryKey(),
  preference: text('preference', { mode: 'json' }).$type<ReminderPreference>().notNull(),
})

/** Steps of the ladder of reminders that an officer was told, by the run that told them. */
export const toldSteps = sqliteTable(
  'told_steps',
  {
    officerId: text('officer_id').notNull(),
    step: text('step').notNull(),
    runKey: text('run_key').notNull(),
    at: text('at').$type<Moment>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.officerId, table.step] }), index('told_steps_by_run').on(table.runKey)],
)

/** Every urging of a unit on a duty, numbered. */
export const urgings = sqliteTable(
  'urgings',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    dutyId: text('duty_id').notNull(),
    unitId: text('unit_id').notNull(),
    number: integer('number').notNull(),
    officerId: text('officer_id').notNull(),
    cause: text('cause').notNull(),
    at: text('at').$type<Moment>().notNull(),
  },
  (table) => [uniqueIndex('urgings_by_duty').on(table.dutyId, table.unitId, table.number)],
)

/** Confirmed broadcasts and urgings; a number of an officer's day is taken once. */
export const broadcasts = sqliteTable(
  'broadcasts',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    cause: text('cause').notNull().unique(),
    officerId: text('officer_id').notNull(),
    kind: text('kind').$type<'broadcast' | 'urging'>().notNull(),
    day: text('day').notNull(),
    number: integer('number').notNull(),
    people: integer('people').notNull(),
    at: text('at').$type<Moment>().notNull(),
  },
  (table) => [uniqueIndex('broadcasts_by_day').on(table.officerId, table.day, table.number)],
)

/** Who said that a broadcast had reached them. */
export const acknowledgements = sqliteTable(
  'acknowledgements',
  { cause: text('cause').notNull(), chatId: text('chat_id').notNull(), at: text('at').$type<Moment>().notNull() },
  (table) => [primaryKey({ columns: [table.cause, table.chatId] })],
)

/** Secret links to the deadlines of a unit. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    tokenHash: text('token_hash').primaryKey(),
    unitId: text('unit_id').notNull(),
    createdAt: text('created_at').$type<Moment>().notNull(),
    revokedAt: text('revoked_at').$type<Moment>(),
  },
  (table) => [index('calendar_feeds_by_unit').on(table.unitId)],
)

/** What the office keeps to itself, made at first need: the key that signs links. */
export const secrets = sqliteTable('secrets', { name: text('name').primaryKey(), value: text('value').notNull() })

/** Who did or was told what; append-only like the progress log. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    at: text('at').$type<Moment>().notNull(),
  },
  (table) => [index('audit_by_object').on(table.object)],
)

/**
 * Takes no row, ever: a statement that would put one here breaks the check `conflict`, and with it the whole commit.
 * This is how a list of changes says "only if" where there is no way to look at a result midway, as in a D1 batch.
 */
export const conflicts = sqliteTable('conflicts', { what: text('what').notNull() }, () => [check('conflict', sql`0`)])
