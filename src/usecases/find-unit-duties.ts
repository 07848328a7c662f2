import type { Duty, DutyUnit } from '../domain/duty.ts'
import type { Plan } from '../domain/plan.ts'
import type { Unit } from '../domain/unit.ts'
import type { Library } from './library.ts'

/** What a plan charges a unit with: by its name, and through collectives that cover it. */
export type UnitDuties = { readonly plan: Plan; readonly own: readonly Duty[]; readonly common: readonly Duty[] }

/** The duties of units in each of the plans that charge them, in the order of the plans. */
export function findUnitDuties(units: readonly Unit[], plans: readonly Plan[], library: Library): UnitDuties[] {
  return plans.flatMap((plan) => {
    const duties = library.dutiesOfPlan.get(plan.id) ?? []
    const own = duties.filter((duty) => duty.units.some((named) => isCharged(named) && units.some(({ id }) => id === named.unitId)))
    const common = duties.filter((duty) => !own.includes(duty) && units.some((unit) => isCoveredBy(unit, duty, plan, library)))
    return own.length + common.length > 0 ? [{ plan, own, common }] : []
  })
}

/** Whether a duty charges a unit through a collective; a collective that only coordinates leaves open who is called on. */
function isCoveredBy(unit: Unit, duty: Duty, plan: Plan, library: Library): boolean {
  return duty.units.some((named) => isCharged(named) && named.role !== 'coordinate' && coversUnit(named, unit, plan, library))
}

/** Whether a collective that a duty names covers a unit. */
export function coversUnit(named: DutyUnit, unit: Unit, plan: Plan, library: Library): boolean {
  const collective = library.unitById.get(named.unitId)
  return named.isCollective && collective !== undefined && library.covers(collective, unit, plan)
}

function isCharged({ role }: DutyUnit): boolean {
  return role !== 'report_to'
}
