import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { anOutboxMessage, aProgressUpdate, BUILT_AT } from '../support/builders.ts'

/** How one life of the clerk ends: at a named point by its own hand, or at any time by another's. */
type Death = { readonly point: 'before-commit' | 'after-commit' | 'after-accept' | 'any'; readonly passings: number }

/** What a history shows to have gone wrong. */
type Verdict = {
  readonly lost: string[]
  readonly doubled: string[]
  readonly halfDone: string[]
  readonly outOfOrder: string[]
  readonly damage: readonly string[]
}

const FLAWLESS: Verdict = { lost: [], doubled: [], halfDone: [], outOfOrder: [], damage: [] }

describe('a clerk that is killed with -9', () => {
  let folder: string
  let lives: number
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-kill-'))
    lives = 0
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Lets the clerk live and die once; gives back what it had said by then. */
  async function live({ point, passings }: Death, fault = 'none'): Promise<string[]> {
    const life = String(lives++)
    const said = join(folder, `said-${life}`)
    const out = openSync(said, 'w')
    const options = [
      '--file',
      join(folder, 'dondoc.db'),
      '--life',
      life,
      '--point',
      point,
      '--passings',
      String(passings),
      '--fault',
      fault,
    ]
    const clerk = spawn(process.execPath, ['test/fault/clerk.ts', ...options], { stdio: ['ignore', out, 'inherit'] })
    const died = new Promise<string | null>((resolve) => clerk.once('exit', (_, signal) => resolve(signal)))
    if (point === 'any') {
      while (clerk.exitCode === null && !readFileSync(said, 'utf8').includes('started')) await wait(2)
      await wait(passings)
      clerk.kill('SIGKILL')
    }
    expect(await died).toBe('SIGKILL')
    closeSync(out)
    return readFileSync(said, 'utf8').split('\n').slice(0, -1)
  }

  /** Finishes what was left over and holds the database against everything that was promised. */
  async function judge(said: readonly string[]): Promise<Verdict> {
    const storage = createSqliteStorage(join(folder, 'dondoc.db'), 'data/migrations')
    for (;;) {
      const [event] = await storage.inbox.waiting(1)
      if (!event) break
      const update = aProgressUpdate({ id: `prg_judge_${event.key}`, note: event.key, dutyId: event.chatId })
      const message = anOutboxMessage({ id: `out_judge_${event.key}`, text: event.key, cause: 'kill-test' })
      await storage.ledger.commit([
        { kind: 'record-progress', update },
        { kind: 'queue-message', message },
        { kind: 'mark-handled', eventKey: event.key, at: BUILT_AT },
      ])
    }
    const lines = await storage.progress.all()
    const done = lines.map((line) => line.note ?? '')
    const answered = (await storage.outbox.ofCause('kill-test')).map((message) => message.text)
    const damage = storage.findDamage()
    storage.close()

    const promised = said.flatMap((line) =>
      line.startsWith('accepted') || line.startsWith('handled') ? [line.split(' ')[1]!] : [],
    )
    const last = new Map<string, number>()
    const outOfOrder = lines.flatMap(({ dutyId, note }) => {
      const [life, order] = note!.split('-').map(Number)
      const place = life! * 1_000_000 + order!
      const isLate = place < (last.get(dutyId) ?? -1)
      last.set(dutyId, place)
      return isLate ? [note!] : []
    })
    return {
      lost: [...new Set(promised)].filter((key) => !done.includes(key)),
      doubled: done.filter((key, place) => done.indexOf(key) !== place),
      halfDone: [...new Set(done).symmetricDifference(new Set(answered))],
      outOfOrder,
      damage,
    }
  }

  test('loses, doubles and mixes up nothing that it was promised', { timeout: 600_000 }, async () => {
    const deaths: Death[] = [
      { point: 'after-accept', passings: 17 },
      { point: 'before-commit', passings: 9 },
      { point: 'after-commit', passings: 23 },
      { point: 'any', passings: Math.ceil(Math.random() * 40) },
      ...Array.from({ length: Number(process.env['KILLS'] ?? 0) }, (): Death => ({ point: 'any', passings: Math.random() * 100 })),
    ]
    const said: string[] = []
    for (const death of deaths) said.push(...(await live(death)))
    expect(said.filter((line) => line.startsWith('accepted')).length).toBeGreaterThan(17)
    expect(await judge(said)).toEqual(FLAWLESS)
    console.log(`${deaths.length} kills, ${said.length} promises kept`)
  })

  test.each<[fault: string, death: Death, seen: keyof Verdict]>([
    ['acknowledge-before-commit', { point: 'after-accept', passings: 17 }, 'lost'],
    ['mark-before-effect', { point: 'after-commit', passings: 3 }, 'lost'],
    ['effect-before-mark', { point: 'after-commit', passings: 3 }, 'doubled'],
  ])('the judge sees the planted fault %s', { timeout: 60_000 }, async (fault, death, seen) => {
    const said = await live(death, fault)
    expect((await judge(said))[seen]).not.toEqual([])
  })
})
