import { describe, expect, test } from 'vitest'
import type { ProgressUpdate } from '../../src/domain/progress.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { aProgressUpdate } from '../support/builders.ts'

/** What the log of reports promises. */
export function testProgressLog(storage: () => Storage): void {
  const record = async (...updates: Partial<ProgressUpdate>[]) => {
    for (const update of updates) await storage().ledger.commit([{ kind: 'record-progress', update: aProgressUpdate(update) }])
  }

  const ids = async (dutyIds: string[]) => (await storage().progress.ofDuties(dutyIds)).map(({ id }) => id)
  const latest = async (officerId: string) => (await storage().progress.latestBy(officerId))?.id

  describe('the progress log', () => {
    test('gives back every line as it was recorded, oldest first', async () => {
      await record(
        { id: 'prg_2', percent: null, note: null, dueChange: '2026-12-31' },
        { id: 'prg_1', at: '2026-01-01T00:00:00.000Z' },
      )
      expect(await storage().progress.all()).toEqual([
        aProgressUpdate({ id: 'prg_2', percent: null, note: null, dueChange: '2026-12-31' }),
        aProgressUpdate({ id: 'prg_1', at: '2026-01-01T00:00:00.000Z' }),
      ])
    })

    test('lists the lines of some duties, of hundreds as well', async () => {
      await record(
        { id: 'prg_1', dutyId: 'dty_1' },
        { id: 'prg_2', dutyId: 'dty_2' },
        { id: 'prg_3', dutyId: 'dty_1', unitId: 'unt_khac' },
      )
      expect(await ids(['dty_1'])).toEqual(['prg_1', 'prg_3'])
      expect(await ids(Array.from({ length: 500 }, (_, order) => `dty_${order}`))).toEqual(['prg_1', 'prg_2', 'prg_3'])
      expect(await ids([])).toEqual([])
    })

    test('the latest line of an officer is neither a revocation nor revoked', async () => {
      expect(await latest('off_lan')).toBeUndefined()
      await record({ id: 'prg_1' }, { id: 'prg_2' }, { id: 'prg_3', officerId: 'off_binh' })
      expect(await latest('off_lan')).toBe('prg_2')
      await record({ id: 'prg_4', revokes: 'prg_2' })
      expect(await latest('off_lan')).toBe('prg_1')
      await record({ id: 'prg_5', revokes: 'prg_1', officerId: 'off_van-phong' })
      expect(await latest('off_lan')).toBeUndefined()
      expect(await latest('off_binh')).toBe('prg_3')
    })
  })
}
