import { describe, expect, test } from 'vitest'
import type { Storage } from '../../src/ports/storage.ts'
import { aCorrection, aDuty, aPlan } from '../support/builders.ts'

const NEXT_YEAR = { kind: 'date', value: '2027-01-31', op: 'before', asWritten: 'trước 31/01/2027', rrule: null } as const

/** What storing corrections promises. */
export function testCorrections(storage: () => Storage): void {
  const commit = (...changes: Parameters<Storage['ledger']['commit']>[0]) => storage().ledger.commit(changes)
  const correct = (given: Parameters<typeof aCorrection>[0] = {}) =>
    commit({ kind: 'correct-duty', correction: aCorrection(given) })
  const load = () => storage().catalogs.load()
  const read = aDuty()
  const load12 = () => commit({ kind: 'import-plan', plan: aPlan({ duties: [read] }), units: [], duties: [read] })

  describe('corrections', () => {
    test('show the duty as corrected, and change neither its quote nor the plan as it was read', async () => {
      await load12()
      const before = await load()
      expect(await correct()).toBe(true)
      const catalog = await load()
      expect(catalog.duties).toEqual([{ ...read, ...aCorrection().after, confidence: 1 }])
      expect(catalog.duties[0]?.quote).toBe(read.quote)
      expect(catalog.plans[0]?.duties).toEqual([read])
      expect(catalog.corrections).toEqual([aCorrection()])
      expect(catalog.version).not.toBe(before.version)
    })

    test('the last of several holds, and all are kept, oldest first', async () => {
      await load12()
      await correct()
      const { after } = aCorrection()
      const second = aCorrection({ number: 2, before: after, after: { ...after, deadline: NEXT_YEAR } })
      await correct(second)
      expect((await load()).duties[0]?.deadline).toEqual(NEXT_YEAR)
      expect((await load()).corrections).toEqual([aCorrection(), second])
    })

    test('a correction of what somebody else corrected meanwhile is a conflict, and so is one of a duty that is not there', async () => {
      await load12()
      expect(await correct()).toBe(true)
      expect(await correct({ by: 'off_minh' })).toBe(false)
      expect(await correct({ number: 3 })).toBe(false)
      expect(await correct({ dutyId: 'dty_thu.9' })).toBe(false)
      expect((await load()).corrections).toEqual([aCorrection()])
    })

    test('outlast a new import of the same words, and are not put over other words', async () => {
      await load12()
      await correct()
      await load12()
      expect((await load()).duties[0]?.text).toBe(aCorrection().after.text)

      const other = aDuty({ quote: 'Tham mưu bố trí kinh phí.' })
      await commit({ kind: 'import-plan', plan: aPlan(), units: [], duties: [other] })
      expect((await load()).duties).toEqual([other])
      expect((await load()).corrections).toHaveLength(1)
    })
  })
}
