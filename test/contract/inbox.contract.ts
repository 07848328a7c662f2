import { describe, expect, test } from 'vitest'
import type { Storage } from '../../src/ports/storage.ts'
import { anEvent, BUILT_AT } from '../support/builders.ts'

const at = BUILT_AT

/** What the inbox promises. */
export function testInbox(storage: () => Storage): void {
  const keys = async (limit = 10) => (await storage().inbox.waiting(limit)).map(({ key }) => key)

  describe('the inbox', () => {
    test('gives back an event as it came', async () => {
      const event = anEvent({ body: '{"text":"Đã xong việc 2 ✅ \\u0000"}' })
      expect(await storage().inbox.accept(event)).toBe('new')
      expect(await storage().inbox.waiting(10)).toEqual([{ ...event, failures: 0 }])
    })

    test('a repeated event changes nothing, even when its bytes differ', async () => {
      const { inbox } = storage()
      await inbox.accept(anEvent())
      expect(await inbox.accept(anEvent({ body: '{}', chatId: 'telegram:7' }))).toBe('repeated')
      expect(await inbox.waiting(10)).toEqual([{ ...anEvent(), failures: 0 }])
    })

    test('of the same event many times at once one is new', async () => {
      const { inbox } = storage()
      const answers = await Promise.all(Array.from({ length: 10 }, () => inbox.accept(anEvent())))
      expect(answers.filter((answer) => answer === 'new')).toHaveLength(1)
    })

    test('an event stays known after it was handled', async () => {
      const { inbox, ledger } = storage()
      await inbox.accept(anEvent())
      await ledger.commit([{ kind: 'mark-handled', eventKey: anEvent().key, at }])
      expect(await inbox.accept(anEvent())).toBe('repeated')
      expect(await keys()).toEqual([])
    })

    test('offers the oldest event of each chat, in the order of arrival, whatever the clocks say', async () => {
      const { inbox, ledger } = storage()
      await inbox.accept(anEvent({ key: 'a1', chatId: 'telegram:1', receivedAt: '2026-11-21T09:00:00.000Z' }))
      await inbox.accept(anEvent({ key: 'b1', chatId: 'telegram:2', receivedAt: '2026-11-21T08:00:00.000Z' }))
      await inbox.accept(anEvent({ key: 'a2', chatId: 'telegram:1', receivedAt: '2026-11-21T07:00:00.000Z' }))
      expect(await keys()).toEqual(['a1', 'b1'])
      expect(await keys(1)).toEqual(['a1'])
      await ledger.commit([{ kind: 'mark-handled', eventKey: 'a1', at }])
      expect(await keys()).toEqual(['b1', 'a2'])
    })

    test('counts failures and keeps the event first in its chat', async () => {
      const { inbox, ledger } = storage()
      await inbox.accept(anEvent({ key: 'a1' }))
      await inbox.accept(anEvent({ key: 'a2' }))
      await ledger.commit([{ kind: 'count-failure', eventKey: 'a1', error: 'TypeError', at }])
      await ledger.commit([{ kind: 'count-failure', eventKey: 'a1', error: 'TypeError', at }])
      expect(await inbox.waiting(10)).toEqual([{ ...anEvent({ key: 'a1' }), failures: 2 }])
    })

    test('a buried event lets the next of its chat through and is listed, newest first', async () => {
      const { inbox, ledger } = storage()
      for (const key of ['a1', 'a2', 'a3']) await inbox.accept(anEvent({ key }))
      await ledger.commit([{ kind: 'bury-event', eventKey: 'a1', error: 'TypeError', at }])
      await ledger.commit([{ kind: 'bury-event', eventKey: 'a2', error: 'TypeError', at }])
      expect(await keys()).toEqual(['a3'])
      expect(await inbox.buried(10)).toEqual([anEvent({ key: 'a2' }), anEvent({ key: 'a1' })])
      expect(await inbox.buried(1)).toEqual([anEvent({ key: 'a2' })])
    })

    test('a buried event that is handled after all is no longer listed', async () => {
      const { inbox, ledger } = storage()
      await inbox.accept(anEvent())
      await ledger.commit([{ kind: 'bury-event', eventKey: anEvent().key, error: 'TypeError', at }])
      expect(await ledger.commit([{ kind: 'mark-handled', eventKey: anEvent().key, at }])).toBe(true)
      expect(await inbox.buried(10)).toEqual([])
    })

    test('what was handled cannot be buried', async () => {
      const { inbox, ledger } = storage()
      await inbox.accept(anEvent())
      await ledger.commit([{ kind: 'mark-handled', eventKey: anEvent().key, at }])
      expect(await ledger.commit([{ kind: 'bury-event', eventKey: anEvent().key, error: 'late', at }])).toBe(false)
    })
  })
}
