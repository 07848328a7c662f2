import { describe, expect, test } from 'vitest'
import type { Storage } from '../../src/ports/storage.ts'
import { aCalendarFeed, BUILT_AT } from '../support/builders.ts'

/** What is promised about links that need no sign-in. */
export function testLinks(storage: () => Storage): void {
  describe('calendar links and secrets', () => {
    test('a link is found by the hash of its token, and by its unit', async () => {
      const { ledger, calendarFeeds } = storage()
      const other = aCalendarFeed({ tokenHash: 'another', unitId: 'unt_cong-an' })
      await ledger.commit([
        { kind: 'open-calendar-feed', feed: aCalendarFeed() },
        { kind: 'open-calendar-feed', feed: other },
      ])
      expect(await calendarFeeds.byToken('hash-of-token')).toEqual(aCalendarFeed())
      expect(await calendarFeeds.byToken('nobody')).toBeUndefined()
      expect(await calendarFeeds.ofUnit('unt_cong-an')).toEqual([other])
    })

    test('revoking stops every link of the unit, keeps when it first happened, and leaves the others', async () => {
      const { ledger, calendarFeeds } = storage()
      const later = '2026-11-22T02:00:00.000Z'
      await ledger.commit([
        { kind: 'open-calendar-feed', feed: aCalendarFeed() },
        { kind: 'open-calendar-feed', feed: aCalendarFeed({ tokenHash: 'second' }) },
        { kind: 'open-calendar-feed', feed: aCalendarFeed({ tokenHash: 'other', unitId: 'unt_cong-an' }) },
      ])
      await ledger.commit([{ kind: 'revoke-calendar-feeds', unitId: 'unt_phong-vhtt', at: BUILT_AT }])
      await ledger.commit([{ kind: 'revoke-calendar-feeds', unitId: 'unt_phong-vhtt', at: later }])
      const revoked = (await calendarFeeds.ofUnit('unt_phong-vhtt')).map(({ revokedAt }) => revokedAt)
      expect(revoked).toEqual([BUILT_AT, BUILT_AT])
      expect((await calendarFeeds.byToken('other'))?.revokedAt).toBeNull()
    })

    test('the first secret of a name stays', async () => {
      const { ledger, secrets } = storage()
      expect(await secrets.of('links')).toBeUndefined()
      await ledger.commit([{ kind: 'keep-secret', name: 'links', value: 'first' }])
      await ledger.commit([{ kind: 'keep-secret', name: 'links', value: 'second' }])
      expect(await secrets.of('links')).toBe('first')
    })
  })
}
