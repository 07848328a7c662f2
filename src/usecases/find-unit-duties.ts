import type { Duty, DutyUnit } from '../domain/duty.ts'
import type { Plan } from '../domain/plan.ts'
import type { Unit } from '../domain/unit.ts'
import type { Library } from './library.ts'

/** What a plan charges a unit with: by its name, and through collectives that cover it. */
export type UnitDuties = { readonly plan: Plan; readonly own: readonly Duty[]; readonly common: readonly Duty[] }

/** The duties of units in each of the plans that charge them, in the order of the plans. */
export function findUnitDuties(
  units: readonly Unit[],
  plans: readonly Plan[],
  library: Pick<Library, 'chargesOf' | 'unitById' | 'covers'>,
): UnitDuties[] {
  return plans.flatMap((plan) => {
    const charges = library.chargesOf.get(plan.id)
    if (!charges) return []
    const named = new Set(units.flatMap(({ id }) => charges.byUnit.get(id) ?? []))
    const own = units.length > 1 ? [...named].toSorted((a, b) => a.order - b.order) : [...named]
    // A collective that only coordinates leaves open who is called on: it is no charge.
    const common = charges.common
      .filter(({ duty, collectives }) => {
        return !named.has(duty) && units.some((unit) => collectives.some((each) => coversUnit(each, unit, plan, library)))
      })
      .map(({ duty }) => duty)
    return own.length + common.length > 0 ? [{ plan, own, common }] : []
  })
}

/** Whether a collective that a duty names covers a unit. */
export function coversUnit(named: DutyUnit, unit: Unit, plan: Plan, library: Pick<Library, 'unitById' | 'covers'>): boolean {
  const collective = library.unitById.get(named.unitId)
  return named.isCollective && collective !== undefined && library.covers(collective, unit, plan)
}
