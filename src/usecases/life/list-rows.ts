import { findDueHour, lastDayInTime } from '../../domain/deadline.ts'
import type { Day } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import { isDone, type DutyLife } from '../../domain/duty-life.ts'
import type { Unit } from '../../domain/unit.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import type { Library } from '../library.ts'
import type { Lives } from './build-lives.ts'

/** A duty of a unit: the one that the paper charges, which stays its name even where another unit does the work. */
export type Row = { readonly duty: Duty; readonly unitId: string; readonly life: DutyLife }

type Shelf = Pick<Library, 'plans' | 'chargesOf' | 'unitById' | 'covers' | 'dutyById'>

/** What a unit has to do: what papers charge it with and it has not handed on, own before common, then what it took over. */
export function listRows(unit: Unit, library: Shelf, lives: Lives): Row[] {
  const charged = findUnitDuties([unit], library.plans, library)
    .flatMap(({ own, common }) => [...own, ...common])
    .map((duty) => ({ duty, unitId: unit.id, life: lives.of(duty, unit.id) }))
    .filter(({ life }) => life.heldBy === null)
  return [...charged, ...listTaken(unit.id, library, lives)]
}

/** What a unit took over from others. */
export function listTaken(unitId: string, { dutyById }: Pick<Library, 'dutyById'>, lives: Lives): Row[] {
  return lives.givenTo(unitId).flatMap((given) => {
    const duty = dutyById.get(given.dutyId)
    const life = duty && lives.of(duty, given.unitId)
    return duty && life?.heldBy === unitId ? [{ duty, unitId: given.unitId, life }] : []
  })
}

/** Whether anything was ever reported or decided. */
export function isHeard(life: DutyLife): boolean {
  return life.report !== undefined || life.stage !== 'not_started' || life.heldBy !== null || life.grantedUntil !== null
}

/** Whether it still has to be done. */
export function isOpen(life: DutyLife): boolean {
  return !isDone(life) && life.stage !== 'stopped'
}

/** The last day on which the work is in time: the granted one, else the paper's, which stays. */
export function lastDayOf({ deadline }: Pick<Duty, 'deadline'>, { grantedUntil }: Pick<DutyLife, 'grantedUntil'>): Day | undefined {
  return grantedUntil ?? lastDayInTime(deadline)
}

/** The time of day until which it is in time on its last day, where the paper sets one and no other day was granted. */
export function hourOf({ deadline }: Pick<Duty, 'deadline'>, { grantedUntil }: Pick<DutyLife, 'grantedUntil'>): string | undefined {
  return grantedUntil === null ? findDueHour(deadline) : undefined
}
