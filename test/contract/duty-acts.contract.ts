import { describe, expect, test } from 'vitest'
import type { DutyAct } from '../../src/domain/duty-life.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { aConcern, aDutyAct, aProgressUpdate } from '../support/builders.ts'

/** What the log of acts, and that of concerns, promise. */
export function testDutyActs(storage: () => Storage): void {
  const record = (given: Partial<DutyAct>) => storage().ledger.commit([{ kind: 'record-act', act: aDutyAct(given) }])
  const report = (id: string) => storage().ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ id }) }])
  const takeBack = () =>
    storage().ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ id: 'prg_2', revokes: 'prg_1' }) }])
  const latest = async (officerId: string) => (await storage().acts.latestBy(officerId))?.id

  describe('the log of acts', () => {
    test('gives back every act as it was recorded, oldest first', async () => {
      await record({ id: 'act_2', kind: 'grant_extension', until: '2026-12-31', reason: 'mưa bão', period: '2026-Q4' })
      await record({ id: 'act_1', number: 2, kind: 'assign', toUnitId: 'unt_khac', at: '2026-01-01T00:00:00.000Z' })
      const acts = [
        aDutyAct({ id: 'act_2', kind: 'grant_extension', until: '2026-12-31', reason: 'mưa bão', period: '2026-Q4' }),
        aDutyAct({ id: 'act_1', number: 2, kind: 'assign', toUnitId: 'unt_khac', at: '2026-01-01T00:00:00.000Z' }),
      ]
      expect(await storage().acts.all()).toEqual(acts)
      expect(await storage().acts.ofDuties(['dty_thu.1', 'dty_thu.9'])).toEqual(acts)
      expect(await storage().acts.ofDuties(['dty_thu.9'])).toEqual([])
      expect(await storage().acts.givenTo('unt_khac')).toEqual(acts.slice(1))
      expect(await storage().acts.givenTo('unt_thu')).toEqual([])
    })

    test('a report that was decided on meanwhile is not taken back; once the decision is, it can be', async () => {
      await report('prg_1')
      await record({ id: 'act_1', afterId: 'prg_1', kind: 'confirm' })
      expect(await takeBack()).toBe(false)
      await record({ id: 'act_2', number: 2, afterId: 'prg_1', kind: 'confirm', revokes: 'act_1' })
      expect(await takeBack()).toBe(true)
    })

    test('of two who decide on the same thing at the same time one finds it decided', async () => {
      await report('prg_1')
      const decisions = [
        record({ id: 'act_1', afterId: 'prg_1', kind: 'confirm' }),
        record({ id: 'act_2', afterId: 'prg_1', kind: 'return', officerId: 'off_khac' }),
      ]
      expect((await Promise.all(decisions)).toSorted()).toEqual([false, true])
      expect(await storage().acts.all()).toHaveLength(1)
    })

    test('what was reported meanwhile has to be seen before it is decided on', async () => {
      await report('prg_1')
      await report('prg_2')
      expect(await record({ afterId: 'prg_1' })).toBe(false)
      expect(await record({ afterId: null })).toBe(false)
      expect(await record({ afterId: 'prg_2' })).toBe(true)
    })

    test('duties and units do not stand in each other’s way', async () => {
      expect(await record({ id: 'act_1' })).toBe(true)
      expect(await record({ id: 'act_2', unitId: 'unt_khac' })).toBe(true)
      expect(await record({ id: 'act_3', dutyId: 'dty_thu.2' })).toBe(true)
      expect(await record({ id: 'act_4', number: 3 })).toBe(false)
      expect(await record({ id: 'act_5', number: 2 })).toBe(true)
    })

    test('the latest act of an officer is neither a revocation nor revoked', async () => {
      expect(await latest('off_mai')).toBeUndefined()
      await record({ id: 'act_1' })
      await record({ id: 'act_2', number: 2 })
      expect(await latest('off_mai')).toBe('act_2')
      await record({ id: 'act_3', number: 3, revokes: 'act_2' })
      expect(await latest('off_mai')).toBe('act_1')
      expect(await latest('off_lan')).toBeUndefined()
    })
  })

  test('concerns are given back as they were recorded, oldest first', async () => {
    const concerns = [aConcern({ id: 'cnc_2' }), aConcern({ id: 'cnc_1', kind: 'proposal', to: null, text: 'đề nghị "hỗ trợ"' })]
    for (const concern of concerns) await storage().ledger.commit([{ kind: 'record-concern', concern }])
    expect(await storage().concerns.all()).toEqual(concerns)
  })
}
