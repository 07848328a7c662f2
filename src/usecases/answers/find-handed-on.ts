import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { isSamePlace, parsePlace } from '../../units/parse-place.ts'
import type { World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'

// Folded beginnings of offices that work for a committee, and of the committee.
const OFFICE = /^(?:phong|so|thanh tra|chi cuc|trung tam|van phong) /
const COMMITTEE = /^ubnd /
// Folded words by which a committee hands on what it is charged with.
const HANDING_ON = /\bphan cong\b|\bgiao (?:nhiem vu )?(?:cu the )?(?:cho )?(?:cac )?(?:co quan|phong|don vi|so)\b/

/** What the committee above an office is charged with, where the plan tells it to share the work out among its offices. */
export function findHandedOn(units: readonly Unit[], plans: readonly Plan[], { library }: World): Duty[] {
  const { lexicon } = library.registry
  const homes = units.filter(({ name }) => OFFICE.test(fold(name))).flatMap(({ place }) => parsePlace(place, lexicon).slice(0, 1))
  if (homes.length === 0) return []
  const above = [...library.unitById.values()].filter(({ name, place }) => {
    const [home] = COMMITTEE.test(fold(name)) ? parsePlace(place, lexicon) : []
    return home && homes.some((each) => isSamePlace(each, home))
  })
  const charged = findUnitDuties(above, plans, library).flatMap(({ own }) => own)
  return charged.filter(({ text }) => HANDING_ON.test(fold(text)))
}
