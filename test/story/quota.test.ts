import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createZaloBotChannel } from '../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import { readQuota } from '../../src/usecases/read-quota.ts'
import { anOutboxMessage } from '../support/builders.ts'
import { startFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('the monthly quota of Zalo', () => {
  let zalo: FakeZaloBot
  let office: TestOffice
  let leader: string
  beforeEach(async () => {
    zalo = await startFakeZaloBot('145:quota')
    office = await openTestOffice({ platforms: [createZaloBotChannel({ token: '145:quota', apiRoot: zalo.apiRoot })] })
    leader = await office.admit('Văn phòng HĐND và UBND huyện Mỹ Lâm', 'office')
    for (const id of ['a', 'b', 'c']) await office.link(`zalo-bot:${id}`, 'Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(async () => {
    office.close()
    await zalo.close()
  })
  const spend = async (count: number, at: string): Promise<void> => {
    const messages = Array.from({ length: count }, (_, number) =>
      anOutboxMessage({ id: `out_${at}_${number}`, platform: 'zalo-bot', chatId: 'zalo-bot:x', state: 'sent', notBefore: at }),
    )
    await office.office.storage.ledger.commit(messages.map((message) => ({ kind: 'queue-message', message })))
  }

  test('is counted from midnight in Viet Nam on the first', async () => {
    await spend(2, '2026-10-31T16:59:59.000Z')
    await spend(3, '2026-10-31T17:00:00.000Z')
    expect(await readQuota('zalo-bot', await office.office.openWorld())).toMatchObject({
      used: 3,
      most: 3000,
      left: 2997,
      isLow: false,
    })
    expect(await readQuota('telegram', await office.office.openWorld())).toBeUndefined()
  })

  test('too many messages means the month when its quota is nearly used up: no endless trying, and the leader learns why', async () => {
    for (const id of ['a', 'b', 'c']) zalo.know(id)
    await spend(2702, '2026-11-02T02:00:00.000Z')
    await office.say(leader, 'thông báo: mai họp')
    await office.say(leader, 'gửi')
    zalo.spendQuota()
    for (let minute = 0; minute < 4; minute += 1) {
      office.clock.passMinutes(1)
      await office.engine.deliver()
    }
    expect(zalo.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(3)
    expect(await office.say(leader, 'kết quả gửi')).toContain('hết số tin của tháng')
  })

  test('a moment’s refusal before that is tried again', async () => {
    zalo.know('a')
    await office.office.storage.ledger.commit([
      {
        kind: 'queue-message',
        message: anOutboxMessage({ platform: 'zalo-bot', chatId: 'zalo-bot:a', notBefore: office.clock.now() }),
      },
    ])
    zalo.inject({ kind: 'too-many', retryAfter: 1 })
    await office.engine.deliver()
    office.clock.passMinutes(2)
    await office.engine.deliver()
    expect(zalo.sent).toHaveLength(1)
  })

  test('a leader is not bothered while there is enough, warned when it gets low, refused when it is not enough', async () => {
    expect(await office.say(leader, 'thông báo: mai họp')).not.toContain('tháng này')
    await spend(2548, '2026-11-02T02:00:00.000Z')
    const warned = await office.say(leader, 'thông báo: mai họp')
    expect(warned).toMatch(/Sẽ gửi 3 người.*đã gửi 2548\/3000 tin, còn 452; lượt này cần 3/s)
    await spend(450, '2026-11-03T02:00:00.000Z')
    expect(await office.say(leader, 'thông báo: mai họp')).toContain('chỉ còn gửi được 2/3000 tin, lượt này cần 3')
    await office.say(leader, 'gửi')
    expect(await office.office.storage.broadcasts.by('off_terminal_office', 5)).toEqual([])
  })
})
