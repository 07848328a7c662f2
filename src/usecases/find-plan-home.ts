import type { Plan } from '../domain/plan.ts'
import { parsePlace, type PlaceStep } from '../units/parse-place.ts'
import { readPlanHome } from '../units/read-plan-home.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'

const homes = new WeakMap<Plan, PlaceStep | null>()

/** The place where a plan is at home, its own step first; read once a plan, since lists ask it over and over. */
export function findPlanHome(plan: Plan, lexicon: UnitLexicon): PlaceStep | undefined {
  const known = homes.get(plan)
  if (known !== undefined) return known ?? undefined
  const [home] = parsePlace(readPlanHome(plan.plan, [], lexicon), lexicon)
  homes.set(plan, home ?? null)
  return home
}
