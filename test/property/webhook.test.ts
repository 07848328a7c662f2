import fc from 'fast-check'
import { describe, test } from 'vitest'
import { createSecretMatcher } from '../../src/adapters/system/create-secret-matcher.ts'
import { createTelegramChannel } from '../../src/adapters/telegram/create-telegram-channel.ts'
import { createTelegramWebhook } from '../../src/adapters/telegram/create-telegram-webhook.ts'
import { createZaloBotChannel } from '../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import { createZaloBotWebhook } from '../../src/adapters/zalo-bot/create-zalo-bot-webhook.ts'
import { anEvent } from '../support/builders.ts'

const access = {
  token: '7000000001:property',
  apiRoot: 'http://127.0.0.1:9',
  isSecret: createSecretMatcher('secret-of-the-property'),
}
const PLATFORMS = [
  { webhook: createTelegramWebhook(access), channel: createTelegramChannel(access) },
  { webhook: createZaloBotWebhook(access), channel: createZaloBotChannel(access) },
]

// Bodies that look like events, with something odd in any place.
const odd = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })
function orOdd<Value>(usual: fc.Arbitrary<Value>) {
  return fc.tuple(usual, odd).map(([value, strange]) => (strange === undefined ? value : strange))
}
const person = orOdd(fc.record({ id: orOdd(fc.oneof(fc.integer(), fc.string())), is_bot: fc.boolean() }, { requiredKeys: ['id'] }))
const chat = orOdd(
  fc.record({
    id: orOdd(fc.oneof(fc.integer(), fc.string())),
    type: orOdd(fc.constantFrom('private', 'group')),
    chat_type: fc.constantFrom('PRIVATE', 'GROUP'),
  }),
)
const message = orOdd(
  fc.record(
    {
      message_id: fc.oneof(fc.integer(), fc.string()),
      chat,
      from: person,
      date: orOdd(fc.double()),
      text: orOdd(fc.string({ unit: 'binary' })),
    },
    { requiredKeys: ['chat', 'from', 'message_id'] },
  ),
)
const event = fc.oneof(
  fc.record({ update_id: orOdd(fc.nat()), message }),
  fc.record({
    update_id: fc.nat(),
    callback_query: orOdd(fc.record({ id: fc.string(), from: person, message, data: orOdd(fc.string()) })),
  }),
  fc.record({ update_id: fc.nat(), my_chat_member: orOdd(fc.record({ chat, from: person, new_chat_member: odd })) }),
  fc.record({ event_name: fc.constant('message.text.received'), message }),
  fc.record({ ok: fc.constant(true), result: fc.record({ event_name: fc.constant('message.image.received'), message }) }),
  fc.jsonValue(),
)

describe.each(PLATFORMS)('whatever $webhook.platform brings', ({ webhook, channel }) => {
  test('is filed under its own platform or not at all, and read without a fault', () => {
    fc.assert(
      fc.property(event, (brought) => {
        const body = JSON.stringify(brought)
        const filed = webhook.file(JSON.parse(body))
        const heard = channel.normalize(anEvent({ body }))
        const isOwn = !filed || [filed.key, filed.chatId].every((id) => id.startsWith(`${webhook.platform}:`))
        return isOwn && (!heard || (heard.chat.id === filed?.chatId && heard.text === heard.text.normalize('NFC')))
      }),
      { numRuns: 500 },
    )
  })
})
