import { addDays, dayInVietnam, type Day } from '../../domain/calendar.ts'
import { momentOf } from '../../domain/digest-schedule.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Library } from '../library.ts'
import { countDuties, type Digest, type DigestRow } from './count-duties.ts'

/** How every unit stood at the beginning of a period. */
export type Carried = { readonly since: Day; readonly byUnit: ReadonlyMap<string, Pick<DigestRow, 'done' | 'open'>> }

/** The table as it stood at the end of a day: what was reported later is not known yet, and papers issued later charge nobody yet. */
export function countDutiesAt(units: readonly Unit[], log: readonly LogLine[], library: Library, day: Day): Digest {
  const until = momentOf(addDays(day, 1), '00:00')
  const known = log.filter(({ at }) => at < until)
  const plans = library.plans.filter((plan) => givenOn(plan) <= day)
  return countDuties(units, known, { ...library, plans }, day)
}

/** The table as it stands when a day begins: what comes back that day is open again. */
export function countDutiesOpening(units: readonly Unit[], log: readonly LogLine[], library: Library, day: Day): Digest {
  const since = momentOf(day, '00:00')
  const plans = library.plans.filter((plan) => givenOn(plan) < day)
  return countDuties(
    units,
    log.filter(({ at }) => at < since),
    { ...library, plans },
    day,
  )
}

/** Tồn kỳ trước: what was open when a period began, and what was done by then. */
export function countCarried(units: readonly Unit[], log: readonly LogLine[], library: Library, since: Day): Carried {
  const { rows } = countDutiesAt(units, log, library, addDays(since, -1))
  return { since, byUnit: new Map(rows.map((row) => [row.unitId, row])) }
}

/** When a paper began to charge: its own day, where it cannot be read that of the newest paper it cites, else the day it was loaded. */
function givenOn({ plan, importedAt }: Plan): Day {
  if (plan.issuedOn !== null) return plan.issuedOn
  const cited = plan.citations.flatMap(({ issuedOn }) => issuedOn ?? []).toSorted()
  return cited.at(-1) ?? dayInVietnam(importedAt)
}
