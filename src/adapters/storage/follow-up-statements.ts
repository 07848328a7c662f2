import { and, eq, gte, inArray, notExists, sql } from 'drizzle-orm'
import type { Change } from '../../domain/change.ts'
import type { Conversation } from '../../domain/conversation.ts'
import * as tables from './schema.ts'
import { insist, listValues, type Database, type Statement } from './statement.ts'

type Kinds =
  | 'forget-run'
  | 'mark-reminded'
  | 'remember-shown'
  | 'save-reminder-preference'
  | 'record-urging'
  | 'record-broadcast'
  | 'acknowledge'

/** How reminders, urgings and broadcasts are written. */
export const FOLLOW_UP_BUILDERS: {
  readonly [Kind in Kinds]: (db: Database, change: Extract<Change, { kind: Kind }>) => readonly Statement[]
} = {
  'forget-run': (db, { runKey }) => [
    db.delete(tables.jobRuns).where(eq(tables.jobRuns.runKey, runKey)),
    db.delete(tables.toldSteps).where(eq(tables.toldSteps.runKey, runKey)),
  ],

  'mark-reminded': (db, { officerId, steps, runKey, at }) => [
    insist(
      db,
      'steps are untold',
      notExists(
        db
          .select({ one: sql`1` })
          .from(tables.toldSteps)
          .where(and(eq(tables.toldSteps.officerId, officerId), inArray(tables.toldSteps.step, listValues(steps)))),
      ),
    ),
    db
      .insert(tables.toldSteps)
      .select(sql`select distinct ${officerId}, value, ${runKey}, ${at} from json_each(${JSON.stringify(steps)})`),
  ],

  'remember-shown': (db, { chatId, accountId, dutyIds, rows = [], pages, at }) => {
    const shown = { shownDutyIds: dutyIds, shownRows: rows, pages, updatedAt: at }
    return [
      db
        .insert(tables.conversations)
        .values({ chatId, accountId, state: { ...openConversation(chatId, accountId), ...shown } })
        .onConflictDoUpdate({
          target: [tables.conversations.chatId, tables.conversations.accountId],
          set: {
            state: sql`json_set(${tables.conversations.state}, '$.shownDutyIds', json(${JSON.stringify(dutyIds)}), '$.shownRows', json(${JSON.stringify(rows)}), '$.shownUnitId', null, '$.pages', json(${JSON.stringify(pages)}), '$.updatedAt', ${at})`,
          },
        }),
    ]
  },

  'save-reminder-preference': (db, { preference }) => [
    db
      .insert(tables.reminderPreferences)
      .values({ officerId: preference.officerId, preference })
      .onConflictDoUpdate({ target: tables.reminderPreferences.officerId, set: { preference } }),
  ],

  'record-urging': (db, { urging }) => {
    const { dutyId, unitId } = tables.urgings
    const count = db
      .select({ count: sql`count(*)` })
      .from(tables.urgings)
      .where(and(eq(dutyId, urging.dutyId), eq(unitId, urging.unitId)))
    return [insist(db, 'urging is next', sql`${count} = ${urging.number - 1}`), db.insert(tables.urgings).values(urging)]
  },

  // As many as the number says went before: numbers have no gaps, so the cap cannot be slipped.
  'record-broadcast': (db, { broadcast }) => {
    const { officerId, day, number } = tables.broadcasts
    const sameOrLater = and(eq(officerId, broadcast.officerId), eq(day, broadcast.day), gte(number, broadcast.number))
    const taken = db
      .select({ one: sql`1` })
      .from(tables.broadcasts)
      .where(sameOrLater)
    return [insist(db, 'number is free', notExists(taken)), db.insert(tables.broadcasts).values(broadcast)]
  },

  acknowledge: (db, { acknowledgement }) => [db.insert(tables.acknowledgements).values(acknowledgement).onConflictDoNothing()],
}

function openConversation(chatId: string, accountId: string): Omit<Conversation, 'shownDutyIds' | 'pages' | 'updatedAt'> {
  return {
    chatId,
    accountId,
    shownPlanIds: [],
    shownUnitId: null,
    lastIntent: null,
    choices: [],
    pending: null,
    expiresAt: null,
  }
}
