import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildKeyboard } from '../../../src/adapters/telegram/build-keyboard.ts'
import { createTelegramChannel } from '../../../src/adapters/telegram/create-telegram-channel.ts'
import type { Channel } from '../../../src/ports/channel.ts'
import { anEvent, anOutboxMessage } from '../../support/builders.ts'
import { startFakeTelegram, TELEGRAM_BOT, type FakeTelegram } from '../../support/fake-telegram.ts'

const token = `${TELEGRAM_BOT.id}:AAF-token-canary_0123456789abcdefghi`
const choices = [
  { id: 'chc_1', label: 'Ghi' },
  { id: 'chc_2', label: 'Hủy' },
]

describe('Telegram', () => {
  let fake: FakeTelegram
  let channel: Channel
  beforeEach(async () => {
    fake = await startFakeTelegram(token)
    channel = createTelegramChannel({ token, apiRoot: fake.apiRoot, partPauseMs: 0 })
    await fake.say(42, 'Hi')
  })
  afterEach(() => fake.close())

  test('shows choices as buttons under the last part', async () => {
    await channel.send(anOutboxMessage({ text: `${'a'.repeat(4096)} b`, choices }))
    expect(fake.sent.map(({ buttons }) => buttons)).toEqual([
      [],
      [
        { text: 'Ghi', data: 'chc_1' },
        { text: 'Hủy', data: 'chc_2' },
      ],
    ])
  })

  test('sends a choice of 64 bytes and refuses one of 65 before anything goes out', async () => {
    const [fits, over] = ['x'.repeat(64), `đ${'x'.repeat(63)}`].map((id) => anOutboxMessage({ choices: [{ id, label: 'Ghi' }] }))
    await channel.send(fits!)
    await expect(channel.send(over!)).rejects.toMatchObject({ outcome: 'rejected' })
    expect(fake.sent).toHaveLength(1)
  })

  test('answers a press once; a stale one is an error for the log', async () => {
    await channel.send(anOutboxMessage({ choices }))
    await fake.press(42, fake.sent[0]!, 'Ghi')
    const [pressId = ''] = fake.openPresses
    await channel.answerPress!(pressId)
    expect(fake.answeredPresses).toEqual([pressId])
    await expect(channel.answerPress!(pressId)).rejects.toThrow('query is too old')
  })

  test('says how long Telegram wants to be left alone', async () => {
    fake.inject({ kind: 'too-many', retryAfter: 37 })
    await expect(channel.send(anOutboxMessage())).rejects.toMatchObject({ outcome: 'retry', retryAfterMs: 37_000 })
  })

  test('knows a block when it sends', async () => {
    await fake.block(42)
    await expect(channel.send(anOutboxMessage())).rejects.toMatchObject({ outcome: 'closed' })
  })

  test('keeps messages while its token is wrong', async () => {
    const wrong = createTelegramChannel({ token: '1:wrong', apiRoot: fake.apiRoot })
    await expect(wrong.send(anOutboxMessage())).rejects.toMatchObject({ outcome: 'retry', retryAfterMs: 60_000 })
  })

  test('learns its own name, by which groups call it', async () => {
    await channel.introduce!()
    const inGroup = (text: string) => {
      const message = { chat: { id: -7, type: 'group' }, from: { id: 42 }, text }
      return channel.normalize(anEvent({ body: JSON.stringify({ update_id: 1, message }) }))
    }
    expect(inGroup('@dondoc_thu_bot tổng hợp')?.text).toBe('tổng hợp')
    expect(inGroup('@other_bot tổng hợp')).toBeUndefined()
    expect(inGroup('/help@other_bot')).toBeUndefined()
    expect(inGroup('/help')?.text).toBe('/help')
  })

  test.each([
    ['a date out of this world', { date: 1e300 }],
    ['a date in words', { date: 'today' }],
  ])('hears a message with %s', (_, odd) => {
    const message = { chat: { id: 42, type: 'private' }, from: { id: 42 }, text: 'Hạn?', ...odd }
    expect(channel.normalize(anEvent({ body: JSON.stringify({ update_id: 1, message }) }))).toEqual({
      platform: 'telegram',
      kind: 'text',
      chat: { id: 'telegram:42', kind: 'private' },
      from: 'telegram:42',
      text: 'Hạn?',
    })
  })
})

describe('the keyboard', () => {
  test('puts short choices into one row and gives a long one its own', () => {
    const labels = ['Ghi', 'Sửa', 'Hủy', 'Xem', 'Phòng Văn hóa và Thông tin huyện', 'Tiếp']
    const rows = buildKeyboard(labels.map((label, i) => ({ id: `c${i}`, label })))
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Ghi', 'Sửa', 'Hủy'],
      ['Xem'],
      ['Phòng Văn hóa và Thông tin huyện'],
      ['Tiếp'],
    ])
  })
})
