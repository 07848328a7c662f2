import { and, eq, getTableColumns, isNull, notExists, sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Change } from '../../domain/change.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Unit } from '../../domain/unit.ts'
import { FOLLOW_UP_BUILDERS } from './follow-up-statements.ts'
import { LIFE_BUILDERS } from './life-statements.ts'
import { LINK_BUILDERS } from './link-statements.ts'
import * as tables from './schema.ts'
import { insist, type Database, type Statement } from './statement.ts'

type Builders = {
  readonly [Kind in Change['kind']]: (db: Database, change: Extract<Change, { kind: Kind }>) => readonly Statement[]
}

// D1 takes no more in one statement.
const MAX_PARAMETERS = 100

/** How the outbox notes that a message was stopped before it left. */
const CANCELLED = 'cancelled'

// One entry per kind of change. What must hold for the commit to count is insisted on before the statement that
// changes it: inside a transaction nobody else can come between the two.
const BUILDERS: Builders = {
  'import-plan': (db, { plan, units, duties }) => [
    db
      .insert(tables.plans)
      .values(plan)
      .onConflictDoUpdate({ target: tables.plans.id, set: overwrite(tables.plans) }),
    ...saveUnits(db, units),
    db.delete(tables.duties).where(eq(tables.duties.planId, plan.id)),
    ...splitToFit(duties, tables.duties).map((rows: readonly Duty[]) => db.insert(tables.duties).values([...rows])),
    countCatalogChange(db),
  ],

  'mark-witness': (db, { planId, witnessOf }) => [
    db.update(tables.plans).set({ witnessOf }).where(eq(tables.plans.id, planId)),
    countCatalogChange(db),
  ],

  // The number that follows the last one: two people who correct one duty at a time do not overwrite each other unseen.
  'correct-duty': (db, { correction }) => [
    insist(db, 'duty is there', sql`exists ${dutyOf(db, correction.dutyId)}`),
    insist(db, 'correction is next', sql`${countCorrections(db, correction.dutyId)} = ${correction.number - 1}`),
    db.insert(tables.corrections).values(correction),
    countCatalogChange(db),
  ],

  'save-unit': (db, { unit }) => [...saveUnits(db, [unit]), countCatalogChange(db)],

  'record-evidence': (db, { evidence }) => [db.insert(tables.evidence).values(evidence)],

  'save-conversation': (db, { conversation }) => [
    db
      .insert(tables.conversations)
      .values({ chatId: conversation.chatId, accountId: conversation.accountId, state: conversation })
      .onConflictDoUpdate({ target: [tables.conversations.chatId, tables.conversations.accountId], set: { state: conversation } }),
  ],

  // A code that still waits for its person is never taken over by another's.
  'create-link-code': (db, { linkCode }) => [
    insist(db, 'code is free', notExists(unusedCode(db, linkCode.codeHash))),
    db
      .insert(tables.linkCodes)
      .values(linkCode)
      .onConflictDoUpdate({ target: tables.linkCodes.codeHash, set: overwrite(tables.linkCodes) }),
  ],

  'use-link-code': (db, { codeHash, at }) => [
    insist(db, 'code is unused', sql`exists ${unusedCode(db, codeHash)}`),
    db.update(tables.linkCodes).set({ usedAt: at }).where(eq(tables.linkCodes.codeHash, codeHash)),
  ],

  'count-wrong-code': (db, { chatId, at }) => [db.insert(tables.wrongCodes).values({ chatId, at })],

  'save-officer': (db, { officer }) => [
    db
      .insert(tables.officers)
      .values(officer)
      .onConflictDoUpdate({ target: tables.officers.id, set: overwrite(tables.officers) }),
  ],

  'link-account': (db, { account }) => [
    db
      .insert(tables.accounts)
      .values(account)
      .onConflictDoUpdate({ target: tables.accounts.id, set: overwrite(tables.accounts) }),
  ],

  'close-account': (db, { accountId, at }) => [
    db.update(tables.accounts).set({ closedAt: at }).where(eq(tables.accounts.id, accountId)),
  ],

  'queue-message': (db, { message }) => [db.insert(tables.outboxMessages).values(message)],

  'move-message': (db, { id, from, to, attempts, notBefore, platformMessageId, error }) => {
    const unmoved = and(eq(tables.outboxMessages.id, id), eq(tables.outboxMessages.state, from))
    return [
      insist(
        db,
        'message is unmoved',
        sql`exists ${db
          .select({ one: sql`1` })
          .from(tables.outboxMessages)
          .where(unmoved)}`,
      ),
      db
        .update(tables.outboxMessages)
        .set({ state: to, attempts, notBefore, platformMessageId, error })
        .where(eq(tables.outboxMessages.id, id)),
      // Cancelled while it was in the air, and refused there: it is not tried again.
      ...(from === 'sending' && to === 'ready' ? [dropCancelled(db, id)] : []),
    ]
  },

  'cancel-messages': (db, { cause, at }) => [
    db
      .update(tables.outboxMessages)
      .set({ state: 'failed', notBefore: at, error: CANCELLED })
      .where(and(eq(tables.outboxMessages.cause, cause), eq(tables.outboxMessages.state, 'ready'))),
  ],

  'mark-handled': (db, { eventKey, at }) => [
    insist(db, 'event is unhandled', sql`exists ${unhandledEvent(db, eventKey)}`),
    db.update(tables.inboxEvents).set({ handledAt: at }).where(eq(tables.inboxEvents.key, eventKey)),
  ],

  'count-failure': (db, { eventKey, error }) => [
    db
      .update(tables.inboxEvents)
      .set({ failures: sql`${tables.inboxEvents.failures} + 1`, error })
      .where(eq(tables.inboxEvents.key, eventKey)),
  ],

  // Of two processes that fail on one event only the first buries it, and apologizes.
  'bury-event': (db, { eventKey, error, at }) => [
    insist(db, 'event is unburied', sql`exists ${unburiedEvent(db, eventKey)}`),
    db.update(tables.inboxEvents).set({ buriedAt: at, error }).where(eq(tables.inboxEvents.key, eventKey)),
  ],

  'mark-job': (db, { runKey, at }) => [
    insist(
      db,
      'run is not done',
      notExists(
        db
          .select({ one: sql`1` })
          .from(tables.jobRuns)
          .where(eq(tables.jobRuns.runKey, runKey)),
      ),
    ),
    db.insert(tables.jobRuns).values({ runKey, at }),
  ],

  ...FOLLOW_UP_BUILDERS,

  ...LIFE_BUILDERS,

  ...LINK_BUILDERS,

  audit: (db, { actor, action, object, at }) => [db.insert(tables.auditLog).values({ actor, action, object, at })],
}

/** The statements that carry out one change, in order. */
export function buildStatements<Kind extends Change['kind']>(
  db: Database,
  change: Extract<Change, { kind: Kind }>,
): readonly Statement[] {
  return BUILDERS[change.kind](db, change)
}

/** True for what a statement throws when the commit met a conflict; anything else is a fault. */
export function isConflict(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('CHECK constraint failed: conflict')) return true
  }
  return false
}

function dropCancelled(db: Database, id: string): Statement {
  const { outboxMessages: table } = tables
  return db
    .update(table)
    .set({ state: 'failed', error: CANCELLED })
    .where(
      and(
        eq(table.id, id),
        sql`exists (select 1 from ${table} as other where other.cause = ${table.cause} and other.error = ${CANCELLED})`,
      ),
    )
}

function dutyOf(db: Database, dutyId: string) {
  return db
    .select({ one: sql`1` })
    .from(tables.duties)
    .where(eq(tables.duties.id, dutyId))
}

function countCorrections(db: Database, dutyId: string) {
  return db
    .select({ count: sql`count(*)` })
    .from(tables.corrections)
    .where(eq(tables.corrections.dutyId, dutyId))
}

function unusedCode(db: Database, codeHash: string) {
  const unused = and(eq(tables.linkCodes.codeHash, codeHash), isNull(tables.linkCodes.usedAt))
  return db
    .select({ one: sql`1` })
    .from(tables.linkCodes)
    .where(unused)
}

function unhandledEvent(db: Database, key: string) {
  const unhandled = and(eq(tables.inboxEvents.key, key), isNull(tables.inboxEvents.handledAt))
  return db
    .select({ one: sql`1` })
    .from(tables.inboxEvents)
    .where(unhandled)
}

function unburiedEvent(db: Database, key: string) {
  const { key: ownKey, handledAt, buriedAt } = tables.inboxEvents
  return db
    .select({ one: sql`1` })
    .from(tables.inboxEvents)
    .where(and(eq(ownKey, key), isNull(handledAt), isNull(buriedAt)))
}

function saveUnits(db: Database, units: readonly Unit[]): Statement[] {
  return splitToFit(units, tables.units).map((rows) =>
    db
      .insert(tables.units)
      .values(rows)
      .onConflictDoUpdate({ target: tables.units.id, set: overwrite(tables.units) }),
  )
}

function countCatalogChange(db: Database): Statement {
  return db
    .insert(tables.catalogVersion)
    .values({ id: 1, count: 1 })
    .onConflictDoUpdate({ target: tables.catalogVersion.id, set: { count: sql`${tables.catalogVersion.count} + 1` } })
}

/** Every column of a table set to the row that met one with the same key. */
function overwrite(table: SQLiteTable): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table))
  return Object.fromEntries(columns.map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]))
}

function splitToFit<Row>(rows: readonly Row[], table: SQLiteTable): Row[][] {
  const size = Math.floor(MAX_PARAMETERS / Object.keys(getTableColumns(table)).length)
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => rows.slice(part * size, (part + 1) * size))
}
