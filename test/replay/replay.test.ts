import { describe, expect, test } from 'vitest'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { createSecretMatcher } from '../../src/adapters/system/create-secret-matcher.ts'
import { createTelegramChannel } from '../../src/adapters/telegram/create-telegram-channel.ts'
import { createTelegramWebhook } from '../../src/adapters/telegram/create-telegram-webhook.ts'
import { createZaloBotChannel } from '../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import { createZaloBotWebhook } from '../../src/adapters/zalo-bot/create-zalo-bot-webhook.ts'
import type { InboundMessage } from '../../src/domain/message.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import { fixedClock } from '../support/clock.ts'
import telegramRecords from './telegram.json' with { type: 'json' }
import zaloBotRecords from './zalo-bot.json' with { type: 'json' }

/** A recorded event: under which key it is filed (null: not at all) and what is heard in it (null: nothing). */
type Recorded = {
  readonly name: string
  readonly body: object
  readonly filed: string | null
  readonly hears: Partial<InboundMessage> | null
}

const SECRET = 'secret-of-the-replay'
const isSecret = createSecretMatcher(SECRET)
const telegram = {
  token: '7000000001:replay',
  apiRoot: 'http://127.0.0.1:9',
  botInfo: { id: 7_000_000_001, username: 'dondoc_thu_bot' },
}
const zaloBot = { token: '1459232241454765289:replay', apiRoot: 'http://127.0.0.1:9', botInfo: { displayName: 'Bot Đôn đốc' } }

const PLATFORMS = [
  { webhook: createTelegramWebhook({ ...telegram, isSecret }), channel: createTelegramChannel(telegram), records: telegramRecords },
  { webhook: createZaloBotWebhook({ ...zaloBot, isSecret }), channel: createZaloBotChannel(zaloBot), records: zaloBotRecords },
]

const quiet = () => {}

function aServer() {
  const { inbox } = createSqliteStorage(':memory:', 'data/migrations')
  const meter = createMeter()
  const app = createApp({
    webhooks: PLATFORMS.map(({ webhook }) => webhook),
    inbox,
    clock: fixedClock(),
    log: { info: quiet, warn: quiet, error: quiet },
    meter,
    onAccepted: quiet,
    isReady: async () => true,
    metrics: { isToken: () => false, render: () => meter.render() },
  })
  return { app, inbox }
}

describe.each(PLATFORMS)('recorded events of $webhook.platform', ({ webhook, channel, records }) => {
  test.each(records as Recorded[])('$name', async ({ body, filed, hears }) => {
    const { app, inbox } = aServer()
    const request = () =>
      app.request(webhook.path, { method: 'POST', headers: { [webhook.secretHeader]: SECRET }, body: JSON.stringify(body) })
    expect([(await request()).status, (await request()).status]).toEqual([200, 200])

    const events = await inbox.waiting(10)
    expect(events.map(({ key }) => key)).toEqual(filed === null ? [] : [filed])
    const heard = events.flatMap((event) => channel.normalize(event) ?? [])
    expect(heard).toMatchObject(hears ? [hears] : [])
  })
})
