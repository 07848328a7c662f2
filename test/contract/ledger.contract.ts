import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/domain/change.ts'
import type { Storage } from '../../src/ports/storage.ts'
import {
  aBroadcast,
  aConversation,
  aLinkCode,
  anEvent,
  anOutboxMessage,
  anUrging,
  aProgressUpdate,
  BUILT_AT,
} from '../support/builders.ts'

const at = BUILT_AT
const code = aLinkCode()
const event = anEvent()
const message = anOutboxMessage()
const sending = {
  kind: 'move-message',
  id: message.id,
  from: 'ready',
  to: 'sending',
  attempts: 1,
  notBefore: at,
  platformMessageId: null,
  error: null,
} as const

/** Each conflict: what must have happened, and the change that may happen once. */
const CONFLICTS: readonly { name: string; before: readonly Change[]; once: Change }[] = [
  { name: 'an event that was handled', before: [], once: { kind: 'mark-handled', eventKey: event.key, at } },
  {
    name: 'a code that was used',
    before: [{ kind: 'create-link-code', linkCode: code }],
    once: { kind: 'use-link-code', codeHash: code.codeHash, at },
  },
  { name: 'a message that was moved', before: [{ kind: 'queue-message', message }], once: sending },
  { name: 'a run that was done', before: [], once: { kind: 'mark-job', runKey: 'digest:2026-W47', at } },
  { name: 'an event that was buried', before: [], once: { kind: 'bury-event', eventKey: event.key, error: 'TypeError', at } },
  {
    name: 'a step that was told',
    before: [],
    once: {
      kind: 'mark-reminded',
      officerId: 'off_lan',
      steps: ['dty_thu.1 unt 2026-12-14 -1'],
      runKey: 'reminders:2026-12-11',
      at,
    },
  },
  { name: 'an urging that was counted', before: [], once: { kind: 'record-urging', urging: anUrging() } },
  { name: 'a number of the day that was taken', before: [], once: { kind: 'record-broadcast', broadcast: aBroadcast() } },
  { name: 'a code that waits for its person', before: [], once: { kind: 'create-link-code', linkCode: code } },
]

/** The law of the ledger: whole or not at all, and once. */
export function testLedger(storage: () => Storage): void {
  describe('the ledger', () => {
    test('commits a whole list', async () => {
      const { ledger, inbox, progress, outbox, conversations } = storage()
      await inbox.accept(event)
      const conversation = aConversation({ shownDutyIds: ['dty_thu.1'], choices: [{ id: 'chc_1', label: 'Ghi', means: 'ghi' }] })
      const committed = await ledger.commit([
        { kind: 'record-progress', update: aProgressUpdate() },
        { kind: 'queue-message', message },
        { kind: 'save-conversation', conversation },
        { kind: 'audit', actor: 'off_lan', action: 'record-progress', object: 'prg_1', at },
        { kind: 'mark-handled', eventKey: event.key, at },
      ])
      expect(committed).toBe(true)
      expect(await progress.all()).toEqual([aProgressUpdate()])
      expect(await outbox.due(at, 10)).toEqual([message])
      expect(await conversations.of('telegram:42', 'telegram:42')).toEqual(conversation)
      expect(await inbox.waiting(10)).toEqual([])
    })

    test('an empty list is committed', async () => {
      expect(await storage().ledger.commit([])).toBe(true)
    })

    describe.each(CONFLICTS)('$name', ({ before, once }) => {
      test('refuses the whole list the second time and writes none of it', async () => {
        const { ledger, inbox, progress, outbox } = storage()
        await inbox.accept(event)
        await ledger.commit(before)
        expect(await ledger.commit([once])).toBe(true)

        const update = aProgressUpdate({ id: 'prg_lost' })
        const answer = anOutboxMessage({ id: 'out_lost', chatId: 'telegram:7' })
        const late = [{ kind: 'record-progress', update }, once, { kind: 'queue-message', message: answer }] as const
        expect(await ledger.commit(late)).toBe(false)
        expect(await progress.all()).toEqual([])
        expect((await outbox.due(at, 10)).map(({ id }) => id)).not.toContain('out_lost')
      })

      test('of many at the same time exactly one succeeds', async () => {
        const { ledger, inbox, progress } = storage()
        await inbox.accept(event)
        await ledger.commit(before)
        const tries = Array.from({ length: 8 }, (_, order) =>
          ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ id: `prg_${order}` }) }, once]),
        )
        expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
        expect(await progress.all()).toHaveLength(1)
      })

      test('twice in one list is a conflict too', async () => {
        const { ledger, inbox } = storage()
        await inbox.accept(event)
        await ledger.commit(before)
        expect(await ledger.commit([once, once])).toBe(false)
        expect(await ledger.commit([once])).toBe(true)
      })
    })

    test('what never was cannot be handled, used or moved', async () => {
      const { ledger } = storage()
      expect(await ledger.commit([{ kind: 'mark-handled', eventKey: 'telegram:bot:404', at }])).toBe(false)
      expect(await ledger.commit([{ kind: 'bury-event', eventKey: 'telegram:bot:404', error: 'x', at }])).toBe(false)
      expect(await ledger.commit([{ kind: 'use-link-code', codeHash: 'nobody', at }])).toBe(false)
      expect(await ledger.commit([sending])).toBe(false)
    })

    test('a fault is thrown, undoes its own list and harms no other', async () => {
      const { ledger, progress } = storage()
      await ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ id: 'prg_1' }) }])
      const [first, faulty, second] = await Promise.allSettled([
        ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ id: 'prg_2' }) }]),
        ledger.commit([
          { kind: 'record-progress', update: aProgressUpdate({ id: 'prg_lost' }) },
          { kind: 'record-progress', update: aProgressUpdate({ id: 'prg_1' }) },
        ]),
        ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ id: 'prg_3' }) }]),
      ])
      expect([first.status, faulty.status, second.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect((await progress.all()).map(({ id }) => id)).toEqual(['prg_1', 'prg_2', 'prg_3'])
    })

    test('a person talks in two chats without mixing them up', async () => {
      const { ledger, conversations } = storage()
      const here = aConversation({ chatId: 'telegram:-100', lastIntent: 'deadline' })
      const there = aConversation({ lastIntent: 'my_duties' })
      await ledger.commit([
        { kind: 'save-conversation', conversation: here },
        { kind: 'save-conversation', conversation: there },
      ])
      await ledger.commit([{ kind: 'save-conversation', conversation: { ...here, lastIntent: 'help' } }])
      expect((await conversations.of('telegram:-100', 'telegram:42'))?.lastIntent).toBe('help')
      expect((await conversations.of('telegram:42', 'telegram:42'))?.lastIntent).toBe('my_duties')
      expect(await conversations.of('telegram:42', 'telegram:7')).toBeUndefined()
    })
  })
}
