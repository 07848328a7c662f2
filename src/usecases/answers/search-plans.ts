import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeDeadline, describePath, namePlan, shorten } from './describe-duty.ts'
import { findPlaces, type Place } from './find-places.ts'
import { asksForNumber } from './recognize-question.ts'
import { resolvePlans } from './resolve.ts'

const LONGEST = 500
/** Where a number stands that was asked for, less of the question's words need to stand too: "mấy người" is "01 cán bộ". */
const ENOUGH_WITH_NUMBER = 0.5

/** "Kế hoạch nói gì về …": the places that hold most of the question, duties and passages; or plainly that no plan says it. */
export async function searchPlans(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const { topic, units } = asked.intent.slots
  if (topic === '') return say('what-to-search', {}, { asksBack: true })
  // A place that also holds the unit is the better one; where none does, the topic alone is looked for.
  const withUnits = [topic, ...units.filter(({ isOwn }) => !isOwn).map(({ words }) => words)].join(' ')
  const find = (wanted: Parameters<typeof findPlaces>[3]): Place[] =>
    [withUnits, topic].map((words) => findPlaces(words, plans.found, world, wanted)).find(({ length }) => length > 0) ?? []
  if (asksForNumber(asked.text)) {
    const counted = find({ accepts: holdsNumber, least: ENOUGH_WITH_NUMBER })
    if (counted.length > 0) return showPlaces(counted, [], true, world)
  }
  const places = find({})
  if (places.length === 0) return say('not-in-plans', {}, { isAnswered: false })
  return asksForNumber(asked.text)
    ? showPlaces(places, [{ say: 'number-not-set' }], false, world)
    : showPlaces(places, [], true, world)
}

// Papers, laws and days are written with numbers that count nothing.
const NAMES = /\d+\s?[-/]\s?[\p{L}\d][\p{L}\d/–-]*|(?:số|ngày|tháng|năm|mục|điều|khoản)\s+\d+/giu

/** Whether something is counted there. */
function holdsNumber({ passage, duty }: Place): boolean {
  return /\d/.test((passage?.text ?? duty?.text ?? '').replaceAll(NAMES, ''))
}

function showPlaces(places: readonly Place[], before: readonly Phrase[], isAnswered: boolean, world: World): Decision {
  const ids = [...new Set(places.flatMap(({ duty }) => duty?.id ?? []))]
  return {
    reply: reply([...before, ...places.map((place, index) => describePlace(place, index + 1, world))], {
      dutyIds: ids,
      isAnswered,
    }),
    remembers: { shownDutyIds: ids, shownPlanIds: [...new Set(places.map(({ plan }) => plan.id))] },
  }
}

function describePlace({ plan, duty, passage }: Place, number: number, world: World): Phrase {
  const text = shorten(passage?.text ?? duty?.text ?? '', LONGEST)
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
