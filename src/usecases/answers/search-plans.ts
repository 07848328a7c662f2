import type { Duty } from '../../domain/duty.ts'
import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeDeadline, describePath, namePlan, shorten } from './describe-duty.ts'
import { ENOUGH } from './find-topic-duties.ts'
import { resolvePlans } from './resolve.ts'

const SHOWN = 4

/** "Kế hoạch nói gì về …": duties first, then passages that charge nobody; or plainly that no plan says it. */
export async function searchPlans(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const { topic } = asked.intent.slots
  if (topic === '') return say('what-to-search', {}, { asksBack: true })
  const planIds = new Set(plans.found.map(({ id }) => id))
  const duties = findDuties(topic, planIds, world)
  const passages = findPassages(topic, planIds, duties, world)
  if (duties.length + passages.length === 0) return say('not-in-plans', {}, { isAnswered: false })
  const ids = duties.map(({ id }) => id)
  return {
    reply: reply([...duties.map((duty, index) => describeFound(duty, index + 1, world)), ...passages], { dutyIds: ids }),
    remembers: { shownDutyIds: ids, shownPlanIds: [...planIds] },
  }
}

function findDuties(topic: string, planIds: ReadonlySet<string>, { library }: World): Duty[] {
  const isIn = (id: string): boolean => planIds.has(library.dutyById.get(id)?.planId ?? '')
  const hits = library.duties.search(topic, { top: SHOWN, only: isIn }).filter(({ coverage }) => coverage >= ENOUGH)
  return hits.filter(({ score }) => score >= (hits[0]?.score ?? 0) * 0.6).flatMap(({ id }) => library.dutyById.get(id) ?? [])
}

function describeFound(duty: Duty, number: number, world: World): Phrase {
  const plan = world.library.planById.get(duty.planId)
  const charged = duty.units.filter(({ role }) => role !== 'report_to').map(({ name }) => name)
  return {
    say: 'found-duty',
    with: {
      number,
      plan: plan ? [namePlan(plan)] : '',
      path: [describePath(duty)],
      unit: charged.join(', '),
      text: shorten(duty.text, 500),
      deadline: [describeDeadline(duty, world)],
    },
  }
}

/** Passages that no shown duty covers already. */
function findPassages(topic: string, planIds: ReadonlySet<string>, shown: readonly Duty[], { library }: World): Phrase[] {
  const isIn = (id: string): boolean => planIds.has(id.split('#')[0] ?? '')
  const hits = library.passages.search(topic, { top: SHOWN, only: isIn }).filter(({ coverage }) => coverage >= ENOUGH)
  return hits.flatMap(({ id, score }) => {
    const [planId = '', index = ''] = id.split('#')
    const plan = library.planById.get(planId)
    const passage = plan?.passages[Number(index)]
    if (!plan || !passage || score < (hits[0]?.score ?? 0) * 0.6) return []
    if (shown.some((duty) => duty.planId === planId && duty.lines[0] <= passage.lines[1] && passage.lines[0] <= duty.lines[1]))
      return []
    return [
      {
        say: 'found-passage',
        with: { plan: [namePlan(plan)], path: passage.path, text: shorten(passage.text, 500), line: passage.lines[0] },
      },
    ]
  })
}
