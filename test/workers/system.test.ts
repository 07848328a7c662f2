import { describe, expect, test } from 'vitest'
import { createSystemClock } from '../../src/adapters/system/clock.ts'
import { createIds } from '../../src/adapters/system/ids.ts'
import { createLog } from '../../src/adapters/system/log.ts'

describe('the machine as a Worker has it', () => {
  test('chance and hashes are the same as on Node', () => {
    const ids = createIds()
    expect(ids.next('prg')).toMatch(/^prg_[0-9a-hjkmnp-tv-z]{20}$/)
    expect(ids.linkCode()).toMatch(/^\d{6}$/)
    expect(ids.reference()).toMatch(/^[A-Z]\d[A-Z]\d$/)
    expect(ids.hash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('the clock can be moved', () => {
    expect(createSystemClock('2026-11-21').today()).toBe('2026-11-21')
  })

  test('the log writes what it writes on Node', () => {
    let written = ''
    const log = createLog('info', { write: (line) => void (written += line) })
    log.error('send-failed', new Error('canary'), { id: 'out_1', text: 'canary' })
    expect(JSON.parse(written)).toMatchObject({
      level: 50,
      msg: 'send-failed',
      id: 'out_1',
      text: '[redacted]',
      error: { kind: 'Error' },
    })
    expect(written).not.toContain('canary')
  })
})
