import { buildRegistry, type UnitRegistry } from '../units/build-registry.ts'
import { NO_DECLARATIONS, type UnitDeclarations } from '../units/read-declarations.ts'
import { isCovered } from '../units/is-covered.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'
import type { Correction } from '../domain/correction.ts'
import type { Duty } from '../domain/duty.ts'
import type { Plan } from '../domain/plan.ts'
import type { Succession, Unit } from '../domain/unit.ts'
import type { BuildSearchIndex, SearchIndex } from '../ports/search.ts'
import type { Catalog } from '../ports/storage.ts'
import { countPairs, type PairCounts } from './papers/find-better-readings.ts'
import { buildCharges, type Charges } from './build-charges.ts'
import { listUnits } from './list-units.ts'

/** What speaks of a collective, and who issued it: a paper, or the message of somebody of a unit. */
export type Issued = { readonly id: string; readonly plan: { readonly issuer: string | null } }

/** Everything loaded, indexed for asking; rebuilt whole when the catalog's version changes. */
export type Library = {
  readonly version: string
  /** Newest first; second copies of the same paper (witnesses) are left out. */
  readonly plans: readonly Plan[]
  /** The other copies of a shown paper. */
  readonly witnessesOf: ReadonlyMap<string, readonly Plan[]>
  /** How often two words stand side by side in the shown papers; counted when first asked for. */
  readonly pairCounts: () => PairCounts
  readonly planById: ReadonlyMap<string, Plan>
  readonly dutyById: ReadonlyMap<string, Duty>
  readonly dutiesOfPlan: ReadonlyMap<string, readonly Duty[]>
  /** The duties of each shown plan by whom they charge. */
  readonly chargesOf: ReadonlyMap<string, Charges>
  /** Corrections of each corrected duty, oldest first. */
  readonly correctionsOf: ReadonlyMap<string, readonly Correction[]>
  readonly unitById: ReadonlyMap<string, Unit>
  /** Units to be found by words: not those that only a second copy of a paper names, which is what its bad scan made of them. */
  readonly registry: UnitRegistry
  /** Who took over from a unit, as the office declared it. */
  readonly successionsOf: (unitId: string) => readonly Succession[]
  /** Whether a collective that a plan names covers a unit; remembered, since lists and sums ask it over and over. */
  readonly covers: (collective: Unit, unit: Unit, plan: Issued) => boolean
  readonly duties: SearchIndex
  /** Ids are "<plan id>#<index of the passage>". */
  readonly passages: SearchIndex
}

/** Builds the library over a catalog. */
export function buildLibrary(
  catalog: Catalog,
  buildIndex: BuildSearchIndex,
  lexicon: UnitLexicon,
  declared: UnitDeclarations = NO_DECLARATIONS,
): Library {
  const plans = catalog.plans.filter(({ witnessOf }) => witnessOf === null).toSorted(byNewest)
  const planById = new Map(plans.map((plan) => [plan.id, plan]))
  const duties = catalog.duties.filter(({ planId }) => planById.has(planId)).toSorted((a, b) => a.order - b.order)
  const dutiesOfPlan = Map.groupBy(duties, ({ planId }) => planId)
  const { all, findable } = listUnits(catalog, declared, lexicon)
  const successions = Map.groupBy(declared.successions, ({ fromId }) => fromId)
  return {
    version: catalog.version,
    plans,
    planById,
    witnessesOf: groupWitnesses(catalog.plans),
    pairCounts: rememberPairs(plans),
    dutyById: new Map(duties.map((duty) => [duty.id, duty])),
    dutiesOfPlan,
    chargesOf: new Map([...dutiesOfPlan].map(([planId, ofPlan]) => [planId, buildCharges(ofPlan)])),
    correctionsOf: Map.groupBy(catalog.corrections, ({ dutyId }) => dutyId),
    unitById: new Map(all.map((unit) => [unit.id, unit])),
    registry: buildRegistry(findable, lexicon),
    successionsOf: (unitId) => successions.get(unitId) ?? [],
    covers: rememberCovers(lexicon),
    duties: buildIndex(duties.map((duty) => describeDuty(duty, planById.get(duty.planId)))),
    passages: buildIndex(plans.flatMap(describePassages)),
  }
}

/** By the copy that is shown: a witness of a copy that became a witness itself is one of the better copy. */
function groupWitnesses(plans: readonly Plan[]): ReadonlyMap<string, readonly Plan[]> {
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const shownFor = (plan: Plan, steps = plans.length): string => {
    const better = plan.witnessOf === null || steps === 0 ? undefined : byId.get(plan.witnessOf)
    return better ? shownFor(better, steps - 1) : plan.id
  }
  return Map.groupBy(
    plans.filter(({ witnessOf }) => witnessOf !== null),
    (plan) => shownFor(plan),
  )
}

function rememberPairs(plans: readonly Plan[]): () => PairCounts {
  let counts: PairCounts | undefined
  return () => (counts ??= countPairs(plans))
}

function rememberCovers(lexicon: UnitLexicon): Library['covers'] {
  const known = new Map<string, boolean>()
  return (collective, unit, plan) => {
    const key = `${collective.id} ${unit.id} ${plan.plan.issuer}`
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const covers = isCovered(unit, { name: collective.name, unit: collective }, lexicon, plan.plan.issuer)
    known.set(key, covers)
    return covers
  }
}

function byNewest(a: Plan, b: Plan): number {
  return (b.plan.issuedOn ?? newestYear(b)).localeCompare(a.plan.issuedOn ?? newestYear(a)) || a.slug.localeCompare(b.slug)
}

/** A paper whose day is unreadable sorts by the newest paper that it cites. */
function newestYear({ plan }: Plan): string {
  return plan.citations.reduce((newest, { issuedOn }) => (issuedOn && issuedOn > newest ? issuedOn : newest), '')
}

function describeDuty(duty: Duty, plan: Plan | undefined): { id: string; title: string; text: string } {
  const section = plan?.sections.findLast(({ path, lines }) => duty.path.startsWith(path) && lines[0] <= duty.lines[0])
  return { id: duty.id, title: [section?.heading, ...duty.units.map(({ name }) => name)].join(' · '), text: duty.text }
}

function describePassages({ id, passages, plan }: Plan): { id: string; title: string; text: string }[] {
  return passages.map(({ text }, index) => ({ id: `${id}#${index}`, title: plan.number ?? '', text }))
}
