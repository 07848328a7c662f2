import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import type { SearchHit } from '../../ports/search.ts'
import type { Asked, World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { readTelling } from './read-telling.ts'

/** Below this share of the question's weight a duty does not answer it; found on questions about things that no plan says. */
export const ENOUGH = 0.6
/** Inside a plan that the question names less of its words needs to stand: people say it in their own. */
export const ENOUGH_INSIDE = 0.45

const TOP = 8
/** A question of so many words may hold one that the plan words otherwise: one hit far above all others is meant then. */
const MANY_WORDS = 4
const ENOUGH_ALONE = 0.5
const FAR_BELOW = 0.4

/** The hits that hold enough of a topic; or the one that holds less, where nothing else comes near it. */
export function keepEnough(topic: string, hits: readonly SearchHit[], least = ENOUGH): readonly SearchHit[] {
  const enough = hits.filter(({ coverage }) => coverage >= least)
  const [best, next] = hits
  if (enough.length > 0 || !best || topic.split(' ').length < MANY_WORDS) return enough
  return best.coverage >= ENOUGH_ALONE && (next?.score ?? 0) <= best.score * FAR_BELOW ? [best] : []
}

/** The duties that a question is about, best first: those pointed at, those of the named section, those that fit its topic. */
export function findTopicDuties(
  asked: Asked,
  plans: readonly Plan[],
  units: readonly Unit[],
  world: World,
  least = asked.intent.slots.plans.some(({ planIds }) => planIds.length === 1) ? ENOUGH_INSIDE : ENOUGH,
): Duty[] {
  const { slots } = asked.intent
  const pointed = slots.ordinals.flatMap(
    (ordinal) => world.library.dutyById.get(asked.conversation.shownDutyIds[ordinal - 1] ?? '') ?? [],
  )
  if (pointed.length > 0) return pointed
  const all = plans.flatMap(({ id }) => world.library.dutiesOfPlan.get(id) ?? [])
  const inSections =
    slots.sections.length > 0 ? all.filter(({ path }) => slots.sections.some((section) => isWithin(path, section))) : all
  const ofUnits = units.length > 0 ? onlyOf(units, plans, inSections, world) : inSections
  if (slots.topic === '') return ofUnits === all ? [] : ofUnits
  const ranked = rankByTopic(slots.topic, ofUnits, least, world)
  // A section or a unit that was named stays the answer, also when the other words of the question are not in it or only ask.
  const isNamed = slots.sections.length > 0 || (ofUnits !== all && readTelling(slots.topic, 1) === '')
  return ranked.length === 0 && isNamed ? ofUnits : ranked
}

/** Whether a path lies in a section as asked: "2" holds "III.2.a", "2.a" holds "2.a". */
function isWithin(path: string, section: string): boolean {
  const asked = section.toLowerCase()
  const marks = path.toLowerCase()
  return marks === asked || marks.startsWith(`${asked}.`) || marks.endsWith(`.${asked}`) || marks.includes(`.${asked}.`)
}

function onlyOf(units: readonly Unit[], plans: readonly Plan[], duties: readonly Duty[], { library }: World): Duty[] {
  const groups = findUnitDuties(units, plans, library)
  const own = new Set(groups.flatMap((group) => group.own))
  const common = new Set(groups.flatMap((group) => group.common))
  return [...duties.filter((duty) => own.has(duty)), ...duties.filter((duty) => common.has(duty))]
}

function rankByTopic(topic: string, duties: readonly Duty[], least: number, { library }: World): Duty[] {
  const candidates = new Map(duties.map((duty) => [duty.id, duty]))
  const hits = keepEnough(topic, library.duties.search(topic, { top: TOP, only: (id) => candidates.has(id) }), least)
  const best = hits[0]?.score ?? 0
  return hits.filter(({ score }) => score >= best * 0.7).flatMap(({ id }) => candidates.get(id) ?? [])
}
