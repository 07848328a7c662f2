import type { DutyReading, PlanHeader } from '../domain/plan.ts'
import type { Unit } from '../domain/unit.ts'
import { provinceOf, writePlace } from './name-unit.ts'
import { parsePlace } from './parse-place.ts'
import { parseName, readUnit } from './read-unit.ts'
import { isCollectiveName } from './read-collective.ts'
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
  const place = readPlanPlace(header, duties, lexicon, province)
  const units = new Map<string, Unit>()
  const take = (name: string): Unit => {
    const unit = readUnit(name, place, lexicon)
    if (!units.has(unit.id)) units.set(unit.id, unit)
    return unit
  }
  if (header.issuer) take(header.issuer)
  for (const name of listNames(duties)) take(name)
  for (const name of header.recipients) if (isUnitName(name, lexicon)) take(name)
  return { units: [...units.values()], idOf: (name) => readUnit(name, place, lexicon).id }
}

/** Where a plan is at home, with its province when the plan says or the office knows it: "huyện Bình Sơn, tỉnh Quảng Ngãi". */
export function readPlanPlace(
  header: PlanHeader,
  duties: readonly DutyReading[],
  lexicon: UnitLexicon,
  province: string | null = null,
): string | null {
  const { issuer, place, recipients, citations } = header
  const home = (issuer ? readUnit(issuer, place, lexicon).place : null) ?? place
  const [step, above] = parsePlace(home, lexicon)
  if (!step || above || step.level === 'province') return home
  const named = [...citations.map((each) => each.issuer ?? ''), ...recipients, ...listNames(duties)]
  const said =
    province ?? named.map((name) => readUnit(name, null, lexicon)).find((unit) => unit.level === 'province' && unit.place)?.place
  const known = said ? null : provinceOf(step, lexicon)
  return writePlace([step, ...parsePlace(said ?? null, lexicon), ...(known ? [known] : [])])
}

function listNames(duties: readonly DutyReading[]): string[] {
  return duties.flatMap(({ units, reporting }) => [
    ...units.map(({ name }) => name),
    ...(reporting ? [reporting.to] : []),
    ...(reporting?.via ? [reporting.via] : []),
  ])
}

// "Lưu: VT", "Như trên" are recipients that are no units.
function isUnitName(name: string, lexicon: UnitLexicon): boolean {
  return readTokens(name).length > 1 && (isCollectiveName(name, lexicon) || parseName(name, lexicon) !== undefined)
}
