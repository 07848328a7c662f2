import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { anEvidence } from '../support/builders.ts'

/** What the log of evidence promises. */
export function testEvidence(storage: () => Storage): void {
  const record = (given: Partial<Evidence>) => storage().ledger.commit([{ kind: 'record-evidence', evidence: anEvidence(given) }])

  describe('the log of evidence', () => {
    test('gives back every kind as it was recorded, oldest first', async () => {
      const file = {
        platform: 'telegram',
        id: 'AgACAgUAAx',
        url: null,
        name: '=1+1.pdf',
        type: 'application/pdf',
        size: 2048,
      } as const
      const lines = [
        anEvidence({ id: 'evi_2' }),
        anEvidence({ id: 'evi_1', item: { kind: 'link', url: 'https://thu.example/<b>?a=1&b=2' }, reportId: null }),
        anEvidence({ id: 'evi_3', item: { kind: 'file', file, caption: '<script>' }, onBehalf: 'anh Nam' }),
        anEvidence({ id: 'evi_4', dutyId: 'dty_thu.2', revokes: 'evi_2' }),
      ]
      for (const line of lines) await record(line)
      expect(await storage().evidence.all()).toEqual(lines)
      expect(await storage().evidence.ofDuties(['dty_thu.1', 'dty_thu.9'])).toEqual(lines.slice(0, 3))
    })

    test('the latest of an officer is neither a revocation nor revoked', async () => {
      await record({ id: 'evi_1' })
      await record({ id: 'evi_2' })
      await record({ id: 'evi_3', revokes: 'evi_2' })
      expect((await storage().evidence.latestBy('off_lan'))?.id).toBe('evi_1')
      expect(await storage().evidence.latestBy('off_mai')).toBeUndefined()
    })

    test('a line that is there already is refused', async () => {
      await record({ id: 'evi_1' })
      await expect(record({ id: 'evi_1' })).rejects.toThrow()
    })
  })
}
