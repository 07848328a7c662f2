import { describe, expect, test } from 'vitest'
import type { Storage } from '../../src/ports/storage.ts'
import { aDuty, aDutyUnit, aPlan, aPlanHeader, aProgressUpdate, aUnit, BUILT_AT } from '../support/builders.ts'

/** A plan with something in every part. */
function aFullPlan() {
  return aPlan({
    plan: aPlanHeader({ citations: [{ number: '254-KH/TU', type: 'Kế hoạch', issuedOn: '2024-01-19', issuer: null }] }),
    sections: [{ path: 'II', heading: 'Nhiệm vụ', lines: [8, 20] }],
    passages: [{ path: 'II.1', lines: [10, 12], text: 'Chủ trì…' }],
    issues: [{ lines: [1, 1], code: 'issue-day-unreadable', message: 'Không đọc được ngày ban hành.' }],
    source: 'KE HOACH\r\n\u00a0xx',
    restored: 'KẾ HOẠCH\r\n',
  })
}

/** What the catalogs promise. */
export function testCatalogs(storage: () => Storage): void {
  describe('the catalogs', () => {
    test('start empty', async () => {
      const { version, ...catalog } = await storage().catalogs.load()
      expect(catalog).toEqual({ plans: [], duties: [], units: [], corrections: [] })
      expect(await storage().catalogs.version()).toBe(version)
    })

    test('give back a plan, its duties and its units as they were imported', async () => {
      const plan = aFullPlan()
      const duty = aDuty({
        deadline: { kind: 'recurring', value: 'yearly', asWritten: 'định kỳ hằng năm', rrule: 'FREQ=YEARLY' },
        reporting: { to: 'UBND tỉnh', via: null, frequency: 'hằng năm' },
      })
      const unit = aUnit({ aliases: ['Phòng VHTT'], endedOn: '2025-07-01', endedBy: 'Luật 72/2025/QH15' })
      await storage().ledger.commit([{ kind: 'import-plan', plan, units: [unit], duties: [duty] }])
      expect(await storage().catalogs.load()).toMatchObject({ plans: [plan], duties: [duty], units: [unit] })
    })

    test('a plan of hundreds of duties and units goes in whole and in order', async () => {
      const duties = Array.from({ length: 250 }, (_, place) => aDuty({ id: `dty_thu.${place + 1}`, order: place + 1 }))
      const units = Array.from({ length: 120 }, (_, place) => aUnit({ id: `unt_${String(place).padStart(3, '0')}` }))
      await storage().ledger.commit([{ kind: 'import-plan', plan: aPlan(), units, duties }])
      const catalog = await storage().catalogs.load()
      expect(catalog.duties).toEqual(duties)
      expect(catalog.units).toEqual(units)
    })

    test('a new import of a plan replaces its duties, and no other plan’s, and keeps the reports', async () => {
      const { ledger, catalogs, progress } = storage()
      const other = aPlan({ id: 'pln_khac', importedAt: '2026-11-20T02:00:00.000Z' })
      const kept = aDuty({ id: 'dty_khac.1', planId: 'pln_khac', units: [aDutyUnit({ role: 'coordinate' })] })
      await ledger.commit([{ kind: 'import-plan', plan: other, units: [], duties: [kept] }])
      await ledger.commit([
        { kind: 'import-plan', plan: aPlan(), units: [aUnit()], duties: [aDuty(), aDuty({ id: 'dty_thu.2', order: 2 })] },
      ])
      await ledger.commit([{ kind: 'record-progress', update: aProgressUpdate({ dutyId: 'dty_thu.2' }) }])

      const again = aPlan({ quality: { score: 1, label: 'bản rõ' } })
      const duty = aDuty({ text: 'Đọc lại.' })
      await ledger.commit([{ kind: 'import-plan', plan: again, units: [aUnit({ name: 'Phòng VHTT' })], duties: [duty] }])
      expect(await catalogs.load()).toMatchObject({
        plans: [other, again],
        duties: [kept, duty],
        units: [aUnit({ name: 'Phòng VHTT' })],
      })
      expect(await progress.ofDuties(['dty_thu.2'])).toHaveLength(1)
    })

    test('the version changes with plans, units and witnesses, and with nothing else', async () => {
      const { ledger, catalogs } = storage()
      const seen = [await catalogs.version()]
      await ledger.commit([{ kind: 'import-plan', plan: aPlan(), units: [], duties: [] }])
      seen.push(await catalogs.version())
      await ledger.commit([{ kind: 'save-unit', unit: aUnit({ parentId: 'unt_ubnd' }) }])
      seen.push(await catalogs.version())
      await ledger.commit([{ kind: 'mark-witness', planId: 'pln_thu', witnessOf: 'pln_ro-hon' }])
      seen.push(await catalogs.version())
      expect(new Set(seen).size).toBe(4)

      await ledger.commit([{ kind: 'record-progress', update: aProgressUpdate() }])
      await ledger.commit([{ kind: 'mark-job', runKey: 'x', at: BUILT_AT }])
      const catalog = await catalogs.load()
      expect(catalog.version).toBe(seen.at(-1))
      expect(catalog.plans[0]?.witnessOf).toBe('pln_ro-hon')
      expect(catalog.units).toEqual([aUnit({ parentId: 'unt_ubnd' })])
    })
  })
}
