import { maySeeProgress } from '../../domain/permission.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Asked } from '../asked.ts'
import type { Library } from '../library.ts'

/** The units and papers that are named, of those whose progress the asker may see; all of them where none is named. */
export function listMeant(
  { asker, intent }: Asked,
  library: Library,
): { readonly units: readonly Unit[]; readonly library: Library } {
  const seen = listSeenUnits(asker.officer, library)
  const named = intent.slots.units
    .flatMap(({ matches }) => matches[0]?.unitId ?? [])
    .filter((id) => library.unitById.get(id)?.isCollective === false)
  const planIds = intent.slots.plans.flatMap((plan) => plan.planIds)
  const plans = planIds.length > 0 ? library.plans.filter(({ id }) => planIds.includes(id)) : library.plans
  // The table of the unit that stands above is that of everybody below it.
  const isOwn = named.includes(asker.officer.unitId)
  return { units: named.length > 0 && !isOwn ? seen.filter(({ id }) => named.includes(id)) : seen, library: { ...library, plans } }
}

/** Units that can report, single ones and not collectives, of those whose progress somebody may see. */
export function listSeenUnits(officer: Officer, { unitById }: Library): Unit[] {
  return [...unitById.values()].filter(({ id, isCollective }) => !isCollective && maySeeProgress(officer, id, unitById))
}
