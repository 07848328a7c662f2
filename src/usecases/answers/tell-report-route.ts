import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { isSamePlace, parsePlace } from '../../units/parse-place.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findPlanHome } from '../find-plan-home.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { describeDeadline, describePath, namePlan } from './describe-duty.ts'
import { excerpt } from './excerpt.ts'
import { maySpeakOf } from './find-mentioning-duties.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { readTelling } from './read-telling.ts'
import { asksHowOften } from './recognize-question.ts'
import { keepNumbers, numberAs } from './keep-numbers.ts'
import { resolvePlans, type ResolvedPlans } from './resolve.ts'
import { showDeadlines } from './tell-deadline.ts'

/** "Báo cáo gửi cho ai": to whom and through whom, the asker's own duties first. */
export async function tellReportRoute(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  if (asksForUnknown(asked, world)) return say('not-in-plans', {}, { isAnswered: false })
  const { routes, recurring } = findRoutes(asked, plans, world)
  if (routes.length === 0 && asksHowOften(asked.text) && recurring.length > 0) return showDeadlines(recurring, asked, world)
  if (routes.length === 0) return say('route-not-set', {}, { isAnswered: plans.isAsked })
  const ids = routes.map(({ id }) => id)
  const numbers = numberAs(asked, ids)
  return {
    reply: reply(
      routes.map((duty, index) => {
        const plan = world.library.planById.get(duty.planId)
        return {
          say: 'route-line',
          with: {
            number: numbers[index] ?? index + 1,
            to: duty.reporting?.to ?? '',
            via: duty.reporting?.via ?? '',
            frequency: duty.reporting?.frequency ?? '',
            deadline: duty.deadline.kind === 'none' ? '' : [describeDeadline(duty, world)],
            path: [describePath(duty)],
            plan: plan ? [namePlan(plan)] : '',
            text: excerpt(duty.text, asked.intent.slots.topic, 300),
          },
        }
      }),
      { dutyIds: ids },
    ),
    remembers: keepNumbers(asked, ids),
  }
}

/** The duties with a route: those of the unit, else what its place asks of everybody, else those on the topic; and what recurs of its own. */
function findRoutes(asked: Asked, plans: ResolvedPlans, world: World): { routes: readonly Duty[]; recurring: readonly Duty[] } {
  const { library } = world
  const named = asked.intent.slots.units.flatMap(({ matches }) => library.unitById.get(matches[0]?.unitId ?? '') ?? [])
  const units = named.length > 0 ? named : asked.asker.units
  const maySpeak = (plan: Plan): boolean => units.some((unit) => maySpeakOf(unit, plan, library.registry.lexicon))
  const around = plans.isAsked || units.length === 0 ? plans.found : plans.found.filter(maySpeak)
  const mine = findUnitDuties(units, around, library).flatMap(({ own, common }) => [...own, ...common])
  const tries = [
    () => mine,
    () => (plans.isAsked ? [] : findForAll(units, around, world)),
    () => findTopicDuties(asked, around, [], world),
    () => (plans.isAsked ? plans.found.flatMap(({ id }) => library.dutiesOfPlan.get(id) ?? []) : []),
  ]
  const recurring = mine.filter(({ deadline }) => deadline.kind === 'recurring')
  for (const find of tries) {
    const routes = find().filter(({ reporting }) => reporting !== null)
    // Who asks for nobody in particular wants the way that holds for everybody.
    if (routes.length > 0 && units.length === 0) routes.sort((a, b) => Number(isForAll(b)) - Number(isForAll(a)))
    if (routes.length > 0) return { routes, recurring }
  }
  return { routes: [], recurring }
}

function isForAll({ units }: Duty): boolean {
  const charged = units.filter(({ role }) => role === 'lead' || role === 'assigned')
  return charged.length === 0 || charged.some(({ isCollective }) => isCollective)
}

const SHORTEST = 4

/** "Email để gửi báo cáo": a word that stands in no plan asks for something that no plan tells. */
function asksForUnknown({ intent: { slots } }: Asked, { library }: World): boolean {
  const words = readTelling(slots.topic, 1).split(' ')
  return words.some((word) => word.length >= SHORTEST && library.passages.search(word, { top: 1 }).length === 0)
}

/** What the plans of a unit's own place ask of everybody there. */
function findForAll(units: readonly Unit[], plans: readonly Plan[], { library }: World): Duty[] {
  const { lexicon } = library.registry
  const homes = units.flatMap(({ place }) => parsePlace(place, lexicon))
  return plans
    .filter((plan) => {
      const home = findPlanHome(plan, lexicon)
      return home !== undefined && homes.some((each) => isSamePlace(each, home))
    })
    .flatMap(({ id }) => library.dutiesOfPlan.get(id) ?? [])
    .filter(isForAll)
}
