import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { createTerminalChannel } from '../../src/adapters/terminal/create-terminal-channel.ts'
import type { Holidays } from '../../src/dates/working-days.ts'
import { addDays, addMinutes, dayInVietnam, timeInVietnam, weekdayOf, type Day } from '../../src/domain/calendar.ts'
import type { Change } from '../../src/domain/change.ts'
import type { DigestRhythm, DigestSchedule } from '../../src/domain/digest-schedule.ts'
import { defaultPreference } from '../../src/domain/reminder.ts'
import { buildEngine, type Engine } from '../../src/entry/build-engine.ts'
import { readAnsweringData } from '../../src/entry/read-data.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import type { World } from '../../src/usecases/asked.ts'
import { createShelf } from '../../src/usecases/keep-library.ts'
import { aDuty, aDutyUnit, anAccount, anOfficer, aPlan, aUnit } from '../support/builders.ts'
import { fixedClock } from '../support/clock.ts'
import { sequentialIds } from '../support/ids.ts'
import { createRandom, type Random } from '../support/random.ts'

const SEED = Number(process.env.SEED ?? 20261121)
const START = '2025-12-31T17:00:00.000Z'
const RESTARTS = 50
const JUMPS = 40
const holidays = JSON.parse(readFileSync('data/lexicon/holidays.json', 'utf8')) as Holidays
const data = readAnsweringData()

type Leader = {
  readonly id: string
  readonly schedule?: DigestSchedule
  readonly hour: string
  readonly isOn: (day: Day) => boolean
}

const schedule = (rhythm: DigestRhythm, hour: string, since = '2025-12-01T00:00:00.000Z'): DigestSchedule => ({
  isOff: false,
  rhythm,
  hour,
  since,
})
const isLastOfMonth = (day: Day): boolean => addDays(day, 1).endsWith('-01')

/** Each schedule beside its days, told by the calendar alone. */
const LEADERS: readonly Leader[] = [
  { id: 'weekly', hour: '07:00', isOn: (day) => weekdayOf(day) === 1 },
  {
    id: 'friday',
    schedule: schedule({ every: 'week', weekdays: [5], weeks: 1 }, '16:00'),
    hour: '16:00',
    isOn: (day) => weekdayOf(day) === 5,
  },
  {
    id: 'twice',
    schedule: schedule({ every: 'week', weekdays: [1, 4], weeks: 1 }, '08:30'),
    hour: '08:30',
    isOn: (day) => weekdayOf(day) === 1 || weekdayOf(day) === 4,
  },
  {
    id: 'day-25',
    schedule: schedule({ every: 'month', day: 25, months: 1 }, '07:00'),
    hour: '07:00',
    isOn: (day) => day.endsWith('-25'),
  },
  {
    id: 'quarter',
    schedule: schedule({ every: 'month', day: 31, months: 3 }, '09:00'),
    hour: '09:00',
    isOn: (day) => isLastOfMonth(day) && Number(day.slice(5, 7)) % 3 === 0,
  },
  { id: 'daily', schedule: schedule({ every: 'day' }, '07:30'), hour: '07:30', isOn: () => true },
  {
    id: 'late',
    schedule: schedule({ every: 'week', weekdays: [3], weeks: 1 }, '19:00', '2026-06-01T00:00:00.000Z'),
    hour: '19:00',
    isOn: (day) => weekdayOf(day) === 3 && day >= '2026-06-01',
  },
  {
    id: 'off',
    schedule: { ...schedule({ every: 'day' }, '07:00'), isOff: true },
    hour: '07:00',
    isOn: () => false,
  },
]

function isWorked(day: Day): boolean {
  return day in holidays.workedDays || (weekdayOf(day) < 6 && !(day in holidays.daysOff))
}

/** How many minutes the clock is wrong on a day: it jumps at times, and is set right again. */
function drawSkew(day: number, before: number, random: Random): number {
  if (day % 9 === 5 && day / 9 < JUMPS) return (random.isLucky(0.5) ? 1 : -1) * (10 + random.below(5 * 1440))
  return random.isLucky(0.5) ? 0 : before
}

/** Only the deaths that the test deals out are survived. */
function assertDeath(error: unknown): void {
  if (!/died (?:before|after) the commit/.test(String(error))) throw error
}

/** The newest day of a schedule, looked for one day at a time; the first year begins with the schedule. */
function newestDay({ isOn, schedule: wished }: Leader, today: Day): Day | undefined {
  for (let back = 0; back < 100; back += 1) {
    const day = addDays(today, -back)
    if (wished && day < dayInVietnam(wished.since)) return undefined
    if (isOn(day)) return day
  }
  return undefined
}

function recount(looks: readonly string[]): string[] {
  const told = new Set<string>()
  for (const look of looks) {
    const [today, time] = [dayInVietnam(look), timeInVietnam(look)]
    for (const leader of LEADERS) {
      const day = newestDay(leader, today)
      const from = day === today ? leader.hour : leader.hour < '07:30' ? leader.hour : '07:30'
      const until = from >= '15:00' ? `${Number(from.slice(0, 2)) + 1}:00` : '16:00'
      if (day !== undefined && isWorked(today) && time >= from && time < until) told.add(`${leader.id} ${day}`)
    }
  }
  return [...told].toSorted()
}

describe('a year of digests', () => {
  const random = createRandom(SEED)
  const storage = createSqliteStorage(':memory:', 'data/migrations')
  afterAll(() => storage.close())
  const clock = fixedClock(START)
  const ids = sequentialIds()
  const sent: { at: string; chatId: string }[] = []
  const runs: string[] = []
  const life = { isDoomed: false, deaths: 0 }

  // A process that is doomed dies at a commit of its job: before it, or after it is on disk.
  const commit: Storage['ledger']['commit'] = async (changes) => {
    const run = changes.find((change): change is Extract<Change, { kind: 'mark-job' }> => change.kind === 'mark-job')
    const dies = life.isDoomed && run !== undefined
    if (dies) {
      life.isDoomed = false
      life.deaths += 1
      if (random.isLucky(0.5)) throw new Error('died before the commit')
    }
    const isCommitted = await storage.ledger.commit(changes)
    if (isCommitted && run) runs.push(run.runKey)
    if (dies) throw new Error('died after the commit')
    return isCommitted
  }

  const start = (): Engine => {
    const openLibrary = createShelf(storage.catalogs, (documents) => buildIndex(documents, []), data.units, data.declared)
    return buildEngine({
      storage: { ...storage, ledger: { commit } },
      channels: new Map([['terminal', createTerminalChannel(({ chatId }) => sent.push({ at: clock.now(), chatId }))]] as const),
      readers: { lexicon: data.messages, questions: data.questions },
      templates: data.templates,
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      meter: createMeter(),
      openWorld: async (): Promise<World> => ({ ...storage, ...data, clock, ids, library: await openLibrary() }) as World,
    })
  }

  const prepare = async (): Promise<void> => {
    const unit = aUnit({ id: 'unt_0', name: 'Phòng Số 0', place: 'huyện Thử' })
    await storage.ledger.commit([
      {
        kind: 'import-plan',
        plan: aPlan(),
        units: [unit],
        duties: [aDuty({ id: 'dty_thu.1', units: [aDutyUnit({ unitId: 'unt_0' })] })],
      },
      ...LEADERS.flatMap(({ id, schedule: digest }): Change[] => [
        { kind: 'save-officer', officer: anOfficer({ id, role: 'office', unitId: 'unt_0', name: id }) },
        { kind: 'link-account', account: anAccount({ id: `terminal:${id}`, chatId: `terminal:${id}`, officerId: id }) },
        { kind: 'save-reminder-preference', preference: { ...defaultPreference(id), isOff: true, ...(digest && { digest }) } },
      ]),
    ])
  }

  test('each once for each day of its schedule, none at night or on a holiday, through restarts and clock jumps', async () => {
    await prepare()
    const looks: string[] = []
    let engine = start()
    let [skew, restarts, downUntil] = [0, 0, '']
    for (let day = 0; day < 365; day += 1) {
      skew = drawSkew(day, skew, random)
      if (day % 7 === 3 && day / 7 < RESTARTS) downUntil = addMinutes(START, day * 1440 + random.below(2 * 1440))
      for (const minute of Array.from({ length: 5 }, () => 6 * 60 + random.below(15 * 60)).toSorted((a, b) => a - b)) {
        const real = addMinutes(START, day * 1440 + minute)
        if (real < downUntil) continue
        if (downUntil !== '') {
          engine = start()
          await engine.recover()
          restarts += 1
          downUntil = ''
          life.isDoomed = random.isLucky(0.6)
        }
        clock.set(addMinutes(real, skew))
        looks.push(clock.now())
        try {
          await engine.runJobs()
        } catch (error) {
          assertDeath(error)
          engine = start()
          await engine.recover()
          await engine.runJobs()
        }
        if (random.isLucky(0.2)) await engine.runJobs()
        await engine.deliver()
      }
    }

    const told = runs.map((run) => run.split(':').slice(1).toReversed().join(' '))
    console.log(
      `seed ${SEED}: ${looks.length} looks at the clock, ${restarts} restarts, ${life.deaths} deaths in a commit; ${sent.length} digests`,
    )
    expect(restarts).toBeGreaterThanOrEqual(RESTARTS - 1)
    expect(told.toSorted()).toEqual(recount(looks))
    expect(sent).toHaveLength(told.length)
    expect(
      sent.filter(({ at }) => !isWorked(dayInVietnam(at)) || timeInVietnam(at) < '07:00' || timeInVietnam(at) >= '20:00'),
    ).toEqual([])
    expect(told.some((line) => line.startsWith('off'))).toBe(false)
    expect(told.length).toBeGreaterThan(300)
  }, 120_000)
})
