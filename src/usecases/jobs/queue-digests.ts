import { timeInVietnam, weekdayOf } from '../../domain/calendar.ts'
import { mayLead } from '../../domain/permission.ts'
import { formatDay } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'
import { describeDigest, digestFor } from '../leading/summarize.ts'
import { queueOnce, type QueueDeps } from './queue-once.ts'
import { listReachable } from './queue-reminders.ts'

const FROM = '07:00'
const UNTIL = '17:00'

/** Bản tổng hợp tuần: every Monday from seven, one message to each leader, of the units that the leader may see. */
export async function queueDigests(deps: QueueDeps, world: World): Promise<number> {
  const today = world.clock.today()
  const time = timeInVietnam(world.clock.now())
  if (weekdayOf(today) !== 1 || time < FROM || time >= UNTIL) return 0
  let queued = 0
  for (const person of await listReachable(world)) {
    if (!mayLead(person.officer)) continue
    const digest = await digestFor({ officer: person.officer, units: [] }, world)
    const phrases = [{ say: 'weekly-heading', with: { day: formatDay(today) } }, ...describeDigest(digest)]
    if (await queueOnce(`digest:${today}:${person.officer.id}`, person, phrases, deps, world)) queued += 1
  }
  return queued
}
