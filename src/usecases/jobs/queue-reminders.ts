import { deadlineState } from '../../dates/deadline-state.ts'
import { isWorkingDay } from '../../dates/working-days.ts'
import { timeInVietnam } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import { currentProgress } from '../../domain/progress.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay, listDuty } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { queueOnce, type QueueDeps, type Reachable } from './queue-once.ts'

const FROM = '07:30'
const UNTIL = '17:00'
const LADDER = new Set([3, 1])

/** Nhắc việc: one grouped message per officer and working morning, three and one working days before the last day and on it. */
export async function queueReminders(deps: QueueDeps, world: World): Promise<number> {
  const today = world.clock.today()
  const time = timeInVietnam(world.clock.now())
  if (!isWorkingDay(today, world.holidays) || time < FROM || time >= UNTIL) return 0
  let queued = 0
  for (const person of await listReachable(world)) {
    const phrases = await remind(person, world)
    if (phrases.length > 0 && (await queueOnce(`reminders:${today}:${person.officer.id}`, person, phrases, deps, world)))
      queued += 1
  }
  return queued
}

/** Active people with an open account, the accounts oldest first. */
export async function listReachable({ officers }: Pick<World, 'officers'>): Promise<Reachable[]> {
  const all = await officers.all()
  return all.flatMap(({ officer, accounts }) => {
    const account = accounts.find(({ closedAt }) => closedAt === null)
    return officer.isActive && account ? [{ officer, account }] : []
  })
}

async function remind({ officer }: Reachable, world: World): Promise<Phrase[]> {
  const unit = world.library.unitById.get(officer.unitId)
  if (!unit) return []
  const duties = findUnitDuties([unit], world.library.plans, world.library).flatMap(({ own, common }) => [...own, ...common])
  const due = duties.filter((duty) => isOnLadder(duty, world))
  if (due.length === 0) return []
  const log = await world.progress.ofDuties(due.map(({ id }) => id))
  const stateOf = (duty: Duty): ReturnType<typeof currentProgress> =>
    currentProgress(log.filter(({ dutyId, unitId }) => dutyId === duty.id && unitId === unit.id))
  const open = due.filter((duty) => stateOf(duty)?.status !== 'done')
  if (open.length === 0) return []
  const lines = open.map((duty, index) => listDuty(duty, index + 1, [unit.id], world, stateOf(duty)))
  return [{ say: 'reminder-heading', with: { unit: unit.name, day: formatDay(world.clock.today()) } }, ...lines]
}

function isOnLadder({ deadline }: Duty, { clock, holidays }: World): boolean {
  const state = deadlineState(deadline, clock.today(), holidays)
  return state.kind === 'today' || (state.kind === 'near' && LADDER.has(state.workingDaysLeft))
}
