import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createZaloBotChannel } from '../../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import type { Channel } from '../../../src/ports/channel.ts'
import { anEvent, anOutboxMessage } from '../../support/builders.ts'
import { startFakeZaloBot, type FakeZaloBot } from '../../support/fake-zalo-bot.ts'

const token = '1459232241454765289:token-canary-abcdefghijklmnop'
const aMessage = (text = 'Đã ghi.') => anOutboxMessage({ platform: 'zalo-bot', chatId: 'zalo-bot:a1b2', text })

describe('Zalo Bot', () => {
  let fake: FakeZaloBot
  let channel: Channel
  beforeEach(async () => {
    fake = await startFakeZaloBot(token)
    channel = createZaloBotChannel({ token, apiRoot: `${fake.apiRoot}/`, partPauseMs: 0 })
    await fake.say('a1b2', 'Hi')
  })
  afterEach(() => fake.close())

  test('sends the text as it is and no buttons, whatever the choices', async () => {
    await channel.send({ ...aMessage('Trả lời 1 hoặc gõ: ghi'), choices: [{ id: 'chc_1', label: 'Ghi' }] })
    expect(fake.calls).toMatchObject([{ method: 'sendMessage', params: { chat_id: 'a1b2', text: 'Trả lời 1 hoặc gõ: ghi' } }])
    expect(Object.keys(fake.calls[0]!.params)).toEqual(['chat_id', 'text'])
  })

  test('waits when the quota is spent', async () => {
    fake.spendQuota()
    await expect(channel.send(aMessage())).rejects.toMatchObject({ outcome: 'retry', retryAfterMs: 30_000 })
  })

  test('tells the 403 of a person from the 403 that Zalo gives for its own faults', async () => {
    fake.inject({ kind: 'blocked' }, { kind: 'server-error', status: 403 })
    await expect(channel.send(aMessage())).rejects.toMatchObject({ outcome: 'closed' })
    await expect(channel.send(aMessage())).rejects.toMatchObject({ outcome: 'retry' })
  })

  test('keeps messages while its token is wrong', async () => {
    const wrong = createZaloBotChannel({ token: '1:wrong', apiRoot: fake.apiRoot })
    await expect(wrong.send(aMessage())).rejects.toMatchObject({ outcome: 'retry', retryAfterMs: 60_000 })
  })

  test('learns its own name, by which groups call it', async () => {
    await channel.introduce!()
    const message = {
      chat: { chat_type: 'GROUP', id: 'g1' },
      message_id: 'm1',
      from: { id: 'a1b2' },
      text: '@bot đôn đốc, tổng hợp'.normalize('NFD'),
    }
    const body = JSON.stringify({ event_name: 'message.text.received', message })
    expect(channel.normalize(anEvent({ platform: 'zalo-bot', body }))?.text).toBe('tổng hợp')
  })
})
