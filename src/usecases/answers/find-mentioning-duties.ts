import type { Duty } from '../../domain/duty.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import type { World } from '../asked.ts'

/** Duties of other units whose text names a unit: it is spoken of, but not charged. */
export function findMentioningDuties(units: readonly Unit[], planIds: readonly string[], { library }: World): Duty[] {
  const names = units.flatMap(({ name, aliases }) => [name, ...aliases.filter((alias) => alias.includes(' '))]).map(fold)
  return planIds
    .flatMap((id) => library.dutiesOfPlan.get(id) ?? [])
    .filter(({ text }) => {
      const folded = fold(text)
      return names.some((name) => folded.includes(name))
    })
    .slice(0, 3)
}
