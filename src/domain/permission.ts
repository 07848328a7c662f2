import type { DutyUnit } from './duty.ts'
import type { Officer } from './officer.ts'
import type { Unit } from './unit.ts'

/** The unit and every unit above it, nearest first. */
function withParents(unitId: string, units: ReadonlyMap<string, Unit>): string[] {
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
  return officer.role === 'leader' && withParents(unitId, units).includes(officer.unitId)
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

/** What was read from a paper is corrected by the office, which has the paper. */
export function mayCorrect(officer: Officer): boolean {
  return officer.isActive && officer.role === 'office'
}

/** Sums, urging and broadcasts are for leaders and the office. */
export function mayLead(officer: Officer): boolean {
  return officer.isActive && (officer.role === 'leader' || officer.role === 'office')
}
