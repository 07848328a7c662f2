import { addDays, weekdayOf } from '../../domain/calendar.ts'
import { mayLead } from '../../domain/permission.ts'
import { formatDay } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'
import { describeDigest, digestFor } from '../leading/summarize.ts'
import { isRemindingTime } from './is-reminding-time.ts'
import { listReminded } from './list-reminded.ts'
import { queueOnce, type QueueDeps } from './queue-once.ts'

const FROM = '07:00'

/** Bản tổng hợp tuần: from seven on Monday, or on the week's next working morning when that was missed, once to each leader. */
export async function queueDigests(deps: QueueDeps, world: World): Promise<number> {
  const today = world.clock.today()
  if (!isRemindingTime(world.clock.now(), { hour: FROM, isEveryDay: false }, world.followUp, world.holidays)) return 0
  const prefix = `digest:${addDays(today, 1 - weekdayOf(today))}:`
  const done = new Set(await world.reminders.runsOf(prefix))
  let queued = 0
  for (const person of await listReminded(world)) {
    const runKey = `${prefix}${person.officer.id}`
    if (!mayLead(person.officer) || person.isAway || done.has(runKey)) continue
    const digest = await digestFor({ officer: person.officer, units: [] }, world)
    const phrases = [{ say: 'weekly-heading', with: { day: formatDay(today) } }, ...describeDigest(digest)]
    if (await queueOnce(runKey, person, { phrases }, deps, world)) queued += 1
  }
  return queued
}
