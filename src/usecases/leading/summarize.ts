import { findComparison } from '../../dates/find-comparison.ts'
import { addDays, type Day } from '../../domain/calendar.ts'
import { mayLead } from '../../domain/permission.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { reply, say, type Asked, type Asker, type Decision, type World } from '../asked.ts'
import { countConcerns } from '../concerns/list-concerns.ts'
import { describeNeeds } from '../deciding/describe-needs.ts'
import { readLog } from '../life/read-lives.ts'
import { comparePeriods } from './compare-periods.ts'
import { countDutiesAt } from './count-carried.ts'
import { countDuties, sumRows, rateOnTime, type Digest } from './count-duties.ts'
import { describeComparison } from './describe-comparison.ts'
import { formatChange } from './format-change.ts'
import { isSilent, SILENT_AFTER_DAYS } from './is-silent.ts'
import { listMeant, listSeenUnits } from './list-meant.ts'
import { rankUnits } from './rank-units.ts'
import { readUnitsQuestion } from './read-units-question.ts'

/** "Tổng hợp": the 2×2 table per unit, every rate with its numerator and denominator; "so với tháng trước" sets two periods side by side. */
export async function summarize(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  const { clock } = world
  const { units, library } = listMeant(asked, world.library)
  if (units.length === 0) return say('summary-of-none')
  const log = await readLog(world)
  const comparison = findComparison(asked.text, clock.today())
  if (comparison) {
    const compared = comparePeriods(comparison, units, log, library, clock.today())
    const { current, before } = compared.periods
    return { reply: reply(describeComparison(compared), { facts: [current.from, current.to, before.from, before.to] }) }
  }
  const digest = countDuties(units, log, library, clock.today())
  const question = readUnitsQuestion(asked.text)
  if (question) return { reply: reply(rankUnits(question, digest), { facts: digest.rows.map(({ unit }) => unit) }) }
  const since = `${clock.today().slice(0, 7)}-01`
  const before = countDutiesAt(units, log, library, addDays(since, -1))
  const needs = await describeNeeds(asked.asker.officer, log, world)
  const hard = await countConcerns(asked.asker.officer, log, world)
  const [heading, ...table] = describeDigest(digest, { before, since })
  return { reply: reply([...(heading ? [heading] : []), ...needs.sentence, ...hard, ...table], { facts: [since] }) }
}

/** The digest of the units that somebody may see. */
export async function digestFor({ officer }: Asker, world: World): Promise<Digest> {
  const { library, clock } = world
  return countDuties(listSeenUnits(officer, library), await readLog(world), library, clock.today())
}

/** The table as it stood when a day began. */
export type Before = { readonly before: Digest; readonly since: Day }

/** The digest in phrases: sums first, beside those of before where they are known, then a line per unit, the most overdue first. */
export function describeDigest({ asOf, rows }: Digest, earlier?: Before): Phrase[] {
  const { total, done, open, aside } = sumRows(rows)
  const silent = rows.filter((row) => isSilent(row, asOf))
  const { percent, ...rate } = rateOnTime({ done, open })
  return [
    { say: 'digest-heading', with: { day: formatDay(asOf), units: rows.length, total } },
    { say: 'digest-done', with: { ...done, unconfirmed: aside.unconfirmed || '' } },
    { say: 'digest-open', with: { ...open } },
    ...(aside.stopped > 0 ? [{ say: 'digest-stopped', with: { count: aside.stopped } }] : []),
    percent === undefined ? { say: 'digest-rate-none', with: rate } : { say: 'digest-rate', with: { ...rate, percent } },
    ...(earlier ? [compareSums({ done, open }, earlier)] : []),
    { say: 'digest-silent', with: { count: silent.length, days: SILENT_AFTER_DAYS } },
    ...rows.toSorted((a, b) => b.open.overdue - a.open.overdue || b.total - a.total).map(describeRow),
  ]
}

/** Tồn kỳ trước and what became of it: the sums now beside those of before, and how much each changed. */
function compareSums({ done, open }: Pick<Digest['rows'][number], 'done' | 'open'>, { before, since }: Before): Phrase {
  const then = sumRows(before.rows)
  return {
    say: 'digest-compared',
    with: {
      since: formatDay(since),
      carried: then.open.total,
      doneBefore: then.done.total,
      done: done.total,
      doneChange: formatChange(done.total - then.done.total),
      overdueBefore: then.open.overdue,
      overdue: open.overdue,
      overdueChange: formatChange(open.overdue - then.open.overdue),
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
