import type { Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import type { UnitList } from '../units/find-unit-names.ts'

/** "Sở A (chủ trì), Sở B, Sở C": who leads and who helps, where brackets behind the names say it; undefined where none does. */
export function listBracketRoles(text: string, { units }: UnitList): readonly (Role | undefined)[] | undefined {
  const own = units.map(({ end }) => roleInBracket(fold(text.slice(end, end + 40))))
  if (own.every((role) => role === undefined)) return undefined
  const isLed = own.includes('lead')
  return own.map((role, index) => role ?? findNext(own, index) ?? (isLed ? 'coordinate' : undefined))
}

function roleInBracket(after: string): Role | undefined {
  const word = /^\s*\((?:co quan |don vi )?(?:cung )?(chu tri|phoi hop|thuc hien)[^)]{0,20}\)/.exec(after)?.[1]
  if (!word) return undefined
  return word === 'chu tri' ? 'lead' : word === 'phoi hop' ? 'coordinate' : 'assigned'
}

// "Sở B, Sở C (phối hợp)": one bracket for all before it.
function findNext(own: readonly (Role | undefined)[], index: number): Role | undefined {
  const role = own.slice(index).find((each) => each !== undefined)
  return role === 'coordinate' ? role : undefined
}
