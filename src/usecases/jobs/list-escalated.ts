import { workingDaysBetween } from '../../dates/working-days.ts'
import { daysBetween } from '../../domain/calendar.ts'
import type { Unit } from '../../domain/unit.ts'
import type { World } from '../asked.ts'
import type { Lives } from '../life/build-lives.ts'
import { isOpen, lastDayOf, listRows, type Row } from '../life/list-rows.ts'
import { readLives } from '../life/read-lives.ts'
import type { Reminded } from './list-reminded.ts'

/** A duty that a unit has left without a word, as it is told to who decides. */
export type Escalated = Pick<Row, 'duty' | 'life'> & { readonly unit: Unit; readonly step: string }

/** By officer: what is overdue beyond the grace without any report, told to the unit's leaders, or to those of the nearest unit above that has any. */
export async function listEscalated(people: readonly Reminded[], world: World): Promise<ReadonlyMap<string, readonly Escalated[]>> {
  const leaders = Map.groupBy(
    people.filter(({ officer, isAway }) => officer.role === 'leader' && !isAway),
    ({ officer }) => officer.unitId,
  )
  const told = new Map<string, Escalated[]>()
  if (leaders.size === 0) return told
  const lives = await readLives(world)
  for (const unit of world.library.unitById.values()) {
    if (unit.isCollective) continue
    const deciders = findDeciders(unit, leaders, world)
    if (deciders.length === 0) continue
    const silent = listSilent(unit, lives, world)
    for (const { officer } of deciders) told.set(officer.id, [...(told.get(officer.id) ?? []), ...silent])
  }
  return told
}

function findDeciders(unit: Unit, leaders: ReadonlyMap<string, readonly Reminded[]>, { library }: World): readonly Reminded[] {
  const seen = new Set<string>()
  for (let at: Unit | undefined = unit; at && !seen.has(at.id); at = library.unitById.get(at.parentId ?? '')) {
    const found = leaders.get(at.id)
    if (found) return found
    seen.add(at.id)
  }
  return []
}

function listSilent(unit: Unit, lives: Lives, { library, clock, holidays, followUp }: World): Escalated[] {
  const today = clock.today()
  const { graceWorkingDays } = followUp
  return listRows(unit, library, lives)
    .filter(({ duty, unitId, life }) => isOpen(life) && lives.lastReportAt(duty.id, unitId) === undefined)
    .flatMap(({ duty, life }) => {
      const lastDay = lastDayOf(duty, life)
      const isLate =
        lastDay !== undefined &&
        daysBetween(lastDay, today) > graceWorkingDays &&
        // Long ago is late whatever the holidays were, and counting would take its time.
        (daysBetween(lastDay, today) > 10 * graceWorkingDays || workingDaysBetween(lastDay, today, holidays) > graceWorkingDays)
      return isLate ? [{ duty, life, unit, step: `${duty.id} ${unit.id} ${lastDay} escalated` }] : []
    })
}
