import { describe, expect, test } from 'vitest'
import { createSecretMatcher } from '../../../src/adapters/system/create-secret-matcher.ts'
import { createLog } from '../../../src/adapters/system/log.ts'
import { createTelegramWebhook } from '../../../src/adapters/telegram/create-telegram-webhook.ts'
import { createZaloBotWebhook } from '../../../src/adapters/zalo-bot/create-zalo-bot-webhook.ts'
import type { InboxEvent } from '../../../src/domain/message.ts'
import { createApp, type AppDeps } from '../../../src/http/create-app.ts'
import { createMeter } from '../../../src/http/create-meter.ts'

const TELEGRAM_SECRET = 'telegram-secret-canary'
const ZALO_SECRET = 'zalo-secret-canary'
type Body = string | ReadableStream<Uint8Array>

const update = {
  update_id: 7,
  message: { message_id: 1, date: 1789033572, chat: { id: 42, type: 'private' }, from: { id: 42 }, text: 'Hạn?' },
}
const event = {
  event_name: 'message.text.received',
  message: {
    date: 1789033572455,
    chat: { chat_type: 'PRIVATE', id: 'a1b2' },
    message_id: '0c95',
    from: { id: 'a1b2' },
    text: 'Hạn?',
  },
}

function aWorld(over: Partial<AppDeps> = {}) {
  const stored: InboxEvent[] = []
  const logged: string[] = []
  let woken = 0
  const meter = createMeter()
  const app = createApp({
    webhooks: [
      createTelegramWebhook({ token: '11:canary', isSecret: createSecretMatcher(TELEGRAM_SECRET) }),
      createZaloBotWebhook({ token: '22:canary', isSecret: createSecretMatcher(ZALO_SECRET) }),
    ],
    inbox: {
      accept: async (one) => {
        if (stored.some(({ key }) => key === one.key)) return 'repeated'
        stored.push(one)
        return 'new'
      },
    },
    clock: { now: () => '2026-11-21T02:00:00.000Z' },
    log: createLog('info', { write: (line) => void logged.push(line) }),
    meter,
    onAccepted: () => void (woken += 1),
    isReady: async () => true,
    metrics: { isToken: createSecretMatcher('metrics-canary'), render: () => meter.render({ dondoc_chats_waiting: 3 }) },
    ...over,
  })
  const post = (path: string, headers: Record<string, string>, body?: Body) =>
    app.request(path, { method: 'POST', headers, ...(body === undefined ? {} : { body, duplex: 'half' }) } as RequestInit)
  return {
    app,
    stored,
    logged,
    woken: () => woken,
    telegram: (body?: Body, secret = TELEGRAM_SECRET) =>
      post('/webhooks/telegram', { 'X-Telegram-Bot-Api-Secret-Token': secret, 'content-type': 'application/json' }, body),
    zalo: (body?: Body, secret = ZALO_SECRET) => post('/webhooks/zalo-bot', { 'X-Bot-Api-Secret-Token': secret }, body),
    post,
  }
}

function inChunks(text: string, size = 1000): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, (at += size)))
    },
  })
}

describe('a webhook', () => {
  test('stores an event once and wakes the worker once, however often it comes', async () => {
    const world = aWorld()
    for (let time = 0; time < 5; time++) expect((await world.telegram(JSON.stringify(update))).status).toBe(200)
    expect(world.stored).toEqual([
      {
        key: 'telegram:11:7',
        platform: 'telegram',
        chatId: 'telegram:42',
        body: JSON.stringify(update),
        receivedAt: '2026-11-21T02:00:00.000Z',
      },
    ])
    expect(world.woken()).toBe(1)
  })

  test('files a wrapped event as the bare one', async () => {
    const world = aWorld()
    await world.zalo(JSON.stringify(event))
    await world.zalo(JSON.stringify({ ok: true, result: event }))
    expect(world.stored.map(({ key, chatId }) => [key, chatId])).toEqual([
      ['zalo-bot:22:message.text.received:0c95', 'zalo-bot:a1b2'],
    ])
  })

  test('refuses strangers with 401, without reading what they bring', async () => {
    const world = aWorld()
    const unread = new ReadableStream({ pull: () => Promise.reject(new Error('was read')) }, { highWaterMark: 0 })
    expect((await world.telegram(unread, 'wrong')).status).toBe(401)
    expect((await world.telegram(JSON.stringify(update), '')).status).toBe(401)
    expect((await world.post('/webhooks/telegram', {}, JSON.stringify(update))).status).toBe(401)
    expect((await world.zalo(JSON.stringify(event), TELEGRAM_SECRET)).status).toBe(401)
    expect((await world.zalo(undefined, 'wrong')).status).toBe(401)
    expect((await world.post('/webhooks/zalo-bot', {}, JSON.stringify(event))).status).toBe(401)
    expect(world.stored).toEqual([])
  })

  test("answers Zalo's empty probes with 200, with and without the secret", async () => {
    const world = aWorld()
    expect((await world.post('/webhooks/zalo-bot', {})).status).toBe(200)
    expect((await world.post('/webhooks/zalo-bot', { 'content-length': '0' })).status).toBe(200)
    expect((await world.zalo()).status).toBe(200)
    expect((await world.zalo('{}')).status).toBe(200)
    expect(world.stored).toEqual([])
  })

  test('refuses a body over 256 KiB with 413, announced or in chunks', async () => {
    const world = aWorld()
    const long = JSON.stringify({ ...update, padding: 'x'.repeat(256 * 1024) })
    expect(
      (
        await world.post(
          '/webhooks/telegram',
          { 'X-Telegram-Bot-Api-Secret-Token': TELEGRAM_SECRET, 'content-length': String(long.length) },
          long,
        )
      ).status,
    ).toBe(413)
    expect((await world.telegram(inChunks(long))).status).toBe(413)
    expect(world.stored).toEqual([])
  })

  test('takes a body in chunks that cut letters', async () => {
    const world = aWorld()
    expect((await world.telegram(inChunks(JSON.stringify(update), 3))).status).toBe(200)
    expect(world.stored[0]?.body).toBe(JSON.stringify(update))
  })

  test.each(['{"update_id":', '', 'update_id=7', '[1,'])('answers broken JSON (%s) with 400', async (body) => {
    expect((await aWorld().telegram(body)).status).toBe(400)
  })

  test.each([
    '{}',
    '[]',
    'null',
    '"text"',
    '{"update_id":7}',
    '{"update_id":7,"poll":{"id":"1"}}',
    '{"update_id":"7","message":{"chat":{"id":42,"type":"private"}}}',
    '{"update_id":7,"message":{"chat":{}}}',
    '{"__proto__":{"update_id":7}}',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  ])('answers an event it does not know with 200 and keeps nothing', async (body) => {
    const world = aWorld()
    expect((await world.telegram(body)).status).toBe(200)
    expect((await world.zalo(body)).status).toBe(200)
    expect(world.stored).toEqual([])
  })

  test('answers 503 when the store fails, and logs neither the secret nor the text', async () => {
    const full = Object.assign(new Error(`insert failed: ${JSON.stringify(update)}`), { code: 'SQLITE_FULL' })
    const world = aWorld({ inbox: { accept: () => Promise.reject(new Error('Failed query: Hạn?', { cause: full })) } })
    const answer = await world.telegram(JSON.stringify(update))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(world.logged.join()).toContain('SQLITE_FULL')
    expect(world.logged.join()).not.toMatch(/Hạn|canary/)
    expect(world.woken()).toBe(0)
  })
})

describe('health', () => {
  test('is alive, and ready only while the store is', async () => {
    const { app } = aWorld({ isReady: async () => Promise.reject(new Error('disk')) })
    expect((await app.request('/healthz')).status).toBe(200)
    expect((await app.request('/readyz')).status).toBe(503)
    expect((await aWorld().app.request('/readyz')).status).toBe(200)
  })

  test('shows numbers to who has the token, and none of them is a secret', async () => {
    const world = aWorld()
    await world.telegram(JSON.stringify(update))
    await world.telegram(JSON.stringify(update), 'wrong')
    expect((await world.app.request('/metrics')).status).toBe(401)
    expect((await world.app.request('/metrics', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    const answer = await world.app.request('/metrics', { headers: { authorization: 'Bearer metrics-canary' } })
    expect(await answer.text()).toBe(
      [
        '# TYPE dondoc_webhook_events_total counter',
        'dondoc_webhook_events_total{outcome="new",platform="telegram"} 1',
        'dondoc_webhook_events_total{outcome="stranger",platform="telegram"} 1',
        '# TYPE dondoc_chats_waiting gauge',
        'dondoc_chats_waiting 3',
        '',
      ].join('\n'),
    )
  })

  test('answers an unknown path with 404', async () => {
    expect((await aWorld().app.request('/nothing')).status).toBe(404)
  })
})
