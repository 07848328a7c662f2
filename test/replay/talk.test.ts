import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../src/config/read-config.ts'
import { startServer, type RunningServer } from '../../src/entry/start-server.ts'
import { startFakeTelegram, TELEGRAM_BOT, type FakeTelegram } from '../support/fake-telegram.ts'
import { startFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'

const TELEGRAM_TOKEN = `${TELEGRAM_BOT.id}:AAF-token-canary_0123456789abcdefghi`
const ZALO_TOKEN = '1459232241454765289:token-canary-abcdefghijklmnop'
const SECRET = 'secret-of-the-whole-way'

/** Resolves with what a platform took beyond the first so many messages, once there is something. */
async function newlySent<Message>(
  fake: { readonly sent: readonly Message[] },
  before: number,
  count = 1,
): Promise<readonly Message[]> {
  await vi.waitUntil(() => fake.sent.length >= before + count, { timeout: 15_000, interval: 20 })
  return fake.sent.slice(before)
}

describe('the whole server between two platforms', { timeout: 30_000 }, () => {
  let telegram: FakeTelegram
  let zalo: FakeZaloBot
  let server: RunningServer

  beforeAll(async () => {
    telegram = await startFakeTelegram(TELEGRAM_TOKEN)
    zalo = await startFakeZaloBot(ZALO_TOKEN)
    const result = readConfig({
      PORT: '0',
      DATABASE_PATH: ':memory:',
      LOG_LEVEL: 'silent',
      TODAY: '2026-11-21',
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ZALO_BOT_TOKEN: ZALO_TOKEN,
      ZALO_BOT_WEBHOOK_SECRET: SECRET,
      ZALO_BOT_API_ROOT: zalo.apiRoot,
    })
    if ('faults' in result) throw new Error(result.faults.join())
    server = await startServer(result.config, serve)
    telegram.connect(`${server.address}/webhooks/telegram`, SECRET)
    zalo.connect(`${server.address}/webhooks/zalo-bot`, SECRET)
  }, 60_000)

  afterAll(async () => {
    await server.stop()
    await Promise.all([telegram.close(), zalo.close()])
  })

  test('the same Telegram update five times brings one answer', async () => {
    const person = { id: 41, is_bot: false, first_name: 'Nguyễn Văn A' }
    const update = {
      update_id: 871300001,
      message: { message_id: 1, from: person, chat: { id: 41, type: 'private' }, date: 1789033572, text: 'chào em' },
    }
    const statuses = await Promise.all(Array.from({ length: 5 }, () => telegram.bring(update)))
    expect(statuses.flat()).toEqual([200, 200, 200, 200, 200])
    await newlySent(telegram, 0)
    await telegram.say(40, 'chào em')
    await vi.waitUntil(() => telegram.sent.some(({ chatId }) => chatId === 40), { timeout: 15_000, interval: 20 })
    expect(telegram.sent.filter(({ chatId }) => chatId === 41)).toHaveLength(1)
  })

  test('bare and wrapped Zalo events are answered alike', async () => {
    await zalo.say('b0', 'chào em', 'bare')
    await zalo.say('b1', 'chào em', 'wrapped')
    const answers = await newlySent(zalo, 0, 2)
    expect(answers[0]?.text).toBe(answers[1]?.text)
    expect(new Set(answers.map(({ chatId }) => chatId))).toEqual(new Set(['b0', 'b1']))
  })

  test('strangers and probes change nothing', async () => {
    expect(await zalo.probe()).toEqual([200])
    expect(await telegram.bring({ message: {} }, { secret: 'wrong', tries: 2 })).toEqual([401, 401])
    expect(await zalo.bring({}, { secret: 'wrong', tries: 2 })).toEqual([401, 401])
    const healthy = await fetch(`${server.address}/readyz`)
    expect(healthy.status).toBe(200)
  })

  test('a body of 300 KiB is refused while it is still coming', async () => {
    const chunks = new ReadableStream({ start: (c) => void [c.enqueue(new Uint8Array(300 * 1024).fill(32)), c.close()] })
    const headers = { 'x-telegram-bot-api-secret-token': SECRET }
    const request = { method: 'POST', headers, body: chunks, duplex: 'half' } as RequestInit
    expect((await fetch(`${server.address}/webhooks/telegram`, request)).status).toBe(413)
  })

  test('a linked officer asks, presses and blocks', async () => {
    const { storage, ids } = server.office
    const { units } = await storage.catalogs.load()
    const unit = units.find(({ isCollective }) => !isCollective)!
    const linkCode = {
      codeHash: ids.hash('482913'),
      role: 'officer',
      unitId: unit.id,
      name: null,
      expiresAt: '2026-11-22T00:00:00.000Z',
      usedAt: null,
    } as const
    await storage.ledger.commit([{ kind: 'create-link-code', linkCode }])

    await telegram.say(42, '/start 482913')
    await vi.waitUntil(() => telegram.sent.some(({ chatId }) => chatId === 42), { timeout: 15_000, interval: 20 })
    expect((await storage.officers.byAccount('telegram:42'))?.unitId).toBe(unit.id)

    const before = telegram.sent.length
    await telegram.say(42, 'đơn vị tôi có nhiệm vụ gì')
    const [answer] = await newlySent(telegram, before)
    expect(answer?.chatId).toBe(42)
    const [button] = answer!.buttons
    expect(button).toBeDefined()
    await telegram.press(42, answer!, button!.text)
    await newlySent(telegram, before, 2)
    await vi.waitUntil(() => telegram.answeredPresses.length === 1, { timeout: 15_000, interval: 20 })

    await telegram.block(42)
    const isClosed = async () =>
      (await storage.officers.all()).flatMap(({ accounts }) => accounts).some(({ closedAt }) => closedAt !== null)
    await vi.waitUntil(isClosed, { timeout: 15_000, interval: 20 })
  })

  test('an answer whose arrival is doubtful comes again, with its reference in sight', async () => {
    telegram.inject({ kind: 'reset-after-accept' })
    const before = telegram.sent.length
    await telegram.say(43, 'chào em')
    const [first, second] = await newlySent(telegram, before, 2)
    expect(second?.text.startsWith(first!.text)).toBe(true)
    expect(second?.text.slice(first!.text.length)).toMatch(/mã [A-Z0-9]{4}/)
  })
})
