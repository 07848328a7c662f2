import type { Duty } from '../../domain/duty.ts'
import type { Passage, Plan } from '../../domain/plan.ts'
import type { World } from '../asked.ts'
import { ENOUGH, keepEnough } from './find-topic-duties.ts'

const TOP = 12
const SHOWN = 4
/** How much less of the question than the best place another place may hold and still be shown. */
const NEAR_BEST = 0.12

/** A place in a plan that holds a topic: a duty, or a passage, which may stand inside a duty. */
export type Place = {
  readonly coverage: number
  readonly score: number
  readonly plan: Plan
  readonly duty: Duty | undefined
  readonly passage: Passage | undefined
}

/** What a place has to be besides full. */
export type Wanted = { readonly accepts?: (place: Place) => boolean; readonly least?: number }

/** The places in some plans that hold most of a topic, fullest first. */
export function findPlaces(
  topic: string,
  plans: readonly Plan[],
  world: World,
  { accepts = (): boolean => true, least = ENOUGH }: Wanted = {},
): Place[] {
  const planIds = new Set(plans.map(({ id }) => id))
  const places = [...findDuties(topic, planIds, least, world), ...findPassages(topic, planIds, least, world)]
  return keepBest(places.filter(accepts))
}

function findDuties(topic: string, planIds: ReadonlySet<string>, least: number, { library }: World): Place[] {
  const isIn = (id: string): boolean => planIds.has(library.dutyById.get(id)?.planId ?? '')
  return keepEnough(topic, library.duties.search(topic, { top: TOP, only: isIn }), least).flatMap(({ id, coverage, score }) => {
    const duty = library.dutyById.get(id)
    const plan = library.planById.get(duty?.planId ?? '')
    return plan ? [{ coverage, score, plan, duty, passage: undefined }] : []
  })
}

function findPassages(topic: string, planIds: ReadonlySet<string>, least: number, { library }: World): Place[] {
  const isIn = (id: string): boolean => planIds.has(id.slice(0, id.indexOf('#')))
  return keepEnough(topic, library.passages.search(topic, { top: TOP, only: isIn }), least).flatMap(({ id, coverage, score }) => {
    const [planId = '', index = ''] = id.split('#')
    const plan = library.planById.get(planId)
    const passage = plan?.passages[Number(index)]
    if (!plan || !passage) return []
    const duty = library.dutiesOfPlan.get(planId)?.find(({ lines }) => lines[0] <= passage.lines[0] && passage.lines[1] <= lines[1])
    return [{ coverage, score, plan, duty, passage }]
  })
}

/** The fullest places; of a duty and a passage inside it only the one that holds more. */
function keepBest(all: readonly Place[]): Place[] {
  const ranked = all.toSorted((a, b) => b.coverage - a.coverage || b.score - a.score)
  const least = (ranked[0]?.coverage ?? 0) - NEAR_BEST
  const kept: Place[] = []
  for (const each of ranked) {
    const isTold = kept.some(
      ({ plan, duty, passage }) => plan === each.plan && (each.duty ? duty === each.duty : passage === each.passage),
    )
    if (each.coverage >= least && !isTold) kept.push(each)
  }
  return kept.slice(0, SHOWN)
}
