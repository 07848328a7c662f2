import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { foldUnitWords } from '../../units/fold-unit-words.ts'
import { isSamePlace, parsePlace } from '../../units/parse-place.ts'
import type { UnitLexicon } from '../../units/unit-lexicon.ts'
import type { World } from '../asked.ts'
import { findPlanHome } from '../find-plan-home.ts'

const MOST = 3

/** Duties whose text names a unit: it is spoken of, but not charged. A plan of another district or commune speaks of its own. */
export function findMentioningDuties(units: readonly Unit[], planIds: readonly string[], { library }: World): Duty[] {
  const { lexicon } = library.registry
  const found = new Set<Duty>()
  for (const unit of units) {
    const names = [unit.name, ...unit.aliases.filter((alias) => alias.includes(' '))].map((name) => foldUnitWords(name, lexicon))
    for (const plan of planIds.flatMap((id) => library.planById.get(id) ?? [])) {
      if (!maySpeakOf(unit, plan, lexicon)) continue
      for (const duty of library.dutiesOfPlan.get(plan.id) ?? []) {
        const words = foldDuty(duty, lexicon)
        if (names.some((name) => words.includes(name))) found.add(duty)
      }
    }
  }
  return [...found].slice(0, MOST)
}

const folded = new WeakMap<Duty, string>()

function foldDuty(duty: Duty, lexicon: UnitLexicon): string {
  const words = folded.get(duty) ?? foldUnitWords(duty.text, lexicon)
  folded.set(duty, words)
  return words
}

/** A plan of one district speaks of its own units. */
export function maySpeakOf({ place }: Unit, plan: Plan, lexicon: UnitLexicon): boolean {
  const home = findPlanHome(plan, lexicon)
  const around = parsePlace(place, lexicon)
  if (!home || home.level === 'province' || around.length === 0) return true
  return around.some((step) => isSamePlace(step, home))
}
