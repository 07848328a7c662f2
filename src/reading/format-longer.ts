import type { FoundUnitName } from '../units/find-unit-names.ts'

/** The last of several names goes on with words that no list knows. */
export function formatLonger(units: readonly FoundUnitName[], words: string): { name: string }[] {
  return units.map(({ name }, index) => ({ name: index === units.length - 1 ? `${name}${words.trimEnd()}` : name }))
}
