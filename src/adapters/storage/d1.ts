import { drizzle } from 'drizzle-orm/d1'
import type { Storage } from '../../ports/storage.ts'
import { createReads } from './reads.ts'
import { inboxEvents } from './schema.ts'
import { buildStatements, isConflict } from './statements.ts'

/** The binding that Workers hand in; drizzle knows the rest of its shape. */
export type D1Binding = { readonly prepare: (query: string) => object; readonly batch: (statements: never[]) => Promise<object[]> }

/** Storage in a D1 database whose migrations have been applied: wrangler does that at deployment. */
export function createD1Storage(binding: D1Binding): Storage {
  const db = drizzle(binding)
  const reads = createReads(db)
  return {
    ...reads,
    inbox: {
      ...reads.inbox,
      accept: async (event) => {
        const { key, platform, chatId, body, receivedAt } = event
        const added = await db
          .insert(inboxEvents)
          .values({ key, platform, chatId, body, receivedAt })
          .onConflictDoNothing()
          .returning({ seq: inboxEvents.seq })
        return added.length === 1 ? 'new' : 'repeated'
      },
    },
    ledger: {
      commit: async (changes) => {
        const [first, ...others] = changes.flatMap((change) => buildStatements(db, change))
        if (!first) return true
        try {
          // D1 runs a batch as one transaction and undoes all of it when a statement fails.
          await db.batch([first, ...others])
          return true
        } catch (error) {
          if (isConflict(error)) return false
          throw error
        }
      },
    },
  }
}
