import { beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../../src/adapters/system/log.ts'
import { createSqliteStorage } from '../../../src/adapters/storage/sqlite.ts'
import { aProgressUpdate } from '../../support/builders.ts'

const TOKEN = '123456789:AAE-canary_canary_canary_canary_x'

describe('the log', () => {
  let written: string
  const destination = { write: (line: string) => void (written += line) }
  const entries = () =>
    written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  beforeEach(() => {
    written = ''
  })

  test('writes an event and its ids as one JSON line', () => {
    createLog('info', destination).info('event-handled', { event: 'telegram:bot:1', changes: 3 })
    expect(entries()).toMatchObject([{ level: 30, msg: 'event-handled', event: 'telegram:bot:1', changes: 3 }])
  })

  test('keeps quiet below its level', () => {
    const log = createLog('error', destination)
    log.info('quiet')
    log.warn('quiet')
    log.error('loud', new Error('x'))
    expect(entries().map(({ msg }) => msg)).toEqual(['loud'])
  })

  test('censors what no log may carry, whoever hands it in', () => {
    createLog('info', destination).warn('send-failed', {
      text: 'canary',
      name: 'canary',
      token: 'canary',
      chat: `https://api/bot${TOKEN}/send`,
    })
    expect(written).not.toContain('canary')
    expect(written).toContain('[redacted]')
  })

  test('an error is told by kind, code and place, never by its message', () => {
    const cause = Object.assign(new TypeError(`fetch failed https://api/bot${TOKEN}`), { code: 'ECONNREFUSED' })
    createLog('info', destination).error('send-failed', new Error('canary of "Đã gửi báo cáo"', { cause }), { message: 'out_1' })
    expect(written).not.toMatch(/canary|Đã gửi|fetch failed/)
    const [entry] = entries()
    expect(entry).toMatchObject({
      message: 'out_1',
      error: { kind: 'Error', cause: { kind: 'TypeError', reason: 'ECONNREFUSED' } },
    })
    expect(JSON.stringify(entry)).toContain('log.test.ts')
  })

  test('a fault of the database says which and keeps the report to itself', async () => {
    const storage = createSqliteStorage(':memory:', 'data/migrations')
    const change = { kind: 'record-progress', update: aProgressUpdate({ note: 'canary', id: 'prg_canary' }) } as const
    const error: unknown = await storage.ledger.commit([change, change]).catch((fault: unknown) => fault)
    createLog('info', destination).error('commit-failed', error)
    expect(written).not.toContain('canary')
    expect(written).toContain('SQLITE_CONSTRAINT_UNIQUE')
    storage.close()
  })

  test('what is thrown without being an error is told by its type', () => {
    createLog('info', destination).error('odd', 'canary')
    expect(entries()).toMatchObject([{ error: { kind: 'string' } }])
  })
})
