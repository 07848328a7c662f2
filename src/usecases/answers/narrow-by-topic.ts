import type { Duty } from '../../domain/duty.ts'
import type { World } from '../asked.ts'
import type { UnitDuties } from '../find-unit-duties.ts'
import { keepEnough } from './find-topic-duties.ts'

const TOP = 12
/** Below this share of the best score a duty is not what was meant. */
const NEAR_BEST = 0.7
/** Of the duties of a unit those that hold the topic; nothing when none does. */
export function narrowByTopic(groups: readonly UnitDuties[], topic: string, { library }: World): UnitDuties[] {
  const candidates = new Set(groups.flatMap(({ own, common }) => [...own, ...common]).map(({ id }) => id))
  const hits = keepEnough(topic, library.duties.search(topic, { top: TOP, only: (id) => candidates.has(id) }))
  const least = Math.max(0, ...hits.map(({ score }) => score)) * NEAR_BEST
  const kept = new Set(hits.filter(({ score }) => score >= least).map(({ id }) => id))
  const holds = ({ id }: Duty): boolean => kept.has(id)
  return groups
    .map(({ plan, own, common }) => ({ plan, own: own.filter(holds), common: common.filter(holds) }))
    .filter(({ own, common }) => own.length + common.length > 0)
}
