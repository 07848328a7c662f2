import type { DutyUnit } from './duty.ts'
import { DUTY_ACTS, type DutyActKind } from './duty-life.ts'
import type { Officer } from './officer.ts'
import type { Unit } from './unit.ts'

/** The unit and every unit above it, nearest first. */
function withParents(unitId: string, units: ReadonlyMap<string, Pick<Unit, 'parentId'>>): string[] {
  const line: string[] = []
  for (let id: string | null = unitId; id && !line.includes(id); id = units.get(id)?.parentId ?? null) line.push(id)
  return line
}

/** Linked people may read what plans say; nobody else may read anything. */
export function mayReadPlans(officer: Officer | undefined): officer is Officer {
  return officer?.isActive === true
}

/** Progress of a unit: an officer's own unit, a leader's units below, everything for the office. */
export function maySeeProgress(officer: Officer, unitId: string, units: ReadonlyMap<string, Unit>): boolean {
  if (!officer.isActive) return false
  if (officer.role === 'office' || officer.unitId === unitId) return true
  return leads(officer, unitId, units)
}

/** Reporting is for people of the unit (and the office on its behalf), on duties that charge the unit by name or through a collective. */
export function mayReport(
  officer: Officer,
  unitId: string,
  charged: readonly DutyUnit[],
  covers: (collective: DutyUnit) => boolean,
): boolean {
  if (!officer.isActive || (officer.role !== 'office' && officer.unitId !== unitId)) return false
  return charged.some((unit) => unit.role !== 'report_to' && (unit.unitId === unitId || (unit.isCollective && covers(unit))))
}

/** An act on a duty, as far as it matters for who may do it. */
export type ActRight = {
  readonly kind: DutyActKind
  /** The unit that does the work. */
  readonly unitId: string
  /** The unit that is to do it, for a transfer. */
  readonly toUnitId: string | null
  /** Who made what is decided on. */
  readonly maker: Pick<Officer, 'id' | 'role' | 'unitId'> | undefined
}

/**
 * Superiors are leaders of the unit or of one above it, and the office. Nobody decides on their own report, and what a leader reported is
 * for a leader above or for the office.
 */
export function mayAct(
  officer: Officer,
  { kind, unitId, toUnitId, maker }: ActRight,
  units: ReadonlyMap<string, Pick<Unit, 'parentId'>>,
): boolean {
  if (!officer.isActive || maker?.id === officer.id) return false
  const { by } = DUTY_ACTS[kind]
  if (by === 'doer') return officer.role === 'office' || officer.unitId === unitId
  if (officer.role === 'office') return true
  const isEqual = maker?.role === 'leader' && maker.unitId === officer.unitId
  const below = by === 'superior_of_both' ? [unitId, toUnitId ?? unitId] : [unitId]
  return !isEqual && below.every((id) => leads(officer, id, units))
}

function leads(officer: Officer, unitId: string, units: ReadonlyMap<string, Pick<Unit, 'parentId'>>): boolean {
  return officer.role === 'leader' && withParents(unitId, units).includes(officer.unitId)
}

/** What was read from a paper is corrected by the office, which has the paper. */
export function mayCorrect(officer: Officer): boolean {
  return officer.isActive && officer.role === 'office'
}

/** Sums, urging and broadcasts are for leaders and the office. */
export function mayLead(officer: Officer): boolean {
  return officer.isActive && (officer.role === 'leader' || officer.role === 'office')
}
