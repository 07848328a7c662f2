import { describe, expect, test } from 'vitest'
import type { Storage } from '../../src/ports/storage.ts'
import { aLinkCode, anAccount, anOfficer, BUILT_AT } from '../support/builders.ts'

/** What is promised about people, their accounts and their codes. */
export function testOfficers(storage: () => Storage): void {
  describe('officers', () => {
    test('an account leads to its officer, a stranger’s to nobody', async () => {
      const { ledger, officers } = storage()
      await ledger.commit([
        { kind: 'save-officer', officer: anOfficer() },
        { kind: 'link-account', account: anAccount() },
      ])
      expect(await officers.byAccount('telegram:42')).toEqual(anOfficer())
      expect(await officers.byAccount('telegram:7')).toBeUndefined()
    })

    test('everyone is listed with all of their accounts', async () => {
      const { ledger, officers } = storage()
      const binh = anOfficer({ id: 'off_binh', name: null, role: 'leader', isActive: false })
      const zalo = anAccount({ id: 'zalo-bot:9', chatId: 'zalo-bot:9' })
      await ledger.commit([
        { kind: 'save-officer', officer: anOfficer() },
        { kind: 'save-officer', officer: binh },
        { kind: 'link-account', account: zalo },
        { kind: 'link-account', account: anAccount() },
      ])
      expect(await officers.all()).toEqual([
        { officer: binh, accounts: [] },
        { officer: anOfficer(), accounts: [anAccount(), zalo] },
      ])
    })

    test('an officer is saved anew, an account linked anew, closed and opened again', async () => {
      const { ledger, officers } = storage()
      const moved = anOfficer({ unitId: 'unt_cong-an' })
      await ledger.commit([
        { kind: 'save-officer', officer: anOfficer() },
        { kind: 'link-account', account: anAccount() },
      ])
      await ledger.commit([
        { kind: 'save-officer', officer: moved },
        { kind: 'close-account', accountId: 'telegram:42', at: BUILT_AT },
      ])
      expect(await officers.all()).toEqual([{ officer: moved, accounts: [anAccount({ closedAt: BUILT_AT })] }])
      expect(await officers.byAccount('telegram:42')).toEqual(moved)

      await ledger.commit([{ kind: 'close-account', accountId: 'telegram:42', at: null }])
      await ledger.commit([
        { kind: 'save-officer', officer: anOfficer({ id: 'off_binh' }) },
        { kind: 'link-account', account: anAccount({ officerId: 'off_binh' }) },
      ])
      expect((await officers.byAccount('telegram:42'))?.id).toBe('off_binh')
      expect((await officers.all()).flatMap(({ accounts }) => accounts)).toEqual([anAccount({ officerId: 'off_binh' })])
    })

    test('the account of an unknown person can be closed: nothing happens', async () => {
      expect(await storage().ledger.commit([{ kind: 'close-account', accountId: 'telegram:404', at: BUILT_AT }])).toBe(true)
    })

    test('an account of nobody is refused as a fault', async () => {
      await expect(storage().ledger.commit([{ kind: 'link-account', account: anAccount() }])).rejects.toThrow()
    })

    test('a link code is found by its hash and remembers its use', async () => {
      const { ledger, officers } = storage()
      const code = aLinkCode({ name: 'Trần Văn Bình', role: 'leader' })
      await ledger.commit([{ kind: 'create-link-code', linkCode: code }])
      expect(await officers.linkCode(code.codeHash)).toEqual(code)
      expect(await officers.linkCode('another')).toBeUndefined()
      await ledger.commit([{ kind: 'use-link-code', codeHash: code.codeHash, at: BUILT_AT }])
      expect(await officers.linkCode(code.codeHash)).toEqual({ ...code, usedAt: BUILT_AT })
    })

    test('a code that was used can be given out again, and works once more', async () => {
      const { ledger, officers } = storage()
      const again = aLinkCode({ unitId: 'unt_cong-an' })
      await ledger.commit([{ kind: 'create-link-code', linkCode: aLinkCode() }])
      await ledger.commit([{ kind: 'use-link-code', codeHash: again.codeHash, at: BUILT_AT }])
      expect(await ledger.commit([{ kind: 'create-link-code', linkCode: again }])).toBe(true)
      expect(await officers.linkCode(again.codeHash)).toEqual(again)
    })

    test('wrong codes are counted per chat since a moment', async () => {
      const { ledger, officers } = storage()
      const wrong = (chatId: string, at: string) => ledger.commit([{ kind: 'count-wrong-code', chatId, at }])
      await wrong('telegram:1', '2026-11-21T01:00:00.000Z')
      await wrong('telegram:1', '2026-11-21T02:00:00.000Z')
      await wrong('telegram:1', '2026-11-21T02:00:00.000Z')
      await wrong('telegram:2', '2026-11-21T02:00:00.000Z')
      expect(await officers.countWrongCodes('telegram:1', '2026-11-21T01:00:00.001Z')).toBe(2)
      expect(await officers.countWrongCodes('telegram:1', '2026-11-21T01:00:00.000Z')).toBe(3)
    })
  })
}
