import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { createTerminalChannel } from '../../src/adapters/terminal/create-terminal-channel.ts'
import type { Holidays } from '../../src/dates/working-days.ts'
import { addDays, addMinutes, dayInVietnam, timeInVietnam, weekdayOf, type Day } from '../../src/domain/calendar.ts'
import type { Change } from '../../src/domain/change.ts'
import { NO_DEADLINE } from '../../src/domain/deadline.ts'
import type { Duty } from '../../src/domain/duty.ts'
import { defaultPreference, type ReminderPreference } from '../../src/domain/reminder.ts'
import { buildEngine, type Engine } from '../../src/entry/build-engine.ts'
import { readAnsweringData } from '../../src/entry/read-data.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import type { World } from '../../src/usecases/asked.ts'
import { createShelf } from '../../src/usecases/keep-library.ts'
import { aDuty, aDutyUnit, anAccount, anOfficer, aPlan, aProgressUpdate, aUnit } from '../support/builders.ts'
import { fixedClock } from '../support/clock.ts'
import { sequentialIds } from '../support/ids.ts'
import { createRandom, type Random } from '../support/random.ts'

const SEED = Number(process.env.SEED ?? 20261121)
const START = '2025-12-31T17:00:00.000Z'
const UNITS = 5
const DUTIES_EACH = 10
const RESTARTS = 50
const JUMPS = 40
/** Some of the duties of each unit are due before an hour of their day. */
const DUE_HOURS: Readonly<Record<number, number>> = { 4: 10, 5: 15 }
const holidays = JSON.parse(readFileSync('data/lexicon/holidays.json', 'utf8')) as Holidays
const data = readAnsweringData()

type Person = { readonly id: string; readonly unitId: string; readonly preference: ReminderPreference }
/** A look at the clock by a server that was up, with what had been reported by then. */
type Poll = { readonly seen: string; readonly done: ReadonlyMap<string, Day> }

/* The naive recount: walks the calendar day by day and shares nothing with the product but the files of holidays. */

function isWorked(day: Day): boolean {
  return day in holidays.workedDays || (weekdayOf(day) < 6 && !(day in holidays.daysOff))
}

function stepBack(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, -1)
    if (isWorked(at)) left -= 1
  }
  return at
}

/** Only the deaths that the test deals out are survived. */
function assertDeath(error: unknown): void {
  if (!/died (?:before|after) the commit/.test(String(error))) throw error
}

/** Every rung of a deadline with the day on which it is reached, in order. */
function enumerateRungs(lastDay: Day, before: readonly number[], after: readonly number[]): { day: Day; name: string }[] {
  const anchor = isWorked(lastDay) ? lastDay : stepBack(lastDay, 1)
  return [
    ...before.toSorted((a, b) => b - a).map((count) => ({ day: stepBack(anchor, count), name: `-${count}` })),
    { day: anchor, name: '0' },
    ...after.map((count) => ({ day: addDays(lastDay, count), name: `+${count}` })),
  ]
}

/** The same without walking the calendar twice for one question. */
function remember<Answer>(ask: (...question: never[]) => Answer): typeof ask {
  const known = new Map<string, Answer>()
  return (...question) => {
    const key = JSON.stringify(question)
    if (!known.has(key)) known.set(key, ask(...question))
    return known.get(key)!
  }
}

const AFTER = [1, 3, 7, 14, ...Array.from({ length: 20 }, (_, at) => 44 + 30 * at)]

const listRungs = remember(enumerateRungs) as typeof enumerateRungs

function isMonthEnd(day: Day): boolean {
  return addDays(day, 1).endsWith('-01')
}

function enumerateRounds(rrule: string): Day[] {
  const days = Array.from({ length: 430 }, (_, at) => addDays('2025-12-01', at))
  if (rrule.startsWith('FREQ=WEEKLY')) return days.filter((day) => weekdayOf(day) === 5)
  return days.filter((day) => isMonthEnd(day) && (rrule === 'FREQ=MONTHLY' || Number(day.slice(5, 7)) % 3 === 0))
}

const listRounds = remember(enumerateRounds) as typeof enumerateRounds

function startOfRound(rrule: string, due: Day): Day {
  if (rrule.startsWith('FREQ=WEEKLY')) return addDays(due, -4)
  const month = Number(due.slice(5, 7)) - (rrule === 'FREQ=MONTHLY' ? 0 : 2)
  return `${due.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** What is to be told of a duty as the calendar stands: the last rung that was reached of its deadline, or of each of its near rounds. */
function listReached(duty: Duty, leadDays: number | null, today: Day, doneOn: Day | undefined): string[] {
  const before = leadDays === null ? [3, 1] : [leadDays, 1]
  const reach = (due: Day, early: readonly number[], late: readonly number[]): string[] => {
    const rung = listRungs(due, early, late).findLast(({ day }) => day <= today)
    return rung ? [`${due} ${rung.name}`] : []
  }
  const { rrule, value } = duty.deadline
  if (!rrule) return doneOn === undefined ? reach(value!, before, AFTER) : []
  const days = listRounds(rrule)
  const tenDaysAgo = addDays(today, -10)
  const last = days.findLast((day) => day < today && day >= tenDaysAgo)
  const next = days.find((day) => day >= today)
  return [last, next]
    .filter((day) => day !== undefined)
    .filter((day) => doneOn === undefined || doneOn < startOfRound(rrule, day))
    .flatMap((day) => reach(day, rrule.startsWith('FREQ=WEEKLY') ? [] : before, [1]))
}

/** Whether something of the unit has to be done today before the hour that somebody wished. */
function isDueBefore(hour: string, unitId: string, duties: readonly Duty[], today: Day): boolean {
  return duties.some(({ units, deadline }) => {
    const due = /^trước (\d+) giờ/.exec(deadline.asWritten ?? '')?.[1]
    return units[0]?.unitId === unitId && deadline.value === today && due !== undefined && `${due.padStart(2, '0')}:00` <= hour
  })
}

function isTimeFor({ preference, unitId }: Person, duties: readonly Duty[], today: Day, time: string): boolean {
  const { hour, isEveryDay } = preference
  if (!isEveryDay && !isWorked(today)) return false
  const until = hour === '19:00' ? '20:00' : '16:00'
  if (time >= (hour ?? '07:30') && time < until) return true
  return hour !== null && time >= '07:30' && time < '16:00' && isDueBefore(hour, unitId, duties, today)
}

function isAway({ preference: { leave } }: Person, today: Day): boolean {
  return leave !== null && leave.from <= today && today <= leave.until
}

/** What somebody is left in peace about: everything while they want nothing or are away, some duties; who stands in for somebody about nothing. */
function isSpared(person: Person, dutyId: string, people: readonly Person[], today: Day): boolean {
  if (isAway(person, today)) return true
  if (people.some((other) => other.preference.leave?.standInId === person.id && isAway(other, today))) return false
  const until = person.preference.snoozed[dutyId]
  return person.preference.isOff || until === null || (until !== undefined && today <= until)
}

function recount(polls: readonly Poll[], people: readonly Person[], duties: readonly Duty[]): string[] {
  const told = new Set<string>()
  const written = new Set<string>()
  const lines: string[] = []
  for (const { seen, done } of polls) {
    const [today, time] = [dayInVietnam(seen), timeInVietnam(seen)]
    for (const person of people.filter((each) => isTimeFor(each, duties, today, time))) {
      const { id, unitId, preference } = person
      if (written.has(`${id} ${today}`)) continue
      for (const duty of duties.filter(({ units }) => units[0]?.unitId === unitId)) {
        if (isSpared(person, duty.id, people, today)) continue
        const fresh = listReached(duty, preference.leadDays, today, done.get(duty.id)).filter(
          (rung) => !told.has(`${id} ${duty.id} ${rung}`),
        )
        if (fresh.length === 0) continue
        for (const rung of fresh) told.add(`${id} ${duty.id} ${rung}`)
        written.add(`${id} ${today}`)
        lines.push(`${today} ${id} ${duty.id}`)
      }
    }
  }
  return lines.toSorted()
}

/* The world that is simulated. */

function buildDuties(random: Random): Duty[] {
  return Array.from({ length: UNITS * DUTIES_EACH }, (_, order) => {
    const rrule = ['FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=FR'][order % DUTIES_EACH]
    const value = addDays('2025-12-20', random.below(380))
    const hour = DUE_HOURS[order % DUTIES_EACH]
    const deadline = rrule
      ? { kind: 'recurring' as const, value: 'periodic', asWritten: 'định kỳ', rrule }
      : hour
        ? { ...NO_DEADLINE, kind: 'date' as const, value, op: 'before' as const, asWritten: `trước ${hour} giờ` }
        : { ...NO_DEADLINE, kind: 'date' as const, value, op: 'by' as const, asWritten: 'chậm nhất' }
    const unitId = `unt_${Math.floor(order / DUTIES_EACH)}`
    return aDuty({ id: `dty_thu.${order}`, order, text: `Nhiệm vụ số ${order}`, units: [aDutyUnit({ unitId })], deadline })
  })
}

/** Who is away, stands in, wants nothing, or nothing of some duties, for a part of the year or all of it. */
const APART: Readonly<Record<string, Partial<ReminderPreference>>> = {
  off_00: { leave: { from: '2026-03-02', until: '2026-03-20', standInId: 'off_05' } },
  off_05: { isOff: true },
  off_06: { snoozed: { 'dty_thu.10': '2026-06-30', 'dty_thu.13': null, 'dty_thu.16': '2026-02-28' } },
  off_07: { leave: { from: '2026-07-01', until: '2026-07-31', standInId: null } },
  off_08: { leave: { from: '2026-09-05', until: '2026-09-20', standInId: 'off_03' }, isEveryDay: true },
  off_04: { leave: { from: '2026-11-20', until: '2026-11-25', standInId: 'off_09' } },
  off_09: { isOff: true, snoozed: { 'dty_thu.42': null } },
}

function buildPeople(): Person[] {
  return Array.from({ length: UNITS * 2 }, (_, at): Person => {
    const id = `off_${String(at).padStart(2, '0')}`
    const wishes: Partial<ReminderPreference>[] = [{}, { hour: '09:15' }, { leadDays: 5 }, { isEveryDay: true }, { hour: '19:00' }]
    return {
      id,
      unitId: `unt_${at % UNITS}`,
      preference: { ...defaultPreference(id), ...wishes[at % wishes.length], ...APART[id] },
    }
  })
}

/** A ledger whose process dies at some commits of jobs: before, or after they are on disk. */
function breakLedger(
  ledger: Storage['ledger'],
  random: Random,
  onShown: (change: Extract<Change, { kind: 'remember-shown' }>) => void,
) {
  const state = { isDoomed: false, deaths: 0 }
  const commit: Storage['ledger']['commit'] = async (changes) => {
    const shown = changes.find(({ kind }) => kind === 'remember-shown') as Extract<Change, { kind: 'remember-shown' }> | undefined
    const dies = state.isDoomed && shown !== undefined
    if (dies) {
      state.isDoomed = false
      state.deaths += 1
      if (random.isLucky(0.5)) throw new Error('died before the commit')
    }
    const isCommitted = await ledger.commit(changes)
    if (isCommitted && shown) onShown(shown)
    if (dies) throw new Error('died after the commit')
    return isCommitted
  }
  return { state, ledger: { commit } }
}

describe('a year of reminders', () => {
  const random = createRandom(SEED)
  const storage = createSqliteStorage(':memory:', 'data/migrations')
  afterAll(() => storage.close())
  const clock = fixedClock(START)
  const ids = sequentialIds()
  const people = buildPeople()
  const duties = buildDuties(random)
  const told: string[] = []
  const sent: { at: string; chatId: string }[] = []
  const broken = breakLedger(storage.ledger, random, ({ chatId, dutyIds }) => {
    for (const dutyId of dutyIds) told.push(`${dayInVietnam(clock.now())} ${chatId.slice('terminal:'.length)} ${dutyId}`)
  })

  /** A process begins: everything in memory is new, the database is what it was. */
  const start = (): Engine => {
    const openLibrary = createShelf(storage.catalogs, (documents) => buildIndex(documents, []), data.units, data.declared)
    const openWorld = async (): Promise<World> => ({ ...storage, ...data, clock, ids, library: await openLibrary() }) as World
    const channels = new Map([['terminal', createTerminalChannel(({ chatId }) => sent.push({ at: clock.now(), chatId }))]] as const)
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    return buildEngine({
      storage: { ...storage, ledger: broken.ledger },
      channels,
      readers: { lexicon: data.messages, questions: data.questions },
      templates: data.templates,
      clock,
      log,
      meter: createMeter(),
      openWorld,
    })
  }

  const prepare = async (): Promise<void> => {
    const units = Array.from({ length: UNITS }, (_, at) => aUnit({ id: `unt_${at}`, name: `Phòng Số ${at}`, place: 'huyện Thử' }))
    await storage.ledger.commit([
      { kind: 'import-plan', plan: aPlan(), units, duties },
      ...people.flatMap(({ id, unitId, preference }): Change[] => [
        { kind: 'save-officer', officer: anOfficer({ id, unitId, name: id }) },
        { kind: 'link-account', account: anAccount({ id: `terminal:${id}`, chatId: `terminal:${id}`, officerId: id }) },
        { kind: 'save-reminder-preference', preference },
      ]),
    ])
  }

  test('each due one once, none at night or on a holiday, through restarts and clock jumps', async () => {
    await prepare()
    const polls: Poll[] = []
    const done = new Map<string, Day>()
    let engine = start()
    let [skew, restarts, jumps, downUntil] = [0, 0, 0, '']
    const restartDays = new Set(Array.from({ length: RESTARTS }, (_, at) => 3 + at * 7))
    const jumpDays = new Set(Array.from({ length: JUMPS }, (_, at) => 5 + at * 9))
    for (let day = 0; day < 365; day += 1) {
      if (jumpDays.has(day)) {
        skew = (random.isLucky(0.5) ? 1 : -1) * (10 + random.below(5 * 1440))
        jumps += 1
      } else if (random.isLucky(0.5)) skew = 0
      if (restartDays.has(day)) downUntil = addMinutes(START, day * 1440 + random.below(3 * 1440))
      const minutes = Array.from({ length: 9 }, () => random.below(1440)).toSorted((a, b) => a - b)
      for (const minute of minutes) {
        const real = addMinutes(START, day * 1440 + minute)
        if (real < downUntil) continue
        if (downUntil !== '') {
          engine = start()
          await engine.recover()
          restarts += 1
          downUntil = ''
          // Some processes die again at once, in the middle of their first morning.
          broken.state.isDoomed = random.isLucky(0.6)
        }
        clock.set(addMinutes(real, skew))
        if (random.isLucky(0.02)) {
          const duty = duties[random.below(duties.length)]!
          const update = aProgressUpdate({
            id: ids.next('prg'),
            dutyId: duty.id,
            unitId: duty.units[0]!.unitId,
            status: 'done',
            at: clock.now(),
          })
          await storage.ledger.commit([{ kind: 'record-progress', update }])
          done.set(duty.id, dayInVietnam(clock.now()))
        }
        polls.push({ seen: clock.now(), done: new Map(done) })
        try {
          await engine.runJobs()
        } catch (error) {
          assertDeath(error)
          engine = start()
          await engine.recover()
          await engine.runJobs()
        }
        await engine.runJobs()
        await engine.deliver()
      }
    }

    const expected = recount(polls, people, duties)
    console.log(
      `seed ${SEED}: ${polls.length} looks at the clock, ${restarts} restarts, ${broken.state.deaths} deaths in a commit, ${jumps} clock jumps; ` +
        `${sent.length} messages with ${told.length} lines, ${expected.length} counted plainly`,
    )
    expect(restarts).toBeGreaterThanOrEqual(RESTARTS)
    expect(told.toSorted()).toEqual(expected)
    expect(told.length).toBeGreaterThan(800)
    // Who wants nothing hears only what comes up while they stand in, and nobody who is away hears anything.
    const daysOf = (id: string): Day[] => told.filter((line) => line.split(' ')[1] === id).map((line) => line.slice(0, 10))
    expect(daysOf('off_05').filter((day) => day < '2026-03-02' || day > '2026-03-20')).toEqual([])
    expect(daysOf('off_05').length).toBeGreaterThan(0)
    expect(daysOf('off_07').filter((day) => day >= '2026-07-01' && day <= '2026-07-31')).toEqual([])
    const messages = sent.map(({ at, chatId }) => `${dayInVietnam(at)} ${chatId}`)
    expect(new Set(messages).size).toBe(messages.length)
    const asksForWeekends = new Set(people.filter(({ preference }) => preference.isEveryDay).map(({ id }) => `terminal:${id}`))
    const offDuty = sent.filter(({ at, chatId }) => !isWorked(dayInVietnam(at)) && !asksForWeekends.has(chatId))
    const atNight = sent.filter(({ at }) => timeInVietnam(at) < '07:30' || timeInVietnam(at) >= '20:00')
    expect({ offDuty, atNight }).toEqual({ offDuty: [], atNight: [] })
  }, 180_000)
})
