import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import worker from '../../src/entry/worker.ts'

const bindings = {
  TELEGRAM_BOT_TOKEN: '7000000001:replay-replay-replay',
  TELEGRAM_WEBHOOK_SECRET: 'telegram-secret-of-the-replay',
  TELEGRAM_API_ROOT: 'http://telegram.test',
  ZALO_BOT_TOKEN: '1459232241454765289:replay-replay',
  ZALO_BOT_WEBHOOK_SECRET: 'zalo-secret-of-the-replay',
  ZALO_BOT_API_ROOT: 'http://zalo.test',
  TODAY: '2026-11-21',
  LOG_LEVEL: 'silent',
}

type Sent = { readonly url: string; readonly body: Record<string, unknown> }

describe('the Worker, on D1 in workerd', () => {
  const sent: Sent[] = []
  const realFetch = globalThis.fetch

  beforeEach(async () => {
    await reset()
    await applyD1Migrations(env.DB, env.MIGRATIONS)
    sent.length = 0
    // The only thing outside the Worker is the platform: its answers come from here.
    globalThis.fetch = async (input, init) => {
      const request = new Request(input as Request, init)
      sent.push({ url: request.url, body: await request.json() })
      return Response.json({ ok: true, result: { message_id: sent.length } })
    }
  })
  afterEach(() => {
    globalThis.fetch = realFetch
  })

  const post = async (path: string, headers: Record<string, string>, body: object): Promise<number> => {
    const work: Promise<unknown>[] = []
    const request = new Request(`http://dondoc.test${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const response = await worker.fetch(request, { DB: env.DB, ...bindings } as never, { waitUntil: (each) => work.push(each) })
    await Promise.all(work)
    return response.status
  }

  const telegramUpdate = (text: string, id = 1): object => ({
    update_id: id,
    message: {
      message_id: id,
      date: 1_795_226_400,
      chat: { id: 42, type: 'private', first_name: 'An' },
      from: { id: 42, is_bot: false, first_name: 'An' },
      text,
    },
  })
  const zaloEvent = (text: string, id: string): object => ({
    event_name: 'message.text.received',
    message: {
      date: 1_795_226_400_000,
      chat: { chat_type: 'PRIVATE', id: 'a1b2c3' },
      message_id: id,
      from: { id: 'a1b2c3', is_bot: false, display_name: 'An' },
      text,
    },
  })

  test('answers a replayed Telegram message, once however often it is delivered', async () => {
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': bindings.TELEGRAM_WEBHOOK_SECRET }
    expect(await post('/webhooks/telegram', headers, telegramUpdate('chào em'))).toBe(200)
    expect(await post('/webhooks/telegram', headers, telegramUpdate('chào em'))).toBe(200)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url).toContain('/sendMessage')
    expect(sent[0]?.body).toMatchObject({ chat_id: expect.anything(), text: expect.stringContaining('mã liên kết') })
  })

  test('answers a replayed Zalo message', async () => {
    const headers = { 'X-Bot-Api-Secret-Token': bindings.ZALO_BOT_WEBHOOK_SECRET }
    expect(await post('/webhooks/zalo-bot', headers, zaloEvent('Phòng Nội vụ có nhiệm vụ gì', 'm1'))).toBe(200)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toMatchObject({ chat_id: 'a1b2c3', text: expect.stringContaining('chưa liên kết') })
  })

  test('takes in nothing from a stranger', async () => {
    expect(await post('/webhooks/telegram', { 'X-Telegram-Bot-Api-Secret-Token': 'guess' }, telegramUpdate('chào em'))).toBe(401)
    expect(sent).toEqual([])
  })

  test('the cron trigger loads the plans of the deployment', async () => {
    await worker.scheduled({}, { DB: env.DB, ...bindings } as never)
    const count = await (env.DB as unknown as { prepare: (sql: string) => { first: (column: string) => Promise<number> } })
      .prepare('select count(*) as n from plans')
      .first('n')
    expect(count).toBe(5)
  })
})
