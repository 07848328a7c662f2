import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../src/adapters/storage/open-database.ts'

describe('opening a database', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['busy_timeout', 5000],
  ])('sets %s to %s', (pragma, value) => {
    const client = openDatabase(join(folder, 'a.db'), 'data/migrations')
    expect(client.pragma(pragma, { simple: true })).toBe(value)
    client.close()
  })

  test('applies each migration once, and those that came later', () => {
    const migrations = join(folder, 'migrations')
    cpSync('data/migrations', migrations, { recursive: true })
    const open = () => openDatabase(join(folder, 'a.db'), migrations)
    open().close()
    open().close()

    const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'))
    const last = journal.entries.at(-1)
    journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_later' })
    writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify(journal))
    writeFileSync(
      join(migrations, '9999_later.sql'),
      'create table later (id integer);--> statement-breakpoint\ninsert into later values (7);',
    )
    open().close()
    const client = open()
    expect(client.prepare('select id from later').pluck().all()).toEqual([7])
    client.close()
  })

  test('a migration that fails leaves the database as it was', () => {
    const migrations = join(folder, 'migrations')
    cpSync('data/migrations', migrations, { recursive: true })
    openDatabase(join(folder, 'a.db'), migrations).close()
    const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'))
    const last = journal.entries.at(-1)
    journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_broken' })
    writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify(journal))
    writeFileSync(join(migrations, '9999_broken.sql'), 'create table later (id integer);--> statement-breakpoint\nselect broken;')
    expect(() => openDatabase(join(folder, 'a.db'), migrations)).toThrow('broken')

    const client = openDatabase(join(folder, 'a.db'), 'data/migrations')
    expect(client.prepare("select count(*) from sqlite_master where name = 'later'").pluck().get()).toBe(0)
    client.close()
  })
})
