import type { Plan } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { namePlan, shorten } from './describe-duty.ts'
import { findHeaded, type Headed } from './find-headed.ts'
import { findLabelled } from './find-labelled.ts'
import { readTelling } from './read-telling.ts'
import { findPlaces, type Place, type Wanted } from './find-places.ts'
import { ENOUGH, ENOUGH_INSIDE } from './find-topic-duties.ts'
import { asksForNumber, asksIfHard } from './recognize-question.ts'
import { resolvePlans, type ResolvedPlans } from './resolve.ts'
import { showPlaces, textOf } from './show-places.ts'
import { countsAsked, tellsNumber } from './tells-number.ts'

const LONGEST = 500
/** A question that names so many plans is looked for in each; one that means all of a place, in all of them together. */
const FEW_PLANS = 4
/** Where a number stands that was asked for, less of the question's words need to stand too: "mấy người" is "01 cán bộ". */
const ENOUGH_WITH_NUMBER = 0.5

/** "Kế hoạch nói gì về …": the places that hold most of the question, duties and passages; or plainly that no plan says it. */
export async function searchPlans(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const topic = readTopic(asked)
  if (topic === '') return say('what-to-search', {}, { asksBack: true })
  const named = plans.isAsked && plans.found.length <= FEW_PLANS ? plans.found : []
  const headed = named.flatMap((plan) => findHeaded(topic, plan) ?? [])
  if (headed.length > 0) return showHeaded(headed)
  const labelled = named.flatMap((plan) => findLabelled(topic, plan, world) ?? [])
  if (labelled.length > 0) return showPlaces(labelled, { topic }, world)
  if (asksIfHard(asked.text)) return tellIfHard(topic, plans.found, asked, world)
  const find = createFinder(topic, asked, plans, world)
  if (asksForNumber(asked.text) && !world.questions.asksFact(asked.text)) return tellNumber(asked, find, world)
  const places = find({})
  if (places.length === 0) return say('not-in-plans', {}, { isAnswered: false })
  // "Hội trường nào": a place that speaks of no hall tells none.
  const telling = places.filter(({ passage, duty }) =>
    world.questions.tells(asked.text, `${passage?.text ?? ''} ${duty?.text ?? ''}`),
  )
  return telling.length > 0
    ? showPlaces(telling, { topic }, world)
    : showPlaces(places, { topic, without: 'thing-not-told' }, world)
}

/** A place with some number is taken for the one that was asked for only where it holds about as much of the question as the best place. */
const NEARLY_AS_MUCH = 0.1

/** "Mấy người": the places where just that is counted, or anything in the place that is asked about; else that place, and that no number is set. */
function tellNumber({ text, intent }: Asked, find: (wanted: Wanted) => Place[], world: World): Decision {
  const { topic } = intent.slots
  const counting = find({ accepts: (place) => countsAsked(text, textOf(place)), least: ENOUGH_WITH_NUMBER })
  if (counting.length > 0) return showPlaces(counting, { topic }, world)
  const places = find({})
  const least = Math.max(ENOUGH_WITH_NUMBER, (places[0]?.coverage ?? 0) - NEARLY_AS_MUCH)
  const counted = find({ accepts: (place) => place.coverage >= least && tellsNumber(text, textOf(place)), least })
  if (counted.length > 0) return showPlaces(counted, { topic }, world)
  return places.length > 0
    ? showPlaces(places, { topic, without: 'number-not-set' }, world)
    : say('not-in-plans', {}, { isAnswered: false })
}

// Folded: "nếu có khó khăn, vướng mắc thì …", "trong quá trình thực hiện, khó khăn …".
const ON_CONDITION = /\b(?:neu|truong hop|qua trinh)\b[^.]{0,80}\b(?:kho khan|vuong mac)\b/

function isConditional(place: Place): boolean {
  return ON_CONDITION.test(fold(textOf(place)))
}

/** Only what a plan says to do when there are difficulties; where the asker's plans say nothing of it, that is said. */
function tellIfHard(topic: string, plans: readonly Plan[], { asker }: Asked, world: World): Decision {
  const groups = findUnitDuties(asker.units, plans, world.library)
  const meant = groups.length > 0 ? groups.map(({ plan }) => plan) : plans
  const places = findPlaces(topic, meant, world, { accepts: isConditional, least: 0 })
  return places.length > 0 ? showPlaces(places, { topic }, world) : say('difficulty-not-told', {}, { isAnswered: false })
}

// Folded words of a condition.
const HARD = /^(?:kho|khan|vuong|mac)$/

/** Of "nếu khó khăn thì sao" only the condition is looked for: what follows from it is the answer. */
function readTopic({ intent, text }: Asked): string {
  const { topic } = intent.slots
  if (!asksIfHard(text)) return topic
  const hard = topic.split(' ').filter((word) => HARD.test(fold(word)))
  return hard.length > 0 ? hard.join(' ') : topic
}

/** Looks in the plans together, or in each of several that were named; a place that also holds a unit that was named is the better one. */
function createFinder(topic: string, { intent }: Asked, { found, isAsked }: ResolvedPlans, world: World) {
  const units = intent.slots.units.filter(({ isOwn }) => !isOwn).map(({ words }) => words)
  const parts = isAsked && found.length <= FEW_PLANS ? found.map((plan) => [plan]) : [found]
  const least = isAsked && found.length === 1 ? ENOUGH_INSIDE : ENOUGH
  return (given: Wanted): Place[] =>
    parts.flatMap((plans) => {
      const wanted = { least, ...given }
      const tries = [[topic, ...units].join(' '), topic, readTelling(topic)].filter((words) => words !== '')
      const places = tries.map((words) => findPlaces(words, plans, world, wanted)).find(({ length }) => length > 0) ?? []
      return parts.length > 1 ? places.slice(0, 2) : places
    })
}

const MOST_PASSAGES = 8

function showHeaded(headed: readonly Headed[]): Decision {
  const phrases = headed.flatMap(({ plan, section, passages }) => [
    { say: 'section-heading', with: { plan: [namePlan(plan)], path: section.path, heading: section.heading } },
    ...passages
      .slice(0, MOST_PASSAGES)
      .map(({ text, path }) => ({ say: 'section-passage', with: { path, text: shorten(text, LONGEST) } })),
  ])
  return { reply: reply(phrases), remembers: { shownPlanIds: headed.map(({ plan }) => plan.id) } }
}
