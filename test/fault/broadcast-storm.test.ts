import { afterAll, describe, expect, test } from 'vitest'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { NO_SLOTS } from '../../src/dialogue/list-slots.ts'
import { addMinutes } from '../../src/domain/calendar.ts'
import type { Change } from '../../src/domain/change.ts'
import type { OutboxMessage, Platform } from '../../src/domain/message.ts'
import { buildEngine, type Engine } from '../../src/entry/build-engine.ts'
import { readAnsweringData } from '../../src/entry/read-data.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import { SendError, type Channel } from '../../src/ports/channel.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import type { Asked, World } from '../../src/usecases/asked.ts'
import { createShelf } from '../../src/usecases/keep-library.ts'
import { previewBroadcast, sendBroadcast } from '../../src/usecases/leading/broadcast.ts'
import type { Sending } from '../../src/usecases/leading/preview-sending.ts'
import { tellSending } from '../../src/usecases/leading/tell-sending.ts'
import { aConversation, anAccount, anOfficer, aPlan, aUnit } from '../support/builders.ts'
import { fixedClock } from '../support/clock.ts'
import { sequentialIds } from '../support/ids.ts'
import { createRandom } from '../support/random.ts'

const SEED = Number(process.env.SEED ?? 20261121)
const PEOPLE = 10_000
const ON_ZALO = 1000
const KILL_EVERY = 400
const PER_SECOND: Readonly<Record<string, number>> = { telegram: 25, 'zalo-bot': 5 }

/** What the platform did with each chat's message, and what the sender was told. */
type Fate = { arrived: number; attempts: number; isAnswerLost: boolean; isRefused: boolean }

describe('a broadcast to ten thousand', () => {
  const random = createRandom(SEED)
  const storage = createSqliteStorage(':memory:', 'data/migrations')
  afterAll(() => storage.close())
  const clock = fixedClock('2026-11-23T01:00:00Z')
  const ids = sequentialIds()
  const data = readAnsweringData()
  const fates = new Map<string, Fate>()
  const life = { isOver: false, sends: 0, kills: 0 }
  /** How many sends each platform took, and in which second the last one was. */
  const lanes = new Map<string, { sends: number; busySeconds: number }>()
  let seconds = 0

  const fateOf = (chatId: string): Fate => {
    const fate = fates.get(chatId) ?? { arrived: 0, attempts: 0, isAnswerLost: false, isRefused: false }
    fates.set(chatId, fate)
    return fate
  }

  const countSend = (platform: string): void => {
    lanes.set(platform, { sends: (lanes.get(platform)?.sends ?? 0) + 1, busySeconds: seconds + 1 })
  }

  /** A tenth of all sends goes wrong in one of five ways; now and then the sender dies while the message is in the air. */
  const send = async ({ chatId }: OutboxMessage): Promise<{ platformMessageId: string | null }> => {
    if (life.isOver) throw new Error('nobody is there to send')
    const fate = fateOf(chatId)
    fate.attempts += 1
    life.sends += 1
    countSend(chatId.slice(0, chatId.indexOf(':')))
    const luck = random.next()
    if (luck < 0.04) throw new SendError('retry', 'busy')
    if (luck < 0.06) {
      fate.isRefused = true
      throw new SendError(luck < 0.05 ? 'closed' : 'rejected', 'refused')
    }
    if (luck >= 0.08) fate.arrived += 1
    if (luck < 0.1) {
      fate.arrived += luck < 0.08 && random.isLucky(0.5) ? 1 : 0
      fate.isAnswerLost = true
      throw new SendError('unknown', 'no answer')
    }
    if (life.sends % KILL_EVERY === 0) {
      life.isOver = true
      life.kills += 1
    }
    if (life.isOver) fate.isAnswerLost = true
    return { platformMessageId: `m${life.sends}` }
  }

  const openChannel = (platform: Platform): Channel => ({
    platform,
    capabilities: { maxText: 2000, buttons: 8 },
    rate: { perSecond: PER_SECOND[platform]!, atOnce: 25, chatPauseMs: () => 1000 },
    normalize: () => undefined,
    send,
  })

  const openLibrary = createShelf(storage.catalogs, (documents) => buildIndex(documents, []), data.units, data.declared)
  const openWorld = async (): Promise<World> => ({ ...storage, ...data, clock, ids, library: await openLibrary() }) as World

  /** A new process over the database that the last one left: what it had in memory is gone, and so is its voice. */
  const start = async (): Promise<Engine> => {
    life.isOver = false
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const commit = (changes: readonly Change[]): Promise<boolean> =>
      life.isOver ? Promise.reject(new Error('dead')) : storage.ledger.commit(changes)
    const platforms = ['telegram', 'zalo-bot'] as const
    const engine = buildEngine({
      storage: { ...storage, ledger: { commit } },
      channels: new Map(platforms.map((platform) => [platform, openChannel(platform)])),
      readers: { lexicon: data.messages, questions: data.questions },
      templates: data.templates,
      clock,
      log,
      meter: createMeter(),
      openWorld,
    })
    await engine.recover()
    return engine
  }

  const leader = anOfficer({ id: 'off_leader', role: 'office', unitId: 'unt_0' })
  const asked = (text: string): Asked => ({
    intent: { name: 'broadcast', slots: NO_SLOTS, certainty: 1 },
    text,
    asker: { officer: leader, units: [] },
    conversation: aConversation(),
    isGroup: false,
  })

  const prepare = async (): Promise<string> => {
    const units = Array.from({ length: 200 }, (_, at) => aUnit({ id: `unt_${at}`, name: `Phòng Số ${at}` }))
    const people = Array.from({ length: PEOPLE }, (_, at): Change[] => {
      const id = `${at < ON_ZALO ? 'zalo-bot' : 'telegram'}:${at}`
      return [
        { kind: 'save-officer', officer: anOfficer({ id: `off_${at}`, name: `Người ${at}`, unitId: `unt_${at % 200}` }) },
        { kind: 'link-account', account: anAccount({ id, chatId: id, officerId: `off_${at}` }) },
      ]
    })
    await storage.ledger.commit([
      { kind: 'import-plan', plan: aPlan(), units, duties: [] },
      { kind: 'save-officer', officer: leader },
      ...people.flat(),
    ])
    const world = await openWorld()
    const preview = await previewBroadcast(asked('thông báo: họp giao ban 8 giờ'), world)
    const sure = await sendBroadcast(preview.remembers?.pending as Sending, asked('gửi'), world)
    expect(sure.changes).toBeUndefined()
    const sending = await sendBroadcast(sure.remembers?.pending as Sending, asked('gửi'), world)
    expect(await storage.ledger.commit(sending.changes ?? [])).toBe(true)
    const pending = sending.remembers?.pending
    return pending?.kind === 'held-broadcast' ? pending.cause : ''
  }

  test('none missing, no copy, every doubtful one listed, through kills and faults', async () => {
    const cause = await prepare()
    clock.set(addMinutes(clock.now(), 1))
    let engine = await start()
    const isOpen = async (): Promise<boolean> =>
      (await storage.outbox.due('9999', 1)).length + (await storage.outbox.interrupted()).length > 0
    while (await isOpen()) {
      // Whoever was killed is started again within a second.
      if (life.isOver) engine = await start()
      await engine.deliver()
      seconds += 1
      clock.set(new Date(Date.parse(clock.now()) + 1000).toISOString())
    }

    const messages = await storage.outbox.ofCause(cause)
    const of = (state: OutboxMessage['state']): string[] =>
      messages.filter((message) => message.state === state).map(({ chatId }) => chatId)
    const [sent, failed, doubtful] = [of('sent'), of('failed'), of('unknown')]
    const lost = [...fates].filter(([, { isAnswerLost }]) => isAnswerLost).map(([chatId]) => chatId)
    const rates = [...lanes].map(([platform, lane]) => ({
      platform,
      rate: lane.sends / (lane.busySeconds * PER_SECOND[platform]!),
    }))
    console.log(
      `seed ${SEED}: ${PEOPLE} people, ${life.sends} sends, ${life.kills} kills; ${sent.length} sent, ${failed.length} surely not, ` +
        `${doubtful.length} in doubt; ${rates.map(({ platform, rate }) => `${(100 * rate).toFixed(1)} % of the rate of ${platform}`).join(', ')} over ${seconds} virtual seconds`,
    )
    expect(sent.length + failed.length + doubtful.length).toBe(PEOPLE)
    expect([...fates].filter(([, { arrived }]) => arrived > 1)).toEqual([])
    expect(sent.filter((chatId) => fateOf(chatId).arrived !== 1)).toEqual([])
    expect(failed.filter((chatId) => fateOf(chatId).arrived > 0)).toEqual([])
    expect(failed.filter((chatId) => !fateOf(chatId).isRefused)).toEqual([])
    expect(lost.filter((chatId) => !doubtful.includes(chatId))).toEqual([])
    expect(life.kills).toBeGreaterThan(20)
    expect(rates).toHaveLength(2)
    for (const { rate } of rates) {
      expect(rate).toBeGreaterThanOrEqual(0.95)
      expect(rate).toBeLessThanOrEqual(1)
    }

    const { reply } = await tellSending(asked('kết quả gửi'), await openWorld())
    expect(reply.phrases.filter(({ say }) => say === 'sending-line')).toHaveLength(failed.length + doubtful.length)
    expect(reply.phrases).toContainEqual({
      say: 'sending-counts',
      with: { sent: sent.length, waiting: 0, failed: failed.length, doubtful: doubtful.length, cancelled: '' },
    })
  }, 180_000)
})
