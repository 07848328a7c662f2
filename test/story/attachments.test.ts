import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../src/adapters/telegram/create-telegram-channel.ts'
import { createTryChannel } from '../../src/adapters/try/create-try-channel.ts'
import { createZaloBotChannel } from '../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import { renderTryMessage } from '../../src/console/render-try-message.ts'
import type { Platform } from '../../src/domain/message.ts'
import { openLinks } from '../../src/entry/open-links.ts'
import { readJson } from '../../src/entry/read-data.ts'
import { startFakeTelegram, type FakeTelegram } from '../support/fake-telegram.ts'
import { startFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

const ADDRESS = 'https://bot-2026.example.gov.vn'
const UNIT = 'Phòng Nội vụ huyện Mỹ Lâm'

describe('files go with the answer', () => {
  let telegram: FakeTelegram
  let zalo: FakeZaloBot
  let office: TestOffice
  const open = async (publicUrl: string | undefined): Promise<void> => {
    telegram = await startFakeTelegram('7000000001:files')
    zalo = await startFakeZaloBot('145:files')
    office = await openTestOffice({
      publicUrl,
      platforms: [
        createTelegramChannel({ token: '7000000001:files', apiRoot: telegram.apiRoot, partPauseMs: 0, timeoutMs: 3000 }),
        createZaloBotChannel({ token: '145:files', apiRoot: zalo.apiRoot, partPauseMs: 0, timeoutMs: 3000 }),
        createTryChannel(),
      ],
    })
    await office.link('telegram:42', UNIT, { role: 'leader' })
    await office.link('zalo-bot:a1b2', UNIT, { role: 'leader' })
    await office.link('try:leader', UNIT, { role: 'leader' })
    telegram.know(42)
    zalo.know('a1b2')
  }
  beforeEach(() => open(ADDRESS))
  afterEach(async () => {
    office.close()
    await telegram.close()
    await zalo.close()
  })
  const bodies: Readonly<Partial<Record<Platform, (text: string) => object>>> = {
    telegram: (text) => ({
      update_id: 1,
      message: { message_id: 1, from: { id: 42, is_bot: false }, chat: { id: 42, type: 'private' }, text },
    }),
    'zalo-bot': (text) => ({
      event_name: 'message.text.received',
      message: { message_id: `m-${text}`, chat: { id: 'a1b2', chat_type: 'PRIVATE' }, from: { id: 'a1b2', is_bot: false }, text },
    }),
    try: (text) => ({ text }),
  }
  const say = async (chatId: string, text: string): Promise<void> => {
    const platform = chatId.slice(0, chatId.indexOf(':')) as Platform
    office.clock.passMinutes(1)
    await office.receive({ platform, chatId, body: JSON.stringify(bodies[platform]?.(text)) })
  }
  // Telegram takes one message a second to one chat.
  const deliverLater = async (times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      office.clock.passMinutes(2)
      await office.engine.deliver()
    }
  }
  const outbox = (chatId: string) => office.office.storage.outbox.ofChat(chatId)

  test('on Telegram as photo and documents, the very files that the links lead to, without any address in the text', async () => {
    await say('telegram:42', 'gửi báo cáo tổng hợp bằng biểu đồ, excel và word')
    await deliverLater(2)
    expect(telegram.sent.map(({ text, file }) => [text.slice(0, 24), file?.kind, file?.name])).toEqual([
      ['Biểu đồ tiến độ theo đơn', 'photo', 'dondoc-2026-11-21.png'],
      ['Bảng tổng hợp theo đơn v', 'document', 'dondoc-2026-11-21.xlsx'],
      ['Báo cáo tổng hợp theo đơ', 'document', 'dondoc-2026-11-21.docx'],
    ])
    expect(telegram.sent.map(({ text }) => text).join()).not.toContain('https://')
    const links = await openLinks(office.office)
    for (const [index, message] of (await outbox('telegram:42')).entries()) {
      const response = await links.request(`/files/${message.attachment?.token}`)
      const size = (await response.arrayBuffer()).byteLength
      expect(Math.abs(size - (telegram.sent[index]?.file?.bytes.length ?? 0))).toBeLessThan(64)
    }
  })

  test('also where no public address is known', async () => {
    office.close()
    await telegram.close()
    await zalo.close()
    await open(undefined)
    await say('telegram:42', 'gửi biểu đồ tiến độ')
    expect(telegram.sent.map(({ file }) => file?.kind)).toEqual(['photo'])
    await say('zalo-bot:a1b2', 'gửi biểu đồ tiến độ')
    expect(zalo.sent.map(({ text }) => text).join()).toContain('PUBLIC_URL')
  })

  test('on Zalo as a picture that Zalo fetches by its link; other files as a link in the text', async () => {
    await say('zalo-bot:a1b2', 'gửi biểu đồ tiến độ')
    const photo = zalo.sent.at(-1)?.photo ?? ''
    expect(photo).toMatch(/^https:\/\/bot-2026\.example\.gov\.vn\/files\/[a-z0-9]+$/)
    const links = await openLinks(office.office)
    // Zalo fetches more than once.
    for (const path of [photo, photo].map((link) => new URL(link).pathname)) {
      const response = await links.request(path)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    }
    await say('zalo-bot:a1b2', 'xuất báo cáo excel')
    expect(zalo.sent.at(-1)).toMatchObject({
      text: expect.stringMatching(/tệp Excel: https:\/\/bot-2026\.example\.gov\.vn\/files\//),
    })
    expect(zalo.sent.at(-1)?.photo).toBeUndefined()
  })

  test('what a platform will not take goes as its link', async () => {
    telegram.inject({ method: 'sendPhoto', kind: 'not-ok' })
    zalo.inject({ method: 'sendPhoto', kind: 'not-ok' })
    await say('telegram:42', 'gửi biểu đồ tiến độ')
    await say('zalo-bot:a1b2', 'gửi biểu đồ tiến độ')
    for (const { text } of [telegram.sent.at(-1), zalo.sent.at(-1)].map((message) => message ?? { text: '' })) {
      expect(text).toMatch(/^Biểu đồ tiến độ.*\nhttps:\/\/bot-2026\.example\.gov\.vn\/files\//)
    }
  })

  test.each([
    ['a fault of the server is tried again and arrives once', { kind: 'server-error', status: 502 }, 1, ''],
    ['one that may have arrived is marked when it goes again', { kind: 'reset-after-accept' }, 2, 'có thể đã gửi rồi'],
  ] as const)('%s', async (_, fault, copies, mark) => {
    telegram.inject({ method: 'sendPhoto', ...fault })
    await say('telegram:42', 'gửi biểu đồ tiến độ')
    await deliverLater()
    const photos = telegram.sent.filter(({ file }) => file?.kind === 'photo')
    expect(photos).toHaveLength(copies)
    expect(photos.at(-1)?.text).toContain(mark)
    expect((await outbox('telegram:42')).map(({ state }) => state)).toEqual(['sent'])
  })

  test('whoever no longer leads when it leaves is sent nothing', async () => {
    telegram.inject({ method: 'sendPhoto', kind: 'server-error', status: 502 })
    await say('telegram:42', 'gửi biểu đồ tiến độ')
    await office.link('telegram:42', UNIT, { role: 'officer' })
    await deliverLater()
    expect(telegram.sent).toEqual([])
    expect((await outbox('telegram:42')).map(({ state }) => state)).toEqual(['failed'])
  })

  test('the try page shows the picture and offers the files, without any address', async () => {
    await say('try:leader', 'gửi báo cáo tổng hợp bằng biểu đồ và excel')
    const texts = readJson<Parameters<typeof renderTryMessage>[1]>('prompts/try.vi.json')
    const shown = await Promise.all(
      (await outbox('try:leader')).map(async (message) => String(await renderTryMessage(message, texts))),
    )
    expect(shown.join()).toMatch(/<img src="\/files\/[a-z0-9]+" alt="Biểu đồ tiến độ/)
    expect(shown.join()).toMatch(/<a class="file" href="\/files\/[a-z0-9]+" download="dondoc-2026-11-21.xlsx">/)
    expect(shown.join()).not.toContain('https://')
  })
})
