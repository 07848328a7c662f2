import type { Ladder } from '../../dates/find-rung.ts'
import type { Day } from '../../domain/calendar.ts'
import type { DutyAct } from '../../domain/duty-life.ts'
import type { ReminderPreference } from '../../domain/reminder.ts'
import type { Phrase } from '../../domain/reply.ts'
import { describeDeadline, describePath, formatDay, namePlan, shorten } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'
import { buildLives, type Lives } from '../life/build-lives.ts'
import { describeLife } from '../life/describe-life.ts'
import { hourOf, lastDayOf, listRows, type Row } from '../life/list-rows.ts'
import { readLives } from '../life/read-lives.ts'
import { isRemindingTime } from './is-reminding-time.ts'
import { listEscalated, type Escalated } from './list-escalated.ts'
import { listReminded, type Reminded } from './list-reminded.ts'
import { listSteps, type DueDuty } from './list-steps.ts'
import { queueOnce, type JobMessage, type QueueDeps } from './queue-once.ts'

/**
 * Nhắc việc: one grouped message per person and morning. What is told is the step of the ladder that a duty has reached and the person
 * was not told, so that a morning on which the server was down is made up for, and a clock that jumps tells nothing twice.
 */
export async function queueReminders(deps: QueueDeps, world: World): Promise<number> {
  const { clock, reminders } = world
  const people = await listReminded(world)
  const mayDisturb = rememberEarlyHours(world)
  const now = people.filter(
    (person) => (!person.preference.isOff || person.officer.role === 'leader') && !person.isAway && mayDisturb(person),
  )
  const prefix = `reminders:${clock.today()}:`
  const done = new Set(now.length > 0 ? await reminders.runsOf(prefix) : [])
  const waiting = now.filter(({ officer }) => !done.has(`${prefix}${officer.id}`))
  if (waiting.length === 0) return 0
  const escalated = await listEscalated(people, world)
  const listDue = rememberDue(world)
  let queued = 0
  for (const person of waiting) {
    const message = await compose(
      person,
      await listDue(person),
      escalated.get(person.officer.id) ?? [],
      `${prefix}${person.officer.id}`,
      world,
    )
    if (message && (await queueOnce(`${prefix}${person.officer.id}`, person, message, deps, world))) queued += 1
  }
  return queued
}

/** Whether it is somebody's time: the hour they wished, or the office's on a day on which something is due before theirs. */
function rememberEarlyHours({ clock, followUp, holidays, library }: World): (person: Reminded) => boolean {
  const known = new Map<string, string | undefined>()
  const today = clock.today()
  const firstHourOf = (unitId: string): string | undefined => {
    const unit = library.unitById.get(unitId)
    if (!known.has(unitId)) known.set(unitId, unit && findFirstHour(listRows(unit, library, buildLives([], today)), today))
    return known.get(unitId)
  }
  return ({ officer, preference }) => {
    if (isRemindingTime(clock.now(), preference, followUp, holidays)) return true
    const { hour } = preference
    if (hour === null || !isRemindingTime(clock.now(), { ...preference, hour: null }, followUp, holidays)) return false
    const first = firstHourOf(officer.unitId)
    return first !== undefined && first <= hour
  }
}

/** The earliest time of day at which something of a unit is due on a day. */
function findFirstHour(rows: readonly Row[], today: Day): string | undefined {
  const hours = rows.flatMap(({ duty, life }) => (lastDayOf(duty, life) === today ? (hourOf(duty, life) ?? []) : []))
  return hours.toSorted()[0]
}

/** What the people of one unit with the same ladder have to be told is worked out once. */
function rememberDue(world: World): (person: Reminded) => Promise<readonly DueDuty[]> {
  const known = new Map<string, Promise<readonly DueDuty[]>>()
  let acts: Promise<readonly DutyAct[]> | undefined
  return ({ officer, preference }) => {
    const key = `${officer.unitId} ${preference.leadDays}`
    acts ??= world.acts.all()
    const due = known.get(key) ?? listDueDuties(officer.unitId, ladderOf(preference, world), acts, world)
    known.set(key, due)
    return due
  }
}

function ladderOf({ leadDays }: ReminderPreference, { followUp }: World): Ladder {
  const { workingDaysBefore, daysAfter, thenEveryDays } = followUp.reminders
  return { workingDaysBefore: leadDays === null ? workingDaysBefore : [leadDays, 1], daysAfter, thenEveryDays }
}

async function listDueDuties(
  unitId: string,
  ladder: Ladder,
  acts: Promise<readonly DutyAct[]>,
  world: World,
): Promise<readonly DueDuty[]> {
  const { library, clock, holidays } = world
  const unit = library.unitById.get(unitId)
  if (!unit) return []
  const today = clock.today()
  const list = (lives: Lives): DueDuty[] =>
    listRows(unit, library, lives).flatMap((row) => listSteps(row, lives, ladder, today, holidays) ?? [])
  // Only what is near by the paper, or was acted on, need be read of the log.
  const acted = (await acts).filter((act) => act.unitId === unitId || act.toUnitId === unitId)
  const near = list(buildLives([], today))
  const ids = new Set([...near.map(({ duty }) => duty.id), ...acted.map(({ dutyId }) => dutyId)])
  return ids.size === 0 ? [] : list(await readLives(world, [...ids]))
}

async function compose(
  person: Reminded,
  due: readonly DueDuty[],
  escalated: readonly Escalated[],
  runKey: string,
  world: World,
): Promise<JobMessage | undefined> {
  const { officer, preference } = person
  const today = world.clock.today()
  // Whoever reminds themselves is still told what they have to decide.
  const wanted = due.filter(({ duty }) => !preference.isOff && !isSnoozed(duty.id, preference, today))
  const steps = [...wanted.flatMap((each) => each.steps), ...escalated.map(({ step }) => step)]
  if (steps.length === 0) return undefined
  const told = new Set(await world.reminders.toldOf(officer.id, steps))
  const fresh = wanted.filter((each) => each.steps.some((step) => !told.has(step)))
  const unheard = escalated.filter(({ step }) => !told.has(step))
  if (fresh.length + unheard.length === 0) return undefined
  return {
    phrases: [...describeOwn(fresh, person, world), ...describeEscalated(unheard, fresh.length, person, world)],
    dutyIds: [...fresh, ...unheard].map(({ duty }) => duty.id),
    changes: [
      {
        kind: 'mark-reminded',
        officerId: officer.id,
        steps: steps.filter((step) => !told.has(step)),
        runKey,
        at: world.clock.now(),
      },
    ],
  }
}

function isSnoozed(dutyId: string, { snoozed }: ReminderPreference, today: Day): boolean {
  if (!Object.hasOwn(snoozed, dutyId)) return false
  const until = snoozed[dutyId] ?? null
  return until === null || today <= until
}

function describeOwn(due: readonly DueDuty[], { officer, standsFor }: Reminded, world: World): Phrase[] {
  if (due.length === 0) return []
  const unit = world.library.unitById.get(officer.unitId)?.name ?? ''
  return [
    { say: 'reminder-heading', with: { unit, day: formatDay(world.clock.today()) } },
    ...standsFor.map(({ name, until }) => ({ say: 'reminder-stand-in', with: { name, until: formatDay(until) } })),
    ...due.map(({ duty, life }, index) => ({
      say: 'reminder-line',
      with: {
        number: index + 1,
        text: shorten(duty.text, 110),
        ...describePlace(duty, world),
        deadline: [describeDeadline(duty, world, life)],
        progress: [describeLife(life, world.library)],
      },
    })),
    { say: 'reminder-how' },
  ]
}

function describeEscalated(escalated: readonly Escalated[], shown: number, { officer }: Reminded, world: World): Phrase[] {
  if (escalated.length === 0) return []
  const decider = world.library.unitById.get(officer.unitId)?.name ?? ''
  const days = world.followUp.graceWorkingDays
  return [
    { say: 'escalation-heading', with: { count: escalated.length, days, unit: decider } },
    ...escalated.map(({ duty, unit, life }, index) => ({
      say: 'escalation-line',
      with: {
        number: shown + index + 1,
        unit: unit.name,
        text: shorten(duty.text, 90),
        ...describePlace(duty, world),
        deadline: [describeDeadline(duty, world, life)],
      },
    })),
    { say: 'escalation-how' },
  ]
}

function describePlace(duty: DueDuty['duty'], { library }: World): { plan: Phrase[]; path: Phrase[] } {
  const plan = library.planById.get(duty.planId)
  return { plan: plan ? [namePlan(plan)] : [], path: [describePath(duty)] }
}
