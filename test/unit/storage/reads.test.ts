import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../../src/adapters/storage/migrate.ts'
import { createReads, type Reads } from '../../../src/adapters/storage/reads.ts'

const NOW = '2026-11-21T02:00:00.000Z'

// What is asked for again and again, over tables that only ever grow.
const QUESTIONS: readonly (readonly [name: string, ask: (reads: Reads) => Promise<unknown>])[] = [
  ['events that wait', ({ inbox }) => inbox.waiting(10)],
  ['events given up', ({ inbox }) => inbox.buried(10)],
  ['messages that are due', ({ outbox }) => outbox.due(NOW, 10)],
  ['messages that were interrupted', ({ outbox }) => outbox.interrupted()],
  ['messages of a cause', ({ outbox }) => outbox.ofCause('digest')],
  ['messages sent this month', ({ outbox }) => outbox.countSentSince('telegram', NOW)],
  ['lines on duties', ({ progress }) => progress.ofDuties(['dty_1', 'dty_2'])],
  ['the latest line of an officer', ({ progress }) => progress.latestBy('off_1')],
  ['the officer of an account', ({ officers }) => officers.byAccount('telegram:42')],
  ['wrong codes of a chat', ({ officers }) => officers.countWrongCodes('telegram:42', NOW)],
  ['a conversation', ({ conversations }) => conversations.of('telegram:42', 'telegram:42')],
]

describe('reading by index', () => {
  test.each(QUESTIONS)('%s are found without reading a whole table', async (_, ask) => {
    const asked: string[] = []
    const client = new Sqlite(':memory:')
    migrate(client, 'data/migrations')
    await ask(createReads(drizzle(client, { logger: { logQuery: (query) => asked.push(query) } })))

    expect(asked).not.toEqual([])
    const steps = asked.flatMap((query) => {
      const blanks = Array.from(query.matchAll(/\?/g), () => '1')
      return client.prepare<string[], { detail: string }>(`explain query plan ${query}`).all(...blanks)
    })
    expect(steps.map(({ detail }) => detail).filter((detail) => /^SCAN (?!.*INDEX)/.test(detail))).toEqual([])
    client.close()
  })
})
