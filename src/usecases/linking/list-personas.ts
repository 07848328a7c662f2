import type { OfficerRole } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import type { Library } from '../library.ts'

/** Somebody one can be on the try-it page. */
export type TryPersona = { readonly role: OfficerRole; readonly unit: Unit }

/** Officers of every unit that a plan charges by name, and leaders of the units that stand above some. */
export function listPersonas(library: Library): TryPersona[] {
  const units = [...library.unitById.values()].filter(({ isCollective }) => !isCollective)
  const charged = units.filter((unit) => findUnitDuties([unit], library.plans, library).some(({ own }) => own.length > 0))
  const above = new Set(charged.map(({ parentId }) => parentId))
  const leading = units.filter(({ id }) => above.has(id))
  return [
    ...charged.map((unit): TryPersona => ({ role: 'officer', unit })),
    ...leading.map((unit): TryPersona => ({ role: 'leader', unit })),
    ...leading.map((unit): TryPersona => ({ role: 'office', unit })),
  ]
}
