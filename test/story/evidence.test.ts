import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../src/adapters/telegram/create-telegram-channel.ts'
import { createZaloBotChannel } from '../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import { openPress } from '../../src/entry/open-press.ts'
import { OPERATOR } from '../../src/usecases/leading/announce.ts'
import { makeReportFile } from '../../src/usecases/leading/make-report-file.ts'
import { startFakeTelegram, type FakeTelegram } from '../support/fake-telegram.ts'
import { startFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'
import { readWorkbook } from '../support/read-office-files.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

const UNIT = 'Phòng Nội vụ huyện Mỹ Lâm'

describe('evidence by number or link', () => {
  let office: TestOffice
  let officer: string
  const kept = () => office.office.storage.evidence.all()
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit(UNIT)
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
  })
  afterEach(() => office.close())

  test('is read back with the report that names it, and recorded with it under one reference', async () => {
    const readBack = await office.say(officer, 'việc 1 xong rồi, báo cáo số 112/BC-PNV ngày 20/11')
    expect(readBack).toContain('Kèm minh chứng: 112/BC-PNV ngày 20/11/2026')
    expect(readBack).not.toContain('hoàn thành (')
    expect(await kept()).toEqual([])
    expect(await office.say(officer, 'ghi')).toMatch(/Chờ lãnh đạo xác nhận: .*Minh chứng kèm theo: 112\/BC-PNV ngày 20\/11\/2026/s)
    const [report] = await office.office.storage.progress.all()
    expect(await kept()).toMatchObject([
      {
        item: { kind: 'document', number: '112/BC-PNV', issuedOn: '2026-11-20' },
        ref: report?.ref,
        reportId: report?.id,
        dutyId: report?.dutyId,
        unitId: report?.unitId,
      },
    ])
    expect(await office.say(officer, 'tiến độ phòng em thế nào')).toContain('minh chứng: 112/BC-PNV ngày 20/11/2026')
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('minh chứng: 112/BC-PNV ngày 20/11/2026')
  })

  test.each(['112/BC-PNV ngày 20/11', 'số 112/bc-pnv ngay 20/11 nhé', '112/BC-PNV'])(
    'goes to the report that was just recorded: %s',
    async (words) => {
      await office.say(officer, 'việc 2 xong rồi')
      await office.say(officer, 'ghi')
      expect(await office.say(officer, words)).toMatch(/Đã ghi minh chứng 112\/BC-PNV.*thi đua, khen thưởng/s)
      const [report] = await office.office.storage.progress.all()
      expect(await kept()).toMatchObject([{ reportId: report?.id, item: { number: '112/BC-PNV' } }])
    },
  )

  test('joins the report that waits for Ghi', async () => {
    await office.say(officer, 'việc 2 xong rồi')
    expect(await office.say(officer, '112/BC-PNV ngày 20/11/2026')).toContain('Chọn Ghi để ghi báo cáo (1 việc) cùng minh chứng')
    await office.say(officer, 'ghi')
    expect(await kept()).toHaveLength(1)
    expect(await office.office.storage.progress.all()).toHaveLength(1)
  })

  test('with nothing reported it is asked of which duty, by number or words; a question in between is answered', async () => {
    const asked = await office.say(officer, 'https://mylam.example/bao-cao?id=7&x=1')
    expect(asked).toMatch(/Đã nhận https:\/\/mylam\.example\/bao-cao\?id=7&x=1\. Của việc nào\?\n1\. /)
    expect(await kept()).toEqual([])
    expect(await office.say(officer, 'hạn việc 1 là bao giờ?')).toContain('15/12/2026')
    expect(await office.say(officer, 'việc 2 nhé')).toMatch(/Đã ghi minh chứng.*thi đua, khen thưởng/s)
    expect(await kept()).toMatchObject([{ item: { kind: 'link', url: 'https://mylam.example/bao-cao?id=7&x=1' }, reportId: null }])
  })

  test('an older report is asked about before anything is recorded', async () => {
    await office.say(officer, 'việc 2 xong rồi')
    await office.say(officer, 'ghi')
    office.clock.passMinutes(3 * 24 * 60)
    expect(await office.say(officer, '112/BC-PNV ngày 20/11')).toMatch(/Sẽ ghi minh chứng: 112\/BC-PNV.*thi đua/s)
    expect(await kept()).toEqual([])
    expect(await office.say(officer, 'ghi')).toContain('Đã ghi minh chứng')
    expect(await kept()).toHaveLength(1)
  })

  test('is counted in the leaders’ table', async () => {
    await office.say(officer, 'việc 1 xong, báo cáo 112/BC-PNV ngày 20/11')
    await office.say(officer, 'ghi')
    const world = await office.office.openWorld()
    const bytes = await makeReportFile('xlsx', { officer: OPERATOR, at: world.clock.now() }, world, openPress())
    expect(readWorkbook(bytes).flat().join('\n')).toContain('Báo cáo gần nhất 21/11/2026; 1 minh chứng')
  })

  test('announced for a duty, what comes next is read back for it', async () => {
    expect(await office.say(officer, 'minh chứng việc 2')).toContain('Minh chứng là gì?')
    expect(await office.say(officer, 'ghi')).toContain('Gõ "ghi"')
    expect(await office.say(officer, 'https://mylam.example/anh')).toMatch(/Sẽ ghi minh chứng.*thi đua/s)
    await office.say(officer, 'ghi')
    expect(await kept()).toHaveLength(1)
  })

  test('handed in a second time it is recorded once', async () => {
    await office.say(officer, 'minh chứng việc 2: 112/BC-PNV ngày 20/11')
    expect(await office.say(officer, 'minh chứng việc 2: 112/BC-PNV ngày 20/11')).toContain('đã ghi rồi')
    expect(await kept()).toHaveLength(1)
  })

  test('is dropped before it was recorded, and taken back after, alone or with its report; both versions stay', async () => {
    await office.say(officer, '112/BC-PNV ngày 20/11')
    expect(await office.say(officer, 'hủy')).toContain('Đã bỏ')
    expect(await kept()).toEqual([])

    await office.say(officer, 'việc 2 xong, báo cáo 112/BC-PNV ngày 20/11')
    await office.say(officer, 'ghi')
    office.clock.passMinutes(1)
    await office.say(officer, 'https://mylam.example/anh')
    office.clock.passMinutes(1)
    expect(await office.say(officer, 'hủy')).toContain('Đã rút lại minh chứng')
    expect(await office.say(officer, 'tiến độ phòng em thế nào')).not.toContain('mylam.example')
    office.clock.passMinutes(1)
    await office.say(officer, 'hủy')
    expect(await office.say(officer, 'tiến độ phòng em thế nào')).not.toContain('112/BC-PNV')
    expect(await kept()).toHaveLength(4)
  })

  test.each([
    'kế hoạch 12/KH-UBND nói gì',
    'việc 1 theo kế hoạch 12/KH-UBND xong rồi',
    'công văn 99/UBND đâu rồi?',
    'hạn báo cáo 1/12 phải không?',
  ])('a paper that is asked about, or that charges with the duty, is none: %s', async (words) => {
    await office.say(officer, words)
    await office.say(officer, 'ghi')
    expect(await kept()).toEqual([])
  })

  test('is not seen by people of other units, and only shown for duties of one’s own', async () => {
    await office.say(officer, 'việc 1 xong, báo cáo 112/BC-PNV ngày 20/11')
    await office.say(officer, 'ghi')
    const police = await office.admit('Công an huyện Mỹ Lâm')
    expect(await office.say(police, 'Phòng Nội vụ có nhiệm vụ gì')).not.toContain('112/BC-PNV')
    expect(await office.say(police, 'minh chứng việc 1: 5/BC-CAH ngày 20/11')).toContain('không giao cho')
    const leader = await office.admit(UNIT, 'leader')
    expect(await office.say(leader, 'Phòng Nội vụ tiến độ thế nào')).toContain('112/BC-PNV')
  })

  test('each paper of a list goes with the duty beside which it stands', async () => {
    await office.say(officer, 'việc 1 xong (báo cáo 112/BC-PNV ngày 20/11); việc 2 xong, báo cáo 113/BC-PNV')
    await office.say(officer, 'ghi')
    const log = await office.office.storage.progress.all()
    const numbers = (await kept()).map(({ item, reportId }) => [
      item.kind === 'document' ? item.number : '',
      log.findIndex(({ id }) => id === reportId),
    ])
    expect(numbers).toEqual([
      ['112/BC-PNV', 0],
      ['113/BC-PNV', 1],
    ])
  })
})

describe('photos and files', () => {
  let telegram: FakeTelegram
  let zalo: FakeZaloBot
  let office: TestOffice
  const kept = () => office.office.storage.evidence.all()
  const person = { id: 42, is_bot: false, first_name: 'Lan' }
  const onTelegram = async (message: object): Promise<string> => {
    // Telegram takes one message a second to one chat.
    office.clock.passMinutes(1)
    const before = telegram.sent.length
    const body = JSON.stringify({
      update_id: before + 1,
      message: { message_id: 1, date: 1_795_230_000, from: person, chat: { id: 42, type: 'private' }, ...message },
    })
    await office.receive({ platform: 'telegram', chatId: 'telegram:42', body })
    return telegram.sent
      .slice(before)
      .map(({ text }) => text)
      .join('\n')
  }
  const photo = [
    { file_id: 'small', file_unique_id: 's', width: 90, height: 90, file_size: 1000 },
    { file_id: 'large', file_unique_id: 'l', width: 900, height: 900, file_size: 90_000 },
  ]
  beforeEach(async () => {
    telegram = await startFakeTelegram('7000000001:evidence')
    zalo = await startFakeZaloBot('145:evidence')
    office = await openTestOffice({
      platforms: [
        createTelegramChannel({ token: '7000000001:evidence', apiRoot: telegram.apiRoot }),
        createZaloBotChannel({ token: '145:evidence', apiRoot: zalo.apiRoot, partPauseMs: 0 }),
      ],
    })
    await office.link('telegram:42', UNIT)
    await office.link('zalo-bot:a1b2', UNIT)
    telegram.know(42)
    zalo.know('a1b2')
    await onTelegram({ text: 'đơn vị tôi có nhiệm vụ gì' })
  })
  afterEach(async () => {
    office.close()
    await telegram.close()
    await zalo.close()
  })

  test('a photo under which a report is written goes with it, and so does the next of its album', async () => {
    expect(await onTelegram({ photo, caption: 'việc 2 xong rồi' })).toMatch(/Kèm minh chứng: ảnh \(việc 2 xong rồi\)/)
    expect(await onTelegram({ photo })).toContain('cùng minh chứng')
    await onTelegram({ text: 'ghi' })
    const [report] = await office.office.storage.progress.all()
    expect(await kept()).toMatchObject([
      { item: { kind: 'photo', file: { platform: 'telegram', id: 'large', size: 90_000 } }, reportId: report?.id },
      { item: { kind: 'photo', file: { id: 'large' }, caption: null }, reportId: report?.id },
    ])
  })

  test('a file with nothing reported is asked about; its name and type are kept as they came', async () => {
    const name = '<b>=HYPERLINK("http://x")</b>.pdf'
    const document = { file_id: 'doc-1', file_unique_id: 'd', file_name: name, mime_type: 'application/pdf', file_size: 2048 }
    expect(await onTelegram({ document })).toContain(`Đã nhận tệp ${name}. Của việc nào?`)
    expect(await onTelegram({ text: '2' })).toContain('Đã ghi minh chứng')
    expect(await kept()).toMatchObject([
      { item: { kind: 'file', file: { platform: 'telegram', id: 'doc-1', name, type: 'application/pdf', size: 2048 } } },
    ])
    expect(await onTelegram({ text: 'tiến độ phòng em thế nào' })).toContain(`minh chứng: tệp ${name}`)
  })

  test('a caption that points at a duty is enough', async () => {
    expect(await onTelegram({ photo, caption: 'minh chứng việc 1' })).toMatch(/Đã ghi minh chứng ảnh .*kỹ năng số/s)
    expect(await kept()).toHaveLength(1)
  })

  test('photos sent one after the other are asked about together', async () => {
    await onTelegram({ photo })
    expect(await onTelegram({ photo })).toContain('Đã nhận 2 ảnh. Của việc nào?')
    expect(await onTelegram({ text: 'việc 1' })).toContain('Đã ghi minh chứng 2 ảnh')
    expect(await kept()).toHaveLength(2)
  })

  test('a photo on Zalo is kept by its address', async () => {
    const message = {
      message_id: 'img-1',
      date: 1_795_230_000_000,
      chat: { id: 'a1b2', chat_type: 'PRIVATE' },
      from: { id: 'a1b2', is_bot: false },
      photo_url: 'https://photo.zdn.example/abc.jpg',
      caption: 'minh chứng việc 1',
      message_type: 'CHAT_PHOTO',
    }
    const body = JSON.stringify({ event_name: 'message.image.received', message })
    await office.receive({ platform: 'zalo-bot', chatId: 'zalo-bot:a1b2', body })
    expect(zalo.sent.at(-1)?.text).toContain('Đã ghi minh chứng')
    expect(await kept()).toMatchObject([
      { item: { kind: 'photo', file: { platform: 'zalo-bot', id: null, url: 'https://photo.zdn.example/abc.jpg' } } },
    ])
  })

  test('whoever is not linked is told the way in, whatever they send', async () => {
    telegram.know(43)
    const body = JSON.stringify({
      update_id: 99,
      message: { message_id: 1, from: { ...person, id: 43 }, chat: { id: 43, type: 'private' }, photo, caption: 'việc 1 xong' },
    })
    await office.receive({ platform: 'telegram', chatId: 'telegram:43', body })
    expect(telegram.sent.at(-1)?.text).toContain('chưa liên kết')
    expect(await kept()).toEqual([])
  })
})
