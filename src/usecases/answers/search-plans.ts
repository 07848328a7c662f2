import type { Duty } from '../../domain/duty.ts'
import type { Passage, Plan } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeDeadline, describePath, namePlan, shorten } from './describe-duty.ts'
import { ENOUGH } from './find-topic-duties.ts'
import { resolvePlans } from './resolve.ts'

const TOP = 6
const SHOWN = 4
/** How much less of the question than the best place another place may hold and still be shown. */
const NEAR_BEST = 0.12

/** A place in a plan that holds the topic: a duty, or a passage, which may stand inside a duty. */
type Found = {
  readonly coverage: number
  readonly score: number
  readonly plan: Plan
  readonly duty: Duty | undefined
  readonly passage: Passage | undefined
}

/** "Kế hoạch nói gì về …": the places that hold most of the question, duties and passages; or plainly that no plan says it. */
export async function searchPlans(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const { topic } = asked.intent.slots
  if (topic === '') return say('what-to-search', {}, { asksBack: true })
  const planIds = new Set(plans.found.map(({ id }) => id))
  const found = keepBest([...findDuties(topic, planIds, world), ...findPassages(topic, planIds, world)])
  if (found.length === 0) return say('not-in-plans', {}, { isAnswered: false })
  const ids = [...new Set(found.flatMap(({ duty }) => duty?.id ?? []))]
  return {
    reply: reply(
      found.map((each, index) => describeFound(each, index + 1, world)),
      { dutyIds: ids },
    ),
    remembers: { shownDutyIds: ids, shownPlanIds: [...new Set(found.map(({ plan }) => plan.id))] },
  }
}

function findDuties(topic: string, planIds: ReadonlySet<string>, { library }: World): Found[] {
  const isIn = (id: string): boolean => planIds.has(library.dutyById.get(id)?.planId ?? '')
  return library.duties.search(topic, { top: TOP, only: isIn }).flatMap(({ id, coverage, score }) => {
    const duty = library.dutyById.get(id)
    const plan = library.planById.get(duty?.planId ?? '')
    return plan ? [{ coverage, score, plan, duty, passage: undefined }] : []
  })
}

function findPassages(topic: string, planIds: ReadonlySet<string>, { library }: World): Found[] {
  const isIn = (id: string): boolean => planIds.has(id.split('#')[0] ?? '')
  return library.passages.search(topic, { top: TOP, only: isIn }).flatMap(({ id, coverage, score }) => {
    const [planId = '', index = ''] = id.split('#')
    const plan = library.planById.get(planId)
    const passage = plan?.passages[Number(index)]
    if (!plan || !passage) return []
    const duty = library.dutiesOfPlan.get(planId)?.find(({ lines }) => lines[0] <= passage.lines[0] && passage.lines[1] <= lines[1])
    return [{ coverage, score, plan, duty, passage }]
  })
}

/** The fullest places; of a duty and a passage inside it only the one that holds more. */
function keepBest(all: readonly Found[]): Found[] {
  const ranked = all.filter(({ coverage }) => coverage >= ENOUGH).toSorted((a, b) => b.coverage - a.coverage || b.score - a.score)
  const least = (ranked[0]?.coverage ?? 0) - NEAR_BEST
  const kept: Found[] = []
  for (const each of ranked) {
    const isTold = kept.some(
      ({ plan, duty, passage }) => plan === each.plan && (each.duty ? duty === each.duty : passage === each.passage),
    )
    if (each.coverage >= least && !isTold) kept.push(each)
  }
  return kept.slice(0, SHOWN)
}

function describeFound({ plan, duty, passage }: Found, number: number, world: World): Phrase {
  const text = shorten(passage?.text ?? duty?.text ?? '', 500)
  if (!duty)
    return {
      say: 'found-passage',
      with: { plan: [namePlan(plan)], path: passage?.path ?? '', text, line: passage?.lines[0] ?? '' },
    }
  const charged = duty.units.filter(({ role }) => role !== 'report_to').map(({ name }) => name)
  return {
    say: 'found-duty',
    with: {
      number,
      plan: [namePlan(plan)],
      path: [describePath(duty)],
      unit: charged.join(', '),
      text,
      deadline: [describeDeadline(duty, world)],
    },
  }
}
