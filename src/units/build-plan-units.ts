import type { DutyReading, PlanHeader } from '../domain/plan.ts'
import type { Unit } from '../domain/unit.ts'
import { parseName, readUnitLine } from './read-unit.ts'
import { isCollectiveName, readCollective } from './read-collective.ts'
import { readPlanHome } from './read-plan-home.ts'
import { readTokens } from './read-tokens.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** The units of one plan, and which of them a name as written in it means. */
export type PlanUnits = { readonly units: Unit[]; readonly idOf: (name: string) => string }

/** All units that a plan names: issuer, units of its duties, recipients; with the units above them. */
export function buildPlanUnits(
  header: PlanHeader,
  duties: readonly DutyReading[],
  lexicon: UnitLexicon,
  province: string | null = null,
): PlanUnits {
  const home = readPlanHome(header, duties, lexicon, province)
  const lines = new Map<string, readonly [Unit, ...Unit[]]>()
  const read = (name: string): readonly [Unit, ...Unit[]] => {
    const line = lines.get(name) ?? readUnitLine(name, home, lexicon, 'known')
    lines.set(name, line)
    return line
  }
  const recipients = header.recipients.filter((name) => isUnitName(name, lexicon))
  const named = [...(header.issuer ? [header.issuer] : []), ...listNames(duties), ...recipients].map(read)
  const issuer = header.issuer ? read(header.issuer) : undefined
  const units = [...named.map(([unit]) => unit), ...named.flatMap(([, ...above]) => above)]
  return {
    units: [...Map.groupBy(units, ({ id }) => id).values()].map(([unit]) => giveParent(unit!, issuer, lexicon)),
    idOf: (name) => read(name)[0].id,
  }
}

// A ban chỉ đạo or tổ công tác serves the authority that sends out the plan.
function giveParent(unit: Unit, issuer: readonly Unit[] | undefined, lexicon: UnitLexicon): Unit {
  if (!issuer || unit.parentId || unit.isCollective || parseName(unit.name, lexicon)?.head?.group !== 'steering') return unit
  const owner = issuer.findLast(({ level, place }) => level === unit.level && place === unit.place)
  return owner && owner.id !== unit.id ? { ...unit, parentId: owner.id } : unit
}

function listNames(duties: readonly DutyReading[]): string[] {
  return duties.flatMap(({ units, reporting }) => [
    ...units.map(({ name }) => name),
    ...(reporting ? [reporting.to] : []),
    ...(reporting?.via ? [reporting.via] : []),
  ])
}

// "Lưu: VT", "Như trên" are recipients that are no units; nor is what a bad scan left of a name, "Huy0 ay".
function isUnitName(name: string, lexicon: UnitLexicon): boolean {
  if (readTokens(name).length < 2 || name.split(/[\s,;:.()/–-]+/).some(isDamaged)) return false
  if (isCollectiveName(name, lexicon)) return readCollective(name, lexicon).parts.length > 0
  return parseName(name, lexicon) !== undefined
}

// Letters with digits or signs between them are no word.
function isDamaged(word: string): boolean {
  return /\p{L}/u.test(word) && /[^\p{L}&'’"“”]/u.test(word.normalize('NFC'))
}
