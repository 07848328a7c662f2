import type { Unit } from '../domain/unit.ts'
import { matchUnit } from '../units/find-units.ts'
import { readUnit } from '../units/read-unit.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'
import type { Library } from './library.ts'

const SURE = 0.9

/** The registered units that a name given by an operator may mean, or a unit made from the name when no plan names it. */
export function findAskerUnits(name: string, library: Library, lexicon: UnitLexicon): Unit[] {
  const matches = matchUnit(name, library.registry)
  const best = matches[0]?.score ?? 0
  const found =
    best >= SURE
      ? matches.filter(({ score }) => score >= best - 0.03).flatMap(({ unitId }) => library.unitById.get(unitId) ?? [])
      : []
  return found.length > 0 ? found : [readUnit(name, null, lexicon)]
}
