import type { Change } from '../../domain/change.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Plan, Reading } from '../../domain/plan.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Catalog } from '../../ports/storage.ts'
import { buildPlanUnits } from '../../units/build-plan-units.ts'
import type { UnitLexicon } from '../../units/unit-lexicon.ts'
import { isSamePaper } from './is-same-paper.ts'

/** A paper that was read and is about to be stored. */
export type Paper = {
  readonly slug: string
  readonly source: string
  /** SHA-256 of the source, in hex. */
  readonly hash: string
  readonly restored: string
  readonly reading: Reading
}

/** imported = stored; known = these very bytes are stored already; witness = stored beside a better copy of the same paper. */
export type ImportOutcome = 'imported' | 'known' | 'witness'

/** Stores a paper with its units and duties; of two copies of one paper the better one is shown, the other kept beside it. */
export function importPlan(
  paper: Paper,
  catalog: Catalog,
  lexicon: UnitLexicon,
  { now }: Pick<Clock, 'now'>,
): { outcome: ImportOutcome; plan: Plan; changes: Change[] } {
  const id = `pln_${paper.hash.slice(0, 12)}`
  const known = catalog.plans.find((plan) => plan.id === id)
  if (known) return { outcome: 'known', plan: known, changes: [] }
  const twin = catalog.plans.find(
    (plan) => plan.witnessOf === null && isSamePaper(plan, { restored: paper.restored, plan: paper.reading.plan }),
  )
  const isBetter = twin !== undefined && paper.reading.quality.score > twin.quality.score
  const { slug, source, restored, reading } = paper
  const plan: Plan = { ...reading, id, slug, source, restored, importedAt: now(), witnessOf: twin && !isBetter ? twin.id : null }
  const { units, idOf } = buildPlanUnits(plan.plan, plan.duties, lexicon)
  const duties = plan.duties.map((duty, index): Duty => ({
    ...duty,
    id: `dty_${paper.hash.slice(0, 12)}.${index + 1}`,
    planId: id,
    order: index + 1,
    units: duty.units.map((named) => {
      const unitId = idOf(named.name)
      return { ...named, unitId, isCollective: units.find((unit) => unit.id === unitId)?.isCollective ?? false }
    }),
  }))
  const changes: Change[] = [
    { kind: 'import-plan', plan, units, duties },
    { kind: 'audit', actor: 'operator', action: 'import-plan', object: id, at: now() },
  ]
  if (twin && isBetter) changes.push({ kind: 'mark-witness', planId: twin.id, witnessOf: id })
  return { outcome: plan.witnessOf ? 'witness' : 'imported', plan, changes }
}
