import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InboxEvent } from '../../src/domain/message.ts'
import { SendError, type Channel } from '../../src/ports/channel.ts'
import type { Webhook } from '../../src/ports/webhook.ts'
import { anOutboxMessage } from '../support/builders.ts'
import type { FakePlatform } from '../support/fake-platform.ts'

/** One platform's channel beside its fake, and events as the platform would bring them. */
export type ChannelWorld = {
  readonly channel: Channel
  readonly webhook: Webhook
  readonly fake: FakePlatform & { readonly sent: readonly { readonly text: string; readonly buttons?: readonly unknown[] }[] }
  readonly token: string
  /** A person whom the fake knows. */
  readonly chatId: string
  /** A private text of that person; the same id is the same event. */
  readonly event: (id: number, text: string) => object
  /** The bot's own message, come back as an event. */
  readonly echo: () => object
  /** The channel against another root: nobody listens there. */
  readonly unreachable: () => Channel
}

/** What every channel must do, whatever its platform. */
export function describeChannel(name: string, open: () => Promise<ChannelWorld>): void {
  describe(`the ${name} channel`, () => {
    let world: ChannelWorld
    beforeAll(async () => {
      world = await open()
    })
    afterAll(() => world.fake.close())

    const sentSince = (count: number) => world.fake.sent.slice(count).map(({ text }) => text)
    const send = (text: string, channel = world.channel) =>
      channel.send(anOutboxMessage({ platform: channel.platform, chatId: world.chatId, text }))
    const failure = (text = 'Xin chào', channel = world.channel): Promise<SendError> =>
      send(text, channel).then(
        () => Promise.reject(new Error('was sent')),
        (error: SendError) => error,
      )
    const inbound = (body: object) => {
      const event: InboxEvent = { ...stored, body: JSON.stringify(body) }
      return world.channel.normalize(event)
    }
    const stored = { key: 'k', platform: 'telegram', chatId: 'c', receivedAt: '2026-11-21T02:00:00.000Z' } as const

    test('reads a private text in NFC', () => {
      expect(inbound(world.event(1, 'Hạn việc 2'.normalize('NFD')))).toMatchObject({
        platform: world.channel.platform,
        kind: 'text',
        chat: { id: world.chatId, kind: 'private' },
        from: world.chatId,
        text: 'Hạn việc 2',
      })
    })

    test('files the same event under the same key, another under another, in the chat of its answer', () => {
      const [first, again, other] = [1, 1, 2].map((id) => world.webhook.file(world.event(id, 'Hạn?')))
      expect(again).toEqual(first)
      expect(other?.key).not.toBe(first?.key)
      expect(first?.chatId).toBe(world.chatId)
      expect(first?.key.startsWith(`${world.channel.platform}:`)).toBe(true)
      expect(JSON.stringify(first)).not.toContain(world.token)
    })

    test('hears nothing in its own messages', () => {
      expect(inbound(world.echo())).toBeUndefined()
    })

    test.each(['{}', '[]', 'null', '7', '"x"', '{"message":{}}', '{"result":null}', '{"event_name":{},"message":[]}'])(
      'hears nothing in %s',
      (body) => {
        expect(world.channel.normalize({ ...stored, body })).toBeUndefined()
        expect(world.webhook.file(JSON.parse(body))).toBeUndefined()
      },
    )

    test('sends a text and says under which number it went', async () => {
      const before = world.fake.sent.length
      expect((await send('Đã ghi.')).platformMessageId).toMatch(/\w+/)
      expect(sentSince(before)).toEqual(['Đã ghi.'])
    })

    test('sends markup as it was typed', async () => {
      const before = world.fake.sent.length
      await send('<b>1 & 2</b> *đậm* _gạch_ [x](y) `z`')
      expect(sentSince(before)).toEqual(['<b>1 & 2</b> *đậm* _gạch_ [x](y) `z`'])
    })

    test.each([-1, 0, 1, 2])('keeps the limit (%i beside it), with an emoji at the cut and letters in NFD', async (over) => {
      const before = world.fake.sent.length
      const { maxText } = world.channel.capabilities
      const text = `${'ế'.repeat(maxText - 2 + over)}👍`
      await send(text.normalize('NFD'))
      const parts = sentSince(before)
      expect(parts.join('')).toBe(text)
      expect(parts).toHaveLength(over > 0 ? 2 : 1)
    })

    test.each([
      ['too-many', { kind: 'too-many', retryAfter: 7 }, 'retry'],
      ['a fault of the server', { kind: 'server-error', status: 502 }, 'retry'],
      ['a block', { kind: 'blocked' }, 'closed'],
      ['200 with ok: false', { kind: 'not-ok' }, 'rejected'],
      ['silence', { kind: 'hang' }, 'unknown'],
      ['a reset before it was taken', { kind: 'reset-before-accept' }, 'unknown'],
      ['a reset after it was taken', { kind: 'reset-after-accept' }, 'unknown'],
      ['half an answer', { kind: 'half-answer' }, 'unknown'],
    ] as const)('calls %s by its outcome', async (_, fault, outcome) => {
      world.fake.inject(fault)
      const error = await failure()
      expect(error).toBeInstanceOf(SendError)
      expect(error.outcome).toBe(outcome)
      expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(world.token)
    })

    test('may try again when nobody was there to take it', async () => {
      const error = await failure('Xin chào', world.unreachable())
      expect(error.outcome).toBe('retry')
      expect(error.message).not.toContain(world.token)
    })

    test('calls a long message doubtful when only its first part arrived, whatever stopped the second', async () => {
      const before = world.fake.sent.length
      world.fake.inject({ kind: 'none' }, { kind: 'too-many', retryAfter: 7 })
      expect((await failure(`${'a'.repeat(world.channel.capabilities.maxText)} b`)).outcome).toBe('unknown')
      expect(sentSince(before)).toHaveLength(1)
    })

    test('rejects what no platform takes', async () => {
      expect((await failure(' \n ')).outcome).toBe('rejected')
    })
  })
}
