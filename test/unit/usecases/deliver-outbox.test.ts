import { describe, expect, test } from 'vitest'
import type { OutboxMessage, Platform } from '../../../src/domain/message.ts'
import { SendError, type Channel, type SendingRate } from '../../../src/ports/channel.ts'
import { createPace } from '../../../src/usecases/create-pace.ts'
import { deliverOutbox, recoverInterrupted, type DeliverOutboxDeps } from '../../../src/usecases/deliver-outbox.ts'
import { anAccount, anOfficer, anOutboxMessage, BUILT_AT } from '../../support/builders.ts'
import { fixedClock } from '../../support/clock.ts'
import { createSqliteStorage } from '../../../src/adapters/storage/sqlite.ts'

type Sent = { readonly chatId: string; readonly text: string; readonly at: string }

/** A store, a clock that tests move, and a Telegram whose answers tests write down beforehand; "ok" when none is left. */
function aWorld(rate?: SendingRate) {
  const storage = createSqliteStorage(':memory:', 'data/migrations')
  const clock = fixedClock(BUILT_AT)
  const sent: Sent[] = []
  const script: (SendError | 'ok' | Promise<void>)[] = []
  const logged: unknown[] = []
  const counted: string[] = []
  const channel: Channel = {
    platform: 'telegram',
    capabilities: { maxText: 4096, buttons: 8 },
    ...(rate ? { rate } : {}),
    normalize: () => undefined,
    send: async ({ chatId, text }) => {
      sent.push({ chatId, text, at: clock.now() })
      const answer = script.shift() ?? 'ok'
      if (answer instanceof SendError) throw answer
      if (answer !== 'ok') await answer
      return { platformMessageId: String(sent.length) }
    },
  }
  const note = (...said: unknown[]) => void logged.push(said)
  const deps: DeliverOutboxDeps = {
    ...storage,
    channels: new Map<Platform, Channel>([['telegram', channel]]),
    clock,
    pace: createPace(),
    log: { info: note, warn: note, error: note },
    meter: { count: (name, labels) => void counted.push(`${name} ${labels?.['outcome']}`) },
    markResent: (text, reference) => `${text} #${reference}`,
  }
  return {
    deps,
    storage,
    clock,
    sent,
    script,
    logged,
    counted,
    queue: (...messages: Partial<OutboxMessage>[]) =>
      storage.ledger.commit(
        messages.map((given) => ({ kind: 'queue-message' as const, message: anOutboxMessage({ cause: 'test', ...given }) })),
      ),
    pass: () => deliverOutbox(deps, clock.now()),
    passSeconds: (seconds: number) => clock.set(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()),
    states: async () => (await storage.outbox.ofCause('test')).map(({ id, state, attempts }) => `${id} ${state} ${attempts}`),
    errors: async () => (await storage.outbox.ofCause('test')).map(({ error }) => error),
  }
}

const after = (seconds: number) => new Date(Date.parse(BUILT_AT) + seconds * 1000).toISOString()

async function crashed(urgency: OutboxMessage['urgency']) {
  const world = aWorld()
  await world.queue({ id: 'out_k3ja7k2', urgency })
  const move = { attempts: 1, notBefore: after(120), platformMessageId: null, error: null }
  await world.storage.ledger.commit([{ kind: 'move-message', id: 'out_k3ja7k2', from: 'ready', to: 'sending', ...move }])
  return world
}

async function run(world: ReturnType<typeof aWorld>, seconds: number) {
  for (let tick = 0; tick < seconds * 10; tick++) {
    await world.pass()
    world.passSeconds(0.1)
  }
}

describe('delivering', () => {
  test('sends what is due, once, and notes the number and the time', async () => {
    const world = aWorld()
    await world.queue({}, { id: 'out_2', chatId: 'telegram:43', notBefore: after(60) })
    expect(await world.pass()).toEqual({ tried: 1, held: 0 })
    expect(await world.pass()).toEqual({ tried: 0, held: 0 })
    expect(world.sent.map(({ chatId }) => chatId)).toEqual(['telegram:42'])
    expect(await world.storage.outbox.ofCause('test')).toMatchObject([
      { state: 'sent', attempts: 1, platformMessageId: '1', notBefore: BUILT_AT },
      { state: 'ready', attempts: 0 },
    ])
    expect(world.counted).toEqual(['dondoc_deliveries_total sent'])
  })

  test('keeps the order of a chat across a refusal, while another chat goes on', async () => {
    const world = aWorld()
    await world.queue(
      { id: 'out_1', text: 'một' },
      { id: 'out_2', text: 'hai' },
      { id: 'out_3', chatId: 'telegram:43', text: 'khác' },
    )
    world.script.push(new SendError('retry', '502'))
    for (let second = 0; second < 5; second++) {
      await world.pass()
      world.passSeconds(1)
    }
    expect(world.sent.map(({ text }) => text)).toEqual(['một', 'khác', 'một', 'hai'])
  })

  test('tries again no sooner than told', async () => {
    const world = aWorld()
    await world.queue({})
    world.script.push(new SendError('retry', '429', 37_000))
    for (let second = 0; second < 60; second++) {
      await world.pass()
      world.passSeconds(1)
    }
    expect(world.sent.map(({ at }) => at)).toEqual([BUILT_AT, after(37)])
    expect(await world.states()).toEqual(['out_1 sent 2'])
  })

  test('backs off, outlasts an outage of two hours, and gives up at last', async () => {
    const world = aWorld()
    await world.queue({})
    world.script.push(...Array.from({ length: 30 }, () => new SendError('retry', '502')))
    for (let minute = 0; minute < 8 * 60; minute += 5) {
      await world.pass()
      world.passSeconds(300)
    }
    expect(world.sent).toHaveLength(20)
    expect(world.sent.at(-1)!.at > after(2 * 3600)).toBe(true)
    expect(await world.states()).toEqual(['out_1 failed 20'])
  })

  test.each(['reply', 'reminder'] as const)(
    'sends a doubtful %s again with its reference in sight, twice at most',
    async (urgency) => {
      const world = aWorld()
      await world.queue({ id: 'out_k3ja7k2', urgency })
      world.script.push(...Array.from({ length: 9 }, () => new SendError('unknown', 'no answer')))
      for (let minute = 0; minute < 60; minute++) {
        await world.pass()
        world.passSeconds(60)
      }
      expect(world.sent.map(({ text }) => text)).toEqual(['Đã ghi.', 'Đã ghi. #A7K2', 'Đã ghi. #A7K2'])
      expect(await world.states()).toEqual(['out_k3ja7k2 unknown 3'])
    },
  )

  test('never sends a doubtful broadcast again', async () => {
    const world = aWorld()
    await world.queue({ urgency: 'broadcast' })
    world.script.push(new SendError('unknown', 'no answer'))
    for (let minute = 0; minute < 60; minute++) {
      await world.pass()
      world.passSeconds(60)
    }
    expect(world.sent).toHaveLength(1)
    expect(await world.states()).toEqual(['out_1 unknown 1'])
  })

  test('remembers a doubt through refusals: such a message is never called failed', async () => {
    const world = aWorld()
    await world.queue({})
    world.script.push(new SendError('unknown', 'no answer'), new SendError('retry', '429'), new SendError('rejected', '400'))
    for (let minute = 0; minute < 10; minute++) {
      await world.pass()
      world.passSeconds(60)
    }
    expect(world.sent).toHaveLength(3)
    expect(await world.states()).toEqual(['out_1 unknown 3'])
    expect(await world.errors()).toEqual(['unknown 1; rejected: 400'])
  })

  test('closes the account of who shut the bot out', async () => {
    const world = aWorld()
    await world.storage.ledger.commit([
      { kind: 'save-officer', officer: anOfficer() },
      { kind: 'link-account', account: anAccount() },
    ])
    await world.queue({}, { id: 'out_2', chatId: 'telegram:-100', text: 'nhóm' })
    world.script.push(new SendError('closed', '403'), new SendError('closed', '403'))
    await world.pass()
    const [person] = await world.storage.officers.all()
    expect(person?.accounts).toMatchObject([{ id: 'telegram:42', closedAt: BUILT_AT }])
    expect(await world.states()).toEqual(['out_1 failed 1', 'out_2 failed 1'])
  })

  test('leaves messages of a platform that is not set up where they are, however many', async () => {
    const world = aWorld()
    await world.queue(
      ...Array.from({ length: 300 }, (_, i) => ({ id: `out_z${i}`, platform: 'zalo-bot' as const, chatId: `zalo-bot:${i}` })),
    )
    await world.queue({})
    expect(await world.pass()).toEqual({ tried: 1, held: 0 })
    expect((await world.states()).filter((state) => state.endsWith('ready 0'))).toHaveLength(300)
  })

  test('a chat that hangs keeps nobody else waiting, nor its own next message overtakes', async () => {
    const world = aWorld()
    const hang = Promise.withResolvers<void>()
    await world.queue({ text: 'treo' }, { id: 'out_2', text: 'sau' })
    world.script.push(hang.promise)
    const slow = world.pass()
    while (world.sent.length === 0) await new Promise(setImmediate)
    await world.queue({ id: 'out_3', chatId: 'telegram:43', text: 'khác' })
    await world.pass()
    expect(world.sent.map(({ text }) => text)).toEqual(['treo', 'khác'])
    hang.resolve()
    await slow
    await world.pass()
    expect(world.sent.map(({ text }) => text)).toEqual(['treo', 'khác', 'sau'])
  })

  test('two passes at once send nothing twice', async () => {
    const world = aWorld()
    await world.queue(...Array.from({ length: 20 }, (_, i) => ({ id: `out_${i}`, chatId: `telegram:${i}` })))
    await Promise.all([world.pass(), world.pass(), deliverOutbox({ ...world.deps, pace: createPace() }, world.clock.now())])
    expect(new Set(world.sent.map(({ chatId }) => chatId)).size).toBe(20)
    expect(world.sent).toHaveLength(20)
  })

  test('a store that fails after the send leaves a doubt, not a copy', async () => {
    const world = aWorld()
    await world.queue({ urgency: 'broadcast' })
    let commits = 0
    const failing = {
      commit: async (changes: never) =>
        (commits += 1) === 1 ? world.storage.ledger.commit(changes) : Promise.reject(new Error('disk full')),
    }
    await deliverOutbox({ ...world.deps, ledger: failing as never }, world.clock.now())
    expect(await world.states()).toEqual(['out_1 sending 1'])
    world.clock.passMinutes(3)
    await world.pass()
    expect(await world.states()).toEqual(['out_1 unknown 1'])
    expect(world.sent).toHaveLength(1)
  })
})

describe('after a crash between sending and noting', () => {
  test('the only process takes up at its start what it left behind', async () => {
    const world = await crashed('reply')
    await recoverInterrupted(world.deps, world.clock.now(), 'all')
    world.passSeconds(1)
    await world.pass()
    expect(world.sent.map(({ text }) => text)).toEqual(['Đã ghi. #A7K2'])
    expect(await world.states()).toEqual(['out_k3ja7k2 sent 2'])
  })

  test('others wait until its claim has run out', async () => {
    const world = await crashed('reply')
    await world.pass()
    expect(await world.states()).toEqual(['out_k3ja7k2 sending 1'])
    world.clock.passMinutes(3)
    await world.pass()
    world.passSeconds(2)
    await world.pass()
    expect(world.sent.map(({ text }) => text)).toEqual(['Đã ghi. #A7K2'])
  })

  test('a broadcast stays doubtful', async () => {
    const world = await crashed('broadcast')
    await recoverInterrupted(world.deps, world.clock.now(), 'all')
    world.clock.passMinutes(30)
    await world.pass()
    expect(world.sent).toEqual([])
    expect(await world.states()).toEqual(['out_k3ja7k2 unknown 1'])
  })
})

describe('the pace', () => {
  const rate: SendingRate = { perSecond: 25, atOnce: 10, chatPauseMs: () => 1000 }

  test('stays below so many a second in all, and one a second in each chat', async () => {
    const world = aWorld(rate)
    await world.queue(...Array.from({ length: 120 }, (_, i) => ({ id: `out_${i}`, chatId: `telegram:${i % 40}` })))
    await run(world, 12)
    const times = world.sent.map(({ at }) => Date.parse(at))
    expect(times).toHaveLength(120)
    expect(Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length))).toBeLessThanOrEqual(25)
    for (const chatId of new Set(world.sent.map((one) => one.chatId))) {
      const own = world.sent.filter((one) => one.chatId === chatId).map(({ at }) => Date.parse(at))
      expect(Math.min(...own.slice(1).map((at, i) => at - own[i]!))).toBeGreaterThanOrEqual(1000)
    }
  })

  test('holds everybody back once the platform refuses two chats at a time, and only that one before', async () => {
    const world = aWorld(rate)
    await world.queue(
      ...['1', '2', '3', '4'].map((n) => ({ id: `out_${n}`, chatId: `telegram:${n}`, notBefore: after(Number(n)) })),
    )
    world.script.push(new SendError('retry', '429', 20_000), new SendError('retry', '429', 20_000))
    await run(world, 40)
    expect(world.sent.map(({ chatId, at }) => [chatId, Math.round((Date.parse(at) - Date.parse(BUILT_AT)) / 1000)])).toEqual([
      ['telegram:1', 1],
      ['telegram:2', 2],
      ['telegram:1', 21],
      ['telegram:3', 21],
      ['telegram:4', 21],
      ['telegram:2', 22],
    ])
  })

  test('one at a time where the platform bears no more', async () => {
    const world = aWorld({ ...rate, atOnce: 1 })
    const first = Promise.withResolvers<void>()
    world.script.push(first.promise)
    await world.queue({}, { id: 'out_2', chatId: 'telegram:43' }, { id: 'out_3', chatId: 'telegram:44' })
    const sending = world.pass()
    while (world.sent.length === 0) await new Promise(setImmediate)
    expect(await world.pass()).toEqual({ tried: 0, held: 2 })
    first.resolve()
    expect(await sending).toEqual({ tried: 3, held: 0 })
  })
})
