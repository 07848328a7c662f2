import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { applyCorrections } from '../../domain/correction.ts'
import type { Storage } from '../../ports/storage.ts'
import { createBroadcasts, createReminders } from './follow-up-reads.ts'
import { createEvidenceLog } from './evidence-reads.ts'
import { createConcerns, createDutyActs } from './life-reads.ts'
import { createCalendarFeeds, createSecrets } from './link-reads.ts'
import * as tables from './schema.ts'
import type { Database } from './statement.ts'

/** The half of storage that only reads: the same queries on SQLite and on D1. */
export type Reads = Omit<Storage, 'ledger' | 'inbox'> & { readonly inbox: Omit<Storage['inbox'], 'accept'> }

/** Reads over any driver. */
export function createReads(db: Database): Reads {
  return {
    inbox: createInboxReads(db),
    outbox: createOutbox(db),
    catalogs: createCatalogs(db),
    progress: createProgressLog(db),
    evidence: createEvidenceLog(db),
    acts: createDutyActs(db),
    concerns: createConcerns(db),
    officers: createOfficers(db),
    reminders: createReminders(db),
    broadcasts: createBroadcasts(db),
    calendarFeeds: createCalendarFeeds(db),
    secrets: createSecrets(db),
    conversations: {
      of: async (chatId, accountId) => {
        const { conversations: table } = tables
        const [row] = await db
          .select()
          .from(table)
          .where(and(eq(table.chatId, chatId), eq(table.accountId, accountId)))
        return row?.state
      },
    },
  }
}

function createInboxReads(db: Database): Reads['inbox'] {
  const { inboxEvents: table } = tables
  const { key, platform, chatId, body, receivedAt, failures } = getTableColumns(table)
  const event = { key, platform, chatId, body, receivedAt }
  return {
    waiting: async (limit) => {
      const oldest = db
        .select({ seq: sql`min(${table.seq})` })
        .from(table)
        .where(and(isNull(table.handledAt), isNull(table.buriedAt)))
        .groupBy(table.chatId)
        .orderBy(sql`min(${table.seq})`)
        .limit(limit)
      return db
        .select({ ...event, failures })
        .from(table)
        .where(inArray(table.seq, oldest))
        .orderBy(asc(table.seq))
    },
    buried: async (limit) =>
      db
        .select(event)
        .from(table)
        .where(and(isNotNull(table.buriedAt), isNull(table.handledAt)))
        .orderBy(desc(table.buriedAt), desc(table.seq))
        .limit(limit),
  }
}

// As much of a chat as a page can show.
const CHAT_PAGE = 200

function createOutbox(db: Database): Storage['outbox'] {
  const { outboxMessages: table } = tables
  const { seq, ...message } = getTableColumns(table)
  const other = alias(table, 'other')
  // Written as in the partial indexes, or SQLite would not use them.
  const isReady = sql`${table.state} = 'ready'`
  const othersOfChat = (condition: SQL | undefined) =>
    db
      .select({ one: sql`1` })
      .from(other)
      .where(and(eq(other.chatId, table.chatId), sql`${other.state} in ('ready', 'sending')`, condition))
  // The names of the urgencies sort as they rank: reply, reminder, broadcast.
  const goesFirst = or(gt(other.urgency, table.urgency), and(eq(other.urgency, table.urgency), lt(other.seq, seq)))
  return {
    due: async (now, limit, platform) => {
      // A chat waits while one of its messages is in the air, and as long as the platform asked for after a refusal.
      const holdsBack = or(eq(other.state, 'sending'), and(gt(other.attempts, 0), gt(other.notBefore, now)))
      const isEarlier = and(eq(other.state, 'ready'), lte(other.notBefore, now), goesFirst)
      const isOfPlatform = platform && eq(table.platform, platform)
      return db
        .select(message)
        .from(table)
        .where(and(isReady, isOfPlatform, lte(table.notBefore, now), notExists(othersOfChat(or(holdsBack, isEarlier)))))
        .orderBy(desc(table.urgency), asc(seq))
        .limit(limit)
    },
    interrupted: async () =>
      db
        .select(message)
        .from(table)
        .where(sql`${table.state} = 'sending'`)
        .orderBy(asc(seq)),
    ofChat: async (chatId, afterId) => {
      const seen = db
        .select({ seq: other.seq })
        .from(other)
        .where(and(eq(other.id, afterId ?? ''), eq(other.chatId, chatId)))
      const newest = db
        .select(message)
        .from(table)
        .where(and(eq(table.chatId, chatId), gt(seq, sql`coalesce(${seen}, 0)`)))
        .orderBy(desc(seq))
        .limit(CHAT_PAGE)
      return (await newest).toReversed()
    },
    ofCause: async (cause) => db.select(message).from(table).where(eq(table.cause, cause)).orderBy(asc(seq)),
    countSentSince: async (platform, since) =>
      db.$count(table, and(eq(table.platform, platform), sql`${table.state} = 'sent'`, gte(table.notBefore, since))),
  }
}

function createCatalogs(db: Database): Storage['catalogs'] {
  const { plans, duties, units, catalogVersion } = tables
  const { seq, ...correction } = getTableColumns(tables.corrections)
  async function version(): Promise<string> {
    const [row] = await db.select().from(catalogVersion)
    return String(row?.count ?? 0)
  }
  return {
    version,
    load: async () => {
      // D1 has no read transaction: a catalog that changed while it was read is read again.
      for (;;) {
        const before = await version()
        const corrections = await db.select(correction).from(tables.corrections).orderBy(asc(seq))
        const read = await db.select().from(duties).orderBy(asc(duties.planId), asc(duties.order))
        const catalog = {
          version: before,
          plans: await db.select().from(plans).orderBy(asc(plans.importedAt), asc(plans.id)),
          duties: applyCorrections(read, corrections),
          units: await db.select().from(units).orderBy(asc(units.id)),
          corrections,
        }
        if ((await version()) === before) return catalog
      }
    },
  }
}

function createProgressLog(db: Database): Storage['progress'] {
  const { progressLog: table } = tables
  const { seq, ...line } = getTableColumns(table)
  return {
    // One JSON parameter, because D1 takes only a hundred of them.
    ofDuties: async (dutyIds) =>
      db
        .select(line)
        .from(table)
        .where(inArray(table.dutyId, sql`(select value from json_each(${JSON.stringify(dutyIds)}))`))
        .orderBy(asc(seq)),
    all: async () => db.select(line).from(table).orderBy(asc(seq)),
    ofReference: async (officerId, ref) =>
      db
        .select(line)
        .from(table)
        .where(and(eq(table.officerId, officerId), eq(table.ref, ref)))
        .orderBy(asc(seq)),
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

function createOfficers(db: Database): Storage['officers'] {
  const { officers, accounts, linkCodes, wrongCodes } = tables
  return {
    byAccount: async (accountId) => {
      const [row] = await db
        .select(getTableColumns(officers))
        .from(accounts)
        .innerJoin(officers, eq(officers.id, accounts.officerId))
        .where(eq(accounts.id, accountId))
      return row
    },
    all: async () => {
      const rows = await db
        .select({ officer: officers, account: accounts })
        .from(officers)
        .leftJoin(accounts, eq(accounts.officerId, officers.id))
        .orderBy(asc(officers.id), asc(accounts.id))
      return Map.groupBy(rows, (row) => row.officer.id)
        .values()
        .map((group) => ({ officer: group[0]!.officer, accounts: group.flatMap((row) => row.account ?? []) }))
        .toArray()
    },
    linkCode: async (codeHash) => {
      const [row] = await db.select().from(linkCodes).where(eq(linkCodes.codeHash, codeHash))
      return row
    },
    countWrongCodes: async (chatId, since) => db.$count(wrongCodes, and(eq(wrongCodes.chatId, chatId), gte(wrongCodes.at, since))),
  }
}
