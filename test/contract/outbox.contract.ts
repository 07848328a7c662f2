import { describe, expect, test } from 'vitest'
import type { OutboxMessage, OutboxState } from '../../src/domain/message.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { anOutboxMessage } from '../support/builders.ts'

const NOW = '2026-11-21T02:00:00.000Z'
const LATER = '2026-11-21T02:05:00.000Z'

/** What the outbox promises. */
export function testOutbox(storage: () => Storage): void {
  const queue = (...messages: Partial<OutboxMessage>[]) =>
    storage().ledger.commit(messages.map((message) => ({ kind: 'queue-message', message: anOutboxMessage(message) })))
  const move = (id: string, from: OutboxState, to: OutboxState, moved: { notBefore?: string; attempts?: number } = {}) =>
    storage().ledger.commit([
      { kind: 'move-message', id, from, to, attempts: 1, notBefore: NOW, platformMessageId: null, error: null, ...moved },
    ])
  const due = async (now = NOW, limit = 10) => (await storage().outbox.due(now, limit)).map(({ id }) => id)

  const idsOfChat = async (afterId?: string) => (await storage().outbox.ofChat('try:1', afterId)).map(({ id }) => id)

  describe('the outbox', () => {
    test('gives back a message as it was queued', async () => {
      const message = anOutboxMessage({
        choices: [{ id: 'chc_1', label: 'Đồng ý' }],
        cause: 'job:digest',
        text: 'Kính gửi…\n"việc" <b>2</b>',
      })
      await queue(message)
      expect(await storage().outbox.due(NOW, 10)).toEqual([message])
    })

    test('offers one message a chat: replies before reminders before broadcasts, then the oldest', async () => {
      await queue(
        { id: 'broadcast-1', chatId: 'telegram:1', urgency: 'broadcast' },
        { id: 'reminder-2', chatId: 'telegram:2', urgency: 'reminder' },
        { id: 'reply-3', chatId: 'telegram:3' },
        { id: 'reply-3-more', chatId: 'telegram:3' },
        { id: 'reply-1', chatId: 'telegram:1' },
        { id: 'broadcast-4', chatId: 'telegram:4', urgency: 'broadcast' },
      )
      expect(await due()).toEqual(['reply-3', 'reply-1', 'reminder-2', 'broadcast-4'])
      expect(await due(NOW, 2)).toEqual(['reply-3', 'reply-1'])
    })

    test('a message is not offered before its time, and one that waits for tomorrow holds nothing back', async () => {
      await queue({ id: 'reminder', urgency: 'reminder', notBefore: LATER }, { id: 'reply' })
      expect(await due()).toEqual(['reply'])
      await move('reply', 'ready', 'sending')
      await move('reply', 'sending', 'sent')
      expect(await due()).toEqual([])
      expect(await due(LATER)).toEqual(['reminder'])
    })

    test('a chat waits while one of its messages is being sent', async () => {
      await queue({ id: 'first' }, { id: 'second' }, { id: 'elsewhere', chatId: 'telegram:7' })
      await move('first', 'ready', 'sending')
      expect(await due()).toEqual(['elsewhere'])
      await move('first', 'sending', 'unknown')
      expect(await due()).toEqual(['second', 'elsewhere'])
    })

    test('a message that the platform put off holds its chat back until then, and keeps its place', async () => {
      await queue({ id: 'first' }, { id: 'second' })
      await move('first', 'ready', 'sending')
      await move('first', 'sending', 'ready', { notBefore: LATER })
      expect(await due()).toEqual([])
      expect(await due(LATER)).toEqual(['first'])
    })

    test('a move sets everything that it carries', async () => {
      await queue({ id: 'out_1', cause: 'job:digest' })
      await storage().ledger.commit([
        {
          kind: 'move-message',
          id: 'out_1',
          from: 'ready',
          to: 'failed',
          attempts: 3,
          notBefore: LATER,
          platformMessageId: '77',
          error: 'closed',
        },
      ])
      const moved = { state: 'failed', attempts: 3, notBefore: LATER, platformMessageId: '77', error: 'closed' } as const
      expect(await storage().outbox.ofCause('job:digest')).toEqual([
        anOutboxMessage({ id: 'out_1', cause: 'job:digest', ...moved }),
      ])
    })

    test('of two who move the same message one succeeds', async () => {
      await queue({ id: 'out_1' })
      expect(await move('out_1', 'ready', 'sending')).toBe(true)
      expect(await move('out_1', 'ready', 'sending')).toBe(false)
    })

    test('what is cancelled and has not left will not leave; what is in the air or gone stays as it is', async () => {
      await queue(
        { id: 'a', cause: 'c1' },
        { id: 'b', cause: 'c1', chatId: 'telegram:7' },
        { id: 'c', cause: 'c2', chatId: 'telegram:8' },
      )
      await move('b', 'ready', 'sending')
      expect(await storage().ledger.commit([{ kind: 'cancel-messages', cause: 'c1', at: LATER }])).toBe(true)
      const states = (await storage().outbox.ofCause('c1')).map(({ id, state, error }) => [id, state, error])
      expect(states).toEqual([
        ['a', 'failed', 'cancelled'],
        ['b', 'sending', null],
      ])
      expect(await due(LATER)).toEqual(['c'])
      // Refused in the air it does not come back.
      expect(await move('b', 'sending', 'ready')).toBe(true)
      expect((await storage().outbox.ofCause('c1')).map(({ state, error }) => [state, error])[1]).toEqual(['failed', 'cancelled'])
      await move('c', 'ready', 'sending')
      await move('c', 'sending', 'ready')
      expect(await due(LATER)).toEqual(['c'])
    })

    test('lists what was interrupted and what belongs to a cause, oldest first', async () => {
      await queue(
        { id: 'a', cause: 'gửi-chung-1' },
        { id: 'b', cause: 'gửi-chung-2' },
        { id: 'c', cause: 'gửi-chung-1', chatId: 'telegram:7' },
      )
      await move('c', 'ready', 'sending')
      await move('a', 'ready', 'sending')
      expect((await storage().outbox.interrupted()).map(({ id }) => id)).toEqual(['a', 'c'])
      expect((await storage().outbox.ofCause('gửi-chung-1')).map(({ id }) => id)).toEqual(['a', 'c'])
      expect(await storage().outbox.ofCause('không có')).toEqual([])
    })

    test('tells a chat in order, from after a message', async () => {
      await queue(
        { id: 'a', chatId: 'try:1' },
        { id: 'b', chatId: 'try:2' },
        { id: 'c', chatId: 'try:1' },
        { id: 'd', chatId: 'try:1' },
      )
      expect(await idsOfChat()).toEqual(['a', 'c', 'd'])
      expect(await idsOfChat('a')).toEqual(['c', 'd'])
      expect(await idsOfChat('d')).toEqual([])
      expect(await idsOfChat('b')).toEqual(['a', 'c', 'd'])
    })

    test('counts what a platform sent since a moment', async () => {
      await queue({ id: 'old' }, { id: 'new' }, { id: 'unsent' }, { id: 'zalo', platform: 'zalo-bot' })
      for (const [id, notBefore] of [
        ['old', '2026-10-31T16:59:59.999Z'],
        ['new', NOW],
        ['zalo', NOW],
      ] as const) {
        await move(id, 'ready', 'sending')
        await move(id, 'sending', 'sent', { notBefore })
      }
      expect(await storage().outbox.countSentSince('telegram', '2026-10-31T17:00:00.000Z')).toBe(1)
      expect(await storage().outbox.countSentSince('zalo-bot', NOW)).toBe(1)
    })
  })
}
