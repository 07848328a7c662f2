import { addDays, weekdayOf, type Day } from '../../domain/calendar.ts'
import { findDigestDay, momentOf, WEEKLY_DIGEST, type DigestSchedule } from '../../domain/digest-schedule.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import { mayLead } from '../../domain/permission.ts'
import type { World } from '../asked.ts'
import { countConcerns } from '../concerns/list-concerns.ts'
import { describeNeeds } from '../deciding/describe-needs.ts'
import { readLog } from '../life/read-lives.ts'
import { composeDigest, MOST_LINES } from '../leading/compose-digest.ts'
import { countDuties } from '../leading/count-duties.ts'
import { listSeenUnits } from '../leading/list-meant.ts'
import { isRemindingTime } from './is-reminding-time.ts'
import { listReminded, type Reminded } from './list-reminded.ts'
import { queueOnce, type QueueDeps } from './queue-once.ts'

/**
 * Bản tổng hợp: on each leader's own schedule, by default Monday at seven, once for each day that the schedule names. One that was missed,
 * or whose day is off, comes on the next working morning; the run is known by its day, so that a restart or a clock that jumps sends no second.
 */
export async function queueDigests(deps: QueueDeps, world: World): Promise<number> {
  const leaders = (await listReminded(world)).filter(({ officer, isAway }) => mayLead(officer) && !isAway)
  const due = leaders.flatMap((person) => {
    const day = findDueDay(person, world)
    return day === undefined ? [] : [{ person, runKey: `digest:${day}:${person.officer.id}`, day }]
  })
  if (due.length === 0) return 0
  const done = new Set(
    (await Promise.all([...new Set(due.map(({ day }) => day))].map((day) => world.reminders.runsOf(`digest:${day}:`)))).flat(),
  )
  const untold = due.filter(({ runKey }) => !done.has(runKey))
  // On a Monday morning every leader's is due: the logs are read once for all of them.
  const log = untold.length > 0 ? await readLog(world) : []
  let queued = 0
  for (const { person, runKey, day } of untold) {
    if (await queueOnce(runKey, person, await compose(person, day, log, world), deps, world)) queued += 1
  }
  return queued
}

function scheduleOf({ preference }: Reminded): DigestSchedule {
  return preference.digest ?? WEEKLY_DIGEST
}

/** The day of the schedule whose digest may go now. */
function findDueDay(person: Reminded, world: World): Day | undefined {
  const schedule = scheduleOf(person)
  const day = schedule.isOff ? undefined : findDigestDay(schedule, world.clock.today())
  if (day === undefined) return undefined
  return (day === world.clock.today() ? isItsHour(schedule, person, world) : mayBeMadeUp(schedule, person, world)) ? day : undefined
}

function isItsHour(schedule: DigestSchedule, { preference }: Reminded, { clock, followUp, holidays }: World): boolean {
  const today = clock.today()
  // A weekend day that was asked for by its name is no day off for this.
  const isAskedFor = isNamedWeekend(schedule, today) && !Object.hasOwn(holidays.daysOff, today)
  const wish = { hour: schedule.hour, isEveryDay: preference.isEveryDay || isAskedFor }
  return isRemindingTime(clock.now(), wish, followUp, holidays)
}

function mayBeMadeUp({ hour }: DigestSchedule, { preference }: Reminded, { clock, followUp, holidays }: World): boolean {
  const { from } = followUp.reminders
  return isRemindingTime(clock.now(), { hour: hour < from ? hour : from, isEveryDay: preference.isEveryDay }, followUp, holidays)
}

function isNamedWeekend({ rhythm }: DigestSchedule, today: Day): boolean {
  return rhythm.every === 'week' && weekdayOf(today) > 5 && rhythm.weekdays.includes(weekdayOf(today))
}

async function compose(person: Reminded, day: Day, log: readonly LogLine[], world: World) {
  const { officer } = person
  const { library, clock } = world
  const schedule = scheduleOf(person)
  const units = listSeenUnits(officer, library)
  const digest = countDuties(units, log, library, clock.today())
  const last = findDigestDay({ ...schedule, since: '1970-01-01T00:00:00.000Z' }, addDays(day, -1)) ?? addDays(day, -7)
  const since = momentOf(last, schedule.hour)
  const needs = await describeNeeds(officer, log, world)
  const rows = needs.rows.slice(0, MOST_LINES)
  const [heading, counts, ...rest] = composeDigest(
    { units, log, digest, since, waiting: needs.lines, waitingCount: needs.count },
    world,
  )
  const hard = await countConcerns(officer, log, world)
  const phrases = [heading, counts, ...hard, ...rest].filter((phrase) => phrase !== undefined)
  // "Xác nhận 1" answers the digest.
  return { phrases, dutyIds: rows.map(({ dutyId }) => dutyId), rows }
}
