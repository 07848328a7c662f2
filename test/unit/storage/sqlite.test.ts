import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSqliteStorage, type SqliteStorage } from '../../../src/adapters/storage/sqlite.ts'
import {
  aCorrection,
  aDuty,
  anEvent,
  anEvidence,
  anOutboxMessage,
  anUrging,
  aPlan,
  aProgressUpdate,
  aUnit,
  BUILT_AT,
} from '../../support/builders.ts'

const at = BUILT_AT

describe('a database in a file', () => {
  let folder: string
  let opened: SqliteStorage[]

  const file = (name = 'dondoc.db') => join(folder, name)
  function open(name?: string): SqliteStorage {
    const storage = createSqliteStorage(file(name), 'data/migrations')
    opened.push(storage)
    return storage
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
    opened = []
  })
  afterEach(() => {
    for (const storage of opened) storage.close()
    rmSync(folder, { recursive: true })
  })

  test('holds everything after it was closed and opened again', async () => {
    const before = open()
    await before.inbox.accept(anEvent({ key: 'a1' }))
    await before.inbox.accept(anEvent({ key: 'a2' }))
    await before.ledger.commit([
      { kind: 'import-plan', plan: aPlan(), units: [aUnit()], duties: [aDuty()] },
      { kind: 'record-progress', update: aProgressUpdate() },
      { kind: 'queue-message', message: anOutboxMessage() },
      { kind: 'mark-handled', eventKey: 'a1', at },
    ])
    const catalog = await before.catalogs.load()
    before.close()

    const after = open()
    expect(await after.catalogs.load()).toEqual(catalog)
    expect(await after.progress.all()).toEqual([aProgressUpdate()])
    expect(await after.outbox.due(at, 10)).toEqual([anOutboxMessage()])
    expect((await after.inbox.waiting(10)).map(({ key }) => key)).toEqual(['a2'])
    expect(await after.inbox.accept(anEvent({ key: 'a1' }))).toBe('repeated')
  })

  test('writes that were asked for before closing are on disk, later ones are refused', async () => {
    const storage = open()
    const accepted = storage.inbox.accept(anEvent())
    storage.close()
    expect(await accepted).toBe('new')
    await expect(storage.inbox.accept(anEvent())).rejects.toThrow('storage is closed')
    expect(await open().inbox.waiting(10)).toHaveLength(1)
  })

  test('two processes see each other’s changes and share every conflict', async () => {
    const [one, other] = [open(), open()]
    const version = await other.catalogs.version()
    await one.ledger.commit([{ kind: 'import-plan', plan: aPlan(), units: [], duties: [] }])
    expect(await other.catalogs.version()).not.toBe(version)
    expect((await other.catalogs.load()).plans).toEqual([aPlan()])

    expect(await one.inbox.accept(anEvent())).toBe('new')
    expect(await other.inbox.accept(anEvent())).toBe('repeated')
    const handled = [one, other].map(({ ledger }, order) =>
      ledger.commit([
        { kind: 'record-progress', update: aProgressUpdate({ id: `prg_${order}` }) },
        { kind: 'mark-handled', eventKey: anEvent().key, at },
      ]),
    )
    expect((await Promise.all(handled)).filter(Boolean)).toHaveLength(1)
    expect(await one.progress.all()).toHaveLength(1)
  })

  test('lines of the log can be neither changed nor deleted, not even past the ports', async () => {
    await open().ledger.commit([
      { kind: 'record-progress', update: aProgressUpdate() },
      { kind: 'audit', actor: 'off_lan', action: 'record-progress', object: 'prg_1', at },
      { kind: 'import-plan', plan: aPlan(), units: [], duties: [aDuty()] },
      { kind: 'correct-duty', correction: aCorrection() },
      { kind: 'record-evidence', evidence: anEvidence() },
      { kind: 'record-urging', urging: anUrging() },
    ])
    const client = new Sqlite(file())
    for (const table of ['progress_log', 'audit_log', 'corrections', 'evidence', 'urgings']) {
      expect(() => client.exec(`update ${table} set at = '2020'`)).toThrow(`${table} is append-only`)
      expect(() => client.exec(`delete from ${table}`)).toThrow(`${table} is append-only`)
    }
    client.close()
  })

  test('what was overwritten is gone from the file', async () => {
    const storage = open()
    const secret = 'canary-8d1f0c'
    await storage.ledger.commit([{ kind: 'import-plan', plan: aPlan(), units: [], duties: [aDuty({ text: secret })] }])
    await storage.ledger.commit([{ kind: 'import-plan', plan: aPlan(), units: [], duties: [] }])
    storage.close()
    expect(readFileSync(file()).includes(secret)).toBe(false)
  })

  test('a backup is whole, readable, and replaces an older one', async () => {
    const storage = open()
    await storage.inbox.accept(anEvent())
    writeFileSync(file('copy.db'), 'older')
    await storage.backup(file('copy.db'))
    await storage.inbox.accept(anEvent({ key: 'later' }))

    const copy = open('copy.db')
    expect(await copy.inbox.waiting(10)).toEqual([{ ...anEvent(), failures: 0 }])
    expect(copy.findDamage()).toEqual([])
  })

  test('damage is found', async () => {
    const storage = open()
    const units = Array.from({ length: 400 }, (_, order) => aUnit({ id: `unt_${order}` }))
    await storage.ledger.commit([{ kind: 'import-plan', plan: aPlan(), units, duties: [] }])
    storage.close()
    const bytes = readFileSync(file())
    const place = bytes.indexOf('unt_200')
    bytes.fill(0xff, place - 64, place + 64)
    writeFileSync(file(), bytes)
    expect(open().findDamage()).not.toEqual([])
  })

  test('a folder that is not there is made', () => {
    expect(() => open('var/deep/dondoc.db')).not.toThrow()
  })

  test('a plan whose duties contradict each other is a fault that leaves the old plan', async () => {
    const storage = open()
    await storage.ledger.commit([{ kind: 'import-plan', plan: aPlan(), units: [], duties: [aDuty()] }])
    const twice = [aDuty({ id: 'dty_thu.2' }), aDuty({ id: 'dty_thu.3' })]
    await expect(storage.ledger.commit([{ kind: 'import-plan', plan: aPlan(), units: [], duties: twice }])).rejects.toThrow(
      'UNIQUE',
    )
    expect((await storage.catalogs.load()).duties).toEqual([aDuty()])
  })
})
