import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { createGroupCommit, type GroupCommit } from '../../../src/adapters/storage/group-commit.ts'

describe('writes that share a commit', () => {
  let client: Sqlite.Database
  let group: GroupCommit
  let statements: string[]

  const insert = (word: string) => group.write(() => client.prepare('insert into words values (?)').run(word).changes)
  const words = () => client.prepare('select word from words order by rowid').pluck().all()
  const count = (beginning: string) => statements.filter((statement) => statement.startsWith(beginning)).length

  beforeEach(() => {
    statements = []
    client = new Sqlite(':memory:', { verbose: (statement) => statements.push(String(statement)) })
    client.exec('create table words (word text primary key)')
    group = createGroupCommit(client)
  })

  test('all of one turn of the event loop need one transaction, those of the next another', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, order) => insert(`one-${order}`)))
    expect(count('COMMIT')).toBe(1)
    await Promise.all([insert('two-1'), insert('two-2')])
    expect(count('COMMIT')).toBe(2)
    expect(words()).toHaveLength(52)
  })

  test('nobody hears of a write before the commit', async () => {
    const heard: string[] = []
    const first = insert('a').then(() => heard.push(client.inTransaction ? 'too early' : 'committed'))
    expect(words()).toEqual([])
    await Promise.all([first, insert('b')])
    expect(heard).toEqual(['committed'])
  })

  test('a write that fails is undone alone', async () => {
    const halfway = group.write(() => {
      client.prepare("insert into words values ('half')").run()
      throw new Error('no')
    })
    const outcomes = await Promise.allSettled([insert('a'), halfway, insert('a'), insert('b')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(words()).toEqual(['a', 'b'])
  })

  test('when the commit itself fails nobody is told that it was written', async () => {
    client.pragma('foreign_keys = ON')
    client.exec('create table parents (id integer primary key)')
    client.exec('create table children (parent integer references parents deferrable initially deferred)')
    const orphan = group.write(() => client.prepare('insert into children values (7)').run())
    const outcomes = await Promise.allSettled([insert('a'), orphan])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(words()).toEqual([])
    expect(await insert('a')).toBe(1)
  })

  test('a full disk is told to everyone of the turn, and writing goes on once there is room', async () => {
    const pages = client.pragma('page_count', { simple: true }) as number
    client.pragma(`max_page_count = ${pages}`)
    const outcomes = await Promise.allSettled([insert('x'.repeat(100_000)), insert('y'.repeat(100_000))])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(words()).toEqual([])
    client.pragma('max_page_count = 1000000')
    expect(await insert('a')).toBe(1)
  })
})
