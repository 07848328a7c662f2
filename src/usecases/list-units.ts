import type { Plan } from '../domain/plan.ts'
import type { Unit } from '../domain/unit.ts'
import type { Catalog } from '../ports/storage.ts'
import { buildPlanUnits } from '../units/build-plan-units.ts'
import type { UnitDeclarations } from '../units/read-declarations.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'

/** Every unit that is known, and those that words should find. */
export type LibraryUnits = { readonly all: readonly Unit[]; readonly findable: readonly Unit[] }

/** Units of papers, of officers and of declarations; one that only a second copy of a paper names is what its bad scan made of it. */
export function listUnits(catalog: Catalog, declared: UnitDeclarations, lexicon: UnitLexicon): LibraryUnits {
  const all = mergeDeclared(catalog.units, declared.units)
  const { yes: shown = [], no: witnesses = [] } = Object.groupBy(catalog.plans, ({ witnessOf }) => (witnessOf ? 'no' : 'yes'))
  if (witnesses.length === 0) return { all, findable: all }
  const kept = new Set([...listCharged(shown, catalog), ...listNamed(shown, lexicon), ...declared.units.map(({ id }) => id)])
  const left = new Set([...listCharged(witnesses, catalog), ...listNamed(witnesses, lexicon)].filter((id) => !kept.has(id)))
  return { all, findable: all.filter(({ id }) => !left.has(id)) }
}

/** What the office declares of a unit goes before what papers tell. */
function mergeDeclared(known: readonly Unit[], declared: readonly Unit[]): Unit[] {
  const said = new Map(declared.map((unit) => [unit.id, unit]))
  const ids = new Set(known.map(({ id }) => id))
  const merged = known.map((unit) => {
    const own = said.get(unit.id)
    if (!own) return unit
    return { ...unit, aliases: [...new Set([...unit.aliases, ...own.aliases])], parentId: own.parentId ?? unit.parentId }
  })
  return [...merged, ...[...said.values()].filter(({ id }) => !ids.has(id))]
}

function listCharged(plans: readonly Plan[], { duties }: Catalog): string[] {
  const ids = new Set(plans.map(({ id }) => id))
  return duties.filter(({ planId }) => ids.has(planId)).flatMap(({ units }) => units.map(({ unitId }) => unitId))
}

function listNamed(plans: readonly Plan[], lexicon: UnitLexicon): string[] {
  return plans.flatMap(({ plan, duties }) => buildPlanUnits(plan, duties, lexicon).units.map(({ id }) => id))
}
