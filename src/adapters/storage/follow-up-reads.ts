import { and, asc, desc, eq, getTableColumns, gte, inArray, lt } from 'drizzle-orm'
import type { Storage } from '../../ports/storage.ts'
import * as tables from './schema.ts'
import { listValues, type Database } from './statement.ts'

/** Reads of reminders, preferences and urgings. */
export function createReminders(db: Database): Storage['reminders'] {
  const { reminderPreferences, toldSteps, jobRuns, urgings } = tables
  const { seq, ...urging } = getTableColumns(urgings)
  return {
    preferences: async () => {
      const rows = await db.select().from(reminderPreferences).orderBy(asc(reminderPreferences.officerId))
      return rows.map(({ preference }) => preference)
    },
    toldOf: async (officerId, steps) => {
      const rows = await db
        .select({ step: toldSteps.step })
        .from(toldSteps)
        .where(and(eq(toldSteps.officerId, officerId), inArray(toldSteps.step, listValues(steps))))
        .orderBy(asc(toldSteps.step))
      return rows.map(({ step }) => step)
    },
    runsOf: async (prefix) => {
      const rows = await db
        .select({ runKey: jobRuns.runKey })
        .from(jobRuns)
        .where(and(gte(jobRuns.runKey, prefix), lt(jobRuns.runKey, `${prefix}\uffff`)))
        .orderBy(asc(jobRuns.runKey))
      return rows.map(({ runKey }) => runKey)
    },
    urgingsOf: async (dutyIds) =>
      db
        .select(urging)
        .from(urgings)
        .where(inArray(urgings.dutyId, listValues(dutyIds)))
        .orderBy(asc(seq)),
  }
}

/** Reads of broadcasts and of who acknowledged them. */
export function createBroadcasts(db: Database): Storage['broadcasts'] {
  const { broadcasts, acknowledgements, outboxMessages } = tables
  const { seq, ...broadcast } = getTableColumns(broadcasts)
  return {
    by: async (officerId, limit) =>
      db.select(broadcast).from(broadcasts).where(eq(broadcasts.officerId, officerId)).orderBy(desc(seq)).limit(limit),
    ofCause: async (cause) => {
      const [row] = await db.select(broadcast).from(broadcasts).where(eq(broadcasts.cause, cause))
      return row
    },
    acknowledgements: async (cause) =>
      db
        .select()
        .from(acknowledgements)
        .where(eq(acknowledgements.cause, cause))
        .orderBy(asc(acknowledgements.at), asc(acknowledgements.chatId)),
    latestTo: async (chatId) => {
      const [row] = await db
        .select(broadcast)
        .from(broadcasts)
        .innerJoin(outboxMessages, eq(outboxMessages.cause, broadcasts.cause))
        .where(eq(outboxMessages.chatId, chatId))
        .orderBy(desc(seq))
        .limit(1)
      return row
    },
  }
}
