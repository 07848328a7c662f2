import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { describeDeadline, describePath, namePlan, shorten } from './describe-duty.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { resolvePlans } from './resolve.ts'

/** "Báo cáo gửi cho ai": to whom and through whom, the asker's own duties first. */
export async function tellReportRoute(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const named = asked.intent.slots.units.flatMap(({ matches }) => world.library.unitById.get(matches[0]?.unitId ?? '') ?? [])
  const units = named.length > 0 ? named : asked.asker.units
  const mine = findUnitDuties(units, plans.found, world.library).flatMap(({ own, common }) => [...own, ...common])
  const all = plans.found.flatMap(({ id }) => world.library.dutiesOfPlan.get(id) ?? [])
  const onTopic = findTopicDuties(asked, plans.found, [], world)
  const withRoute = [mine, onTopic, plans.isAsked ? all : []].map((duties) => duties.filter(({ reporting }) => reporting !== null))
  const routes = withRoute.find(({ length }) => length > 0) ?? []
  if (routes.length === 0) return say('route-not-set', {}, { isAnswered: plans.isAsked })
  const ids = routes.map(({ id }) => id)
  return {
    reply: reply(
      routes.map((duty, index) => {
        const plan = world.library.planById.get(duty.planId)
        return {
          say: 'route-line',
          with: {
            number: index + 1,
            to: duty.reporting?.to ?? '',
            via: duty.reporting?.via ?? '',
            frequency: duty.reporting?.frequency ?? '',
            deadline: duty.deadline.kind === 'none' ? '' : [describeDeadline(duty, world)],
            path: [describePath(duty)],
            plan: plan ? [namePlan(plan)] : '',
            text: shorten(duty.text, 300),
          },
        }
      }),
      { dutyIds: ids },
    ),
    remembers: { shownDutyIds: ids },
  }
}
