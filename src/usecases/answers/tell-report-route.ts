import type { Duty } from '../../domain/duty.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { describeDeadline, describePath, namePlan, shorten } from './describe-duty.ts'
import { maySpeakOf } from './find-mentioning-duties.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { asksHowOften } from './recognize-question.ts'
import { resolvePlans } from './resolve.ts'
import { showDeadlines } from './tell-deadline.ts'

/** "Báo cáo gửi cho ai": to whom and through whom, the asker's own duties first. */
export async function tellReportRoute(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const named = asked.intent.slots.units.flatMap(({ matches }) => world.library.unitById.get(matches[0]?.unitId ?? '') ?? [])
  const units = named.length > 0 ? named : asked.asker.units
  const around = plans.isAsked
    ? plans.found
    : plans.found.filter(
        (plan) => units.length === 0 || units.some((unit) => maySpeakOf(unit, plan, world.library.registry.lexicon)),
      )
  const mine = findUnitDuties(units, around, world.library).flatMap(({ own, common }) => [...own, ...common])
  const all = plans.found.flatMap(({ id }) => world.library.dutiesOfPlan.get(id) ?? [])
  const onTopic = findTopicDuties(asked, around, [], world)
  const withRoute = [mine, onTopic, plans.isAsked ? all : []].map((duties) => duties.filter(({ reporting }) => reporting !== null))
  const found = withRoute.find(({ length }) => length > 0) ?? []
  // Who asks for nobody in particular wants the way that holds for everybody.
  const routes = units.length > 0 ? found : found.toSorted((a, b) => Number(isForAll(b)) - Number(isForAll(a)))
  const recurring = mine.filter(({ deadline }) => deadline.kind === 'recurring')
  if (routes.length === 0 && asksHowOften(asked.text) && recurring.length > 0) return showDeadlines(recurring, world)
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

function isForAll({ units }: Duty): boolean {
  return units.every(({ role, isCollective }) => role === 'report_to' || isCollective)
}
