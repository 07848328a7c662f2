import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import readings from '../../../data/plans/readings.json' with { type: 'json' }
import { openDeployedWorker, type DeployedWorker } from './open-deployed-worker.ts'

// A busy machine bundles slowly and starts workerd slowly.
const PATIENCE = { timeout: 30_000, interval: 20 }
const UNIT = { name: 'Phòng Nội vụ', place: 'Bình Sơn' }
const DUTIES = 'đơn vị tôi có nhiệm vụ gì'

describe('the Worker that wrangler deploys, in workerd on D1', () => {
  let worker: DeployedWorker
  let fresh = 1000

  beforeAll(async () => {
    worker = await openDeployedWorker()
    await worker.tick()
  }, 120_000)
  afterAll(() => worker.close(), 60_000)

  /** What a chat was sent since so many messages ago, once there is that much and the Worker has nothing left to do. */
  const hear = async <Message extends { readonly chatId: unknown; readonly text: string }>(
    sent: readonly Message[],
    chatId: Message['chatId'],
    count: number,
  ): Promise<readonly string[]> => {
    const heard = () => sent.filter((message) => message.chatId === chatId).map(({ text }) => text)
    await expect.poll(() => heard().length, PATIENCE).toBeGreaterThanOrEqual(count)
    await worker.tick()
    expect(heard()).toHaveLength(count)
    return heard()
  }

  test('its cron trigger loads the plans that were read before the deployment, once', async () => {
    const before = await worker.storage.catalogs.load()
    expect(before.plans.map(({ slug }) => slug).toSorted()).toEqual(readings.map(({ slug }) => slug))
    expect(await worker.tick()).toBe('ok')
    expect(await worker.storage.catalogs.version()).toBe(before.version)
  })

  test('a stranger on Telegram is helped to link and told nothing else, through telegraf', async () => {
    const person = (fresh += 1)
    expect(await worker.telegram.say(person, 'Phòng Nội vụ có nhiệm vụ gì')).toEqual([200])
    const [answer] = await hear(worker.telegram.sent, person, 1)
    expect(answer).toContain('chưa liên kết')
  })

  test('a person links on Telegram with a code that came as SQL, and asks for the duties of their unit', async () => {
    const person = (fresh += 1)
    const code = await worker.inviteBySql('Phòng Nội vụ huyện Bình Sơn')
    await worker.telegram.say(person, `mã liên kết ${code}`)
    await hear(worker.telegram.sent, person, 1)
    await worker.telegram.say(person, DUTIES)
    const [linked, duties] = await hear(worker.telegram.sent, person, 2)
    expect(linked).toContain('Đã liên kết với Phòng Nội vụ')
    expect(duties).toContain('815/UBND')
  })

  test.each(['bare', 'wrapped'] as const)(
    'a person links on Zalo and asks for the duties of their unit (%s events)',
    async (wrapping) => {
      const person = `a1b2c3${wrapping}`
      const code = await worker.invite(UNIT)
      await worker.zaloBot.say(person, `mã liên kết ${code}`, wrapping)
      await hear(worker.zaloBot.sent, person, 1)
      await worker.zaloBot.say(person, DUTIES, wrapping)
      const [linked, duties] = await hear(worker.zaloBot.sent, person, 2)
      expect(linked).toContain('Đã liên kết với Phòng Nội vụ')
      expect(duties).toContain('815/UBND')
    },
  )

  test('an event that is delivered many times at once is answered once', async () => {
    const person = (fresh += 1)
    const from = { id: person, is_bot: false, first_name: 'An' }
    const message = {
      message_id: 1,
      date: 1789033572,
      chat: { id: person, type: 'private', first_name: 'An' },
      from,
      text: 'chào em',
    }
    const update = { update_id: 900_000_000 + person, message }
    const statuses = await Promise.all(Array.from({ length: 6 }, () => worker.telegram.bring(update)))
    expect(statuses.flat()).toEqual([200, 200, 200, 200, 200, 200])
    await hear(worker.telegram.sent, person, 1)
    await worker.telegram.bring(update)
    await hear(worker.telegram.sent, person, 1)
  })

  test('chats that write at the same time are each answered, a chat in its order', async () => {
    const people = [(fresh += 1), (fresh += 1), (fresh += 1)]
    const code = await worker.invite(UNIT)
    const [first = 0] = people
    await Promise.all(people.map((person) => worker.telegram.say(person, person === first ? `mã liên kết ${code}` : 'chào em')))
    await Promise.all(people.map((person) => worker.telegram.say(person, DUTIES)))
    for (const person of people.slice(1)) expect((await hear(worker.telegram.sent, person, 2))[1]).toContain('chưa liên kết')
    expect((await hear(worker.telegram.sent, first, 2))[1]).toContain('815/UBND')
  })

  test('what a request could not finish is finished by the cron trigger', async () => {
    const person = (fresh += 1)
    await worker.telegram.say(person, 'chào em')
    await hear(worker.telegram.sent, person, 1)
    const from = { id: person, is_bot: false, first_name: 'An' }
    const chat = { id: person, type: 'private', first_name: 'An' }
    const body = { update_id: 800_000_000, message: { message_id: 2, date: 1789033572, chat, from, text: DUTIES } }
    // Stored and acknowledged, and then the isolate died.
    const event = { key: `telegram:left-${person}`, platform: 'telegram', chatId: `telegram:${person}` } as const
    await worker.storage.inbox.accept({ ...event, body: JSON.stringify(body), receivedAt: '2026-11-21T02:00:00.000Z' })
    expect(await worker.tick()).toBe('ok')
    await hear(worker.telegram.sent, person, 2)
  })

  test('takes in nothing from a stranger', async () => {
    const update = { message: { message_id: 1, date: 1789033572, chat: { id: 1, type: 'private' }, text: 'chào em' } }
    expect(await worker.telegram.bring(update, { secret: 'guess-guess-guess-guess', tries: 1 })).toEqual([401])
    expect(await worker.zaloBot.probe()).toEqual([200])
    expect(await worker.storage.inbox.waiting(10)).toEqual([])
  })

  test('a faulty configuration is told to the log by name and to the caller not at all', async () => {
    worker.takeLogs()
    await worker.redeploy({ TODAY: 'canary-day', LOG_LEVEL: 'canary-level' })
    const response = await fetch(new URL('/healthz', worker.url))
    expect(response.status).toBe(500)
    const body = await response.text()
    expect(body).toContain('not configured')
    await expect
      .poll(worker.takeLogs, PATIENCE)
      .toMatch(/TODAY must be a day[^]*LOG_LEVEL must be|LOG_LEVEL must be[^]*TODAY must be a day/)
    expect(body + worker.takeLogs()).not.toContain('canary')
  })
})
