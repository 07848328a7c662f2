import { addDays, dayInVietnam, daysBetween, type Day } from '../../domain/calendar.ts'
import { mayLead, maySeeProgress } from '../../domain/permission.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { reply, say, type Asked, type Asker, type Decision, type World } from '../asked.ts'
import type { Library } from '../library.ts'
import { countDutiesAt } from './count-carried.ts'
import { countDuties, sumRows, rateOnTime, type Digest } from './count-duties.ts'

const SILENT_AFTER_DAYS = 30

/** "Tổng hợp": the 2×2 table per unit, every rate with its numerator and denominator. */
export async function summarize(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  const { library, progress, clock } = world
  const units = listSeenUnits(asked.asker.officer, library)
  const log = await progress.all()
  const digest = countDuties(units, log, library, clock.today())
  return { reply: reply(describeDigest(digest, countDutiesAt(units, log, library, endOfLastMonth(clock.today())))) }
}

/** The digest of the units that somebody may see. */
export async function digestFor({ officer }: Asker, { library, progress, clock }: World): Promise<Digest> {
  return countDuties(listSeenUnits(officer, library), await progress.all(), library, clock.today())
}

/** Units that can report, single ones and not collectives, of those whose progress somebody may see. */
export function listSeenUnits(officer: Officer, { unitById }: Library): Unit[] {
  return [...unitById.values()].filter(({ id, isCollective }) => !isCollective && maySeeProgress(officer, id, unitById))
}

function endOfLastMonth(today: Day): Day {
  return addDays(`${today.slice(0, 7)}-01`, -1)
}

/** The digest in phrases: sums first, beside those of before where they are known, then a line per unit, the most overdue first. */
export function describeDigest({ asOf, rows }: Digest, before?: Digest): Phrase[] {
  const { total, done, open } = sumRows(rows)
  const silent = rows.filter(
    ({ lastReportAt }) => lastReportAt === null || daysBetween(dayInVietnam(lastReportAt), asOf) > SILENT_AFTER_DAYS,
  )
  const { percent, ...rate } = rateOnTime({ done, open })
  return [
    { say: 'digest-heading', with: { day: formatDay(asOf), units: rows.length, total } },
    { say: 'digest-done', with: { ...done } },
    { say: 'digest-open', with: { ...open } },
    percent === undefined ? { say: 'digest-rate-none', with: rate } : { say: 'digest-rate', with: { ...rate, percent } },
    ...(before ? [compareSums({ done, open }, before)] : []),
    { say: 'digest-silent', with: { count: silent.length, days: SILENT_AFTER_DAYS } },
    ...rows.toSorted((a, b) => b.open.overdue - a.open.overdue || b.total - a.total).map(describeRow),
  ]
}

/** Tồn kỳ trước and what became of it: the sums now beside those at the end of last month. */
function compareSums({ done, open }: Pick<Digest['rows'][number], 'done' | 'open'>, { rows }: Digest): Phrase {
  const before = sumRows(rows)
  return {
    say: 'digest-compared',
    with: {
      carried: before.open.total,
      doneBefore: before.done.total,
      done: done.total,
      overdueBefore: before.open.overdue,
      overdue: open.overdue,
    },
  }
}

function describeRow({ unit, total, done, open }: Digest['rows'][number]): Phrase {
  return {
    say: 'digest-row',
    with: {
      unit,
      total,
      done: done.total,
      onTime: done.onTime,
      late: done.late,
      doneNoDeadline: done.noDeadline,
      open: open.total,
      inTime: open.inTime,
      overdue: open.overdue,
      noDeadline: open.noDeadline,
    },
  }
}
