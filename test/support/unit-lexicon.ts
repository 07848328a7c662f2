import { readFileSync } from 'node:fs'
import { buildRegistry, type UnitRegistry } from '../../src/units/build-registry.ts'
import { readUnit } from '../../src/units/read-unit.ts'
import { buildUnitLexicon } from '../../src/units/unit-lexicon.ts'

const readData = (name: string) => JSON.parse(readFileSync(new URL(`../../data/lexicon/${name}.json`, import.meta.url), 'utf8'))

/** The lexicon that ships. */
export const unitLexicon = buildUnitLexicon(readData('unit-aliases'), readData('places'))

/** A registry of units by place. */
export function aRegistry(units: Readonly<Record<string, readonly string[]>>): UnitRegistry {
  const all = Object.entries(units).flatMap(([place, names]) => names.map((name) => readUnit(name, place, unitLexicon)))
  return buildRegistry(all, unitLexicon)
}
