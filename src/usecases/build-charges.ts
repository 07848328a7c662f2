import type { Duty, DutyUnit } from '../domain/duty.ts'

/** The duties of one plan by whom they charge, so that sums over every unit look at each duty once. */
export type Charges = {
  readonly byUnit: ReadonlyMap<string, readonly Duty[]>
  /** Duties that charge a collective, with the collectives that count. */
  readonly common: readonly { readonly duty: Duty; readonly collectives: readonly DutyUnit[] }[]
}

/** Sorts the duties of a plan by the units that they charge, in the order of the plan. */
export function buildCharges(duties: readonly Duty[]): Charges {
  const charged = duties.flatMap((duty) => {
    const unitIds = new Set(duty.units.filter(isCharged).map(({ unitId }) => unitId))
    return [...unitIds].map((unitId) => ({ unitId, duty }))
  })
  const byUnit = new Map(
    [...Map.groupBy(charged, ({ unitId }) => unitId)].map(([unitId, found]) => [unitId, found.map(({ duty }) => duty)]),
  )
  const common = duties.flatMap((duty) => {
    const collectives = duty.units.filter((named) => isCharged(named) && named.isCollective && named.role !== 'coordinate')
    return collectives.length > 0 ? [{ duty, collectives }] : []
  })
  return { byUnit, common }
}

function isCharged({ role }: DutyUnit): boolean {
  return role !== 'report_to'
}
