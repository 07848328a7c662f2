import type { Unit } from '../domain/unit.ts'
import { writePlace } from '../units/name-unit.ts'
import { isSamePlace, parsePlace } from '../units/parse-place.ts'
import { matchUnit } from '../units/find-units.ts'
import { readUnit } from '../units/read-unit.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'
import type { Library } from './library.ts'

const SURE = 0.9
/** The same few names ask again and again. */
const MOST_REMEMBERED = 500
const remembered = new WeakMap<Library, Map<string, readonly Unit[]>>()

/** The registered units that a name given by an operator may mean, or a unit made from the name when no plan names it. */
export function findAskerUnits(name: string, library: Library, lexicon: UnitLexicon): readonly Unit[] {
  const known = remembered.get(library) ?? new Map<string, readonly Unit[]>()
  remembered.set(library, known)
  const units = known.get(name) ?? findFreshUnits(name, library, lexicon)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(name, units)
  return units
}

function findFreshUnits(name: string, library: Library, lexicon: UnitLexicon): Unit[] {
  const matches = matchUnit(name, library.registry)
  const best = matches[0]?.score ?? 0
  const found =
    best >= SURE
      ? matches.filter(({ score }) => score >= best - 0.03).flatMap(({ unitId }) => library.unitById.get(unitId) ?? [])
      : []
  return found.length > 0 ? found : [readNewUnit(name, library, lexicon)]
}

// "UBND xã (Bù Gia Mập)": a place without its level is the one that papers name so.
function readNewUnit(name: string, { registry }: Library, lexicon: UnitLexicon): Unit {
  const unit = readUnit(name, null, lexicon)
  const [step] = parsePlace(unit.place, lexicon)
  if (!step || step.level !== null) return unit
  const known = registry.units.flatMap(({ steps }) => steps).find((each) => each.level !== null && isSamePlace(each, step))
  return known ? readUnit(name.replace(/\s*\([^()]*\)?\s*$/, ''), writePlace([known]), lexicon) : unit
}
