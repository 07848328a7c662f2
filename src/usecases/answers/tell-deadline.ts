import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeDeadline, describePath, namePlan } from './describe-duty.ts'
import { excerpt } from './excerpt.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { keepNumbers, numberAs } from './keep-numbers.ts'
import { preferAskedLevel } from './prefer-asked-level.ts'
import { readTelling } from './read-telling.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'

const SHOWN = 8
/** How much of a topic a duty of the unit that is asked about has to hold to be the one that is meant. */
const LIKELY = 0.35

/** "Hạn … là khi nào": what the plan sets, how it stands today, or plainly that it sets none. */
export async function tellDeadline(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const isAboutUnit = asked.intent.slots.units.length > 0 || asked.asker.units.length > 0
  const units = isAboutUnit ? resolveUnits(asked, world, plans.found) : { found: [] }
  if ('reply' in units) return units
  const duties = preferAskedLevel(findAskedDuties(asked, plans.found, units.found, world), asked.text, world)
  const dated = duties.filter(setsDay)
  if (dated.length > 0) return showDeadlines(dated.slice(0, SHOWN), asked, world)
  if (duties.length > 0) return tellNotSet(duties.slice(0, 3), asked, world)
  return tellOfPlans(plans, asked, world)
}

// Folded words for handing in a report.
const REPORTING = /\b(?:bao cao|bc|nop)\b/

/** Of the report that is asked about; of the unit and the topic; of the unit alone when it was named; of the topic alone. */
function findAskedDuties(asked: Asked, plans: readonly Plan[], units: readonly Unit[], world: World): Duty[] {
  const withoutTopic = { ...asked, intent: { ...asked.intent, slots: { ...asked.intent.slots, topic: '' } } }
  const reports = REPORTING.test(fold(asked.text)) && (plans.length === 1 || units.length > 0)
  const tries = [
    () =>
      reports ? findTopicDuties(withoutTopic, plans, units, world).filter((duty) => duty.reporting !== null && setsDay(duty)) : [],
    () => (asked.intent.slots.topic === '' ? [] : findTopicDuties(asked, plans, units, world)),
    // Among the duties of one unit less of the words tells which is meant: a day of another duty would be a wrong answer.
    () =>
      units.length > 0 && readTelling(asked.intent.slots.topic) !== '' ? findTopicDuties(asked, plans, units, world, LIKELY) : [],
    () => (asked.intent.slots.units.length > 0 ? ownFirst(findTopicDuties(withoutTopic, plans, units, world), units) : []),
    () => findTopicDuties(asked, plans, units, world),
    () => findTopicDuties(asked, plans, [], world),
  ]
  for (const find of tries) {
    const found = find()
    if (found.length > 0) return found
  }
  return []
}

/** A unit with duties of its own is asked about those. */
function ownFirst(duties: readonly Duty[], units: readonly Unit[]): Duty[] {
  const own = duties.filter((duty) => duty.units.some(({ unitId }) => units.some(({ id }) => id === unitId)))
  return own.length > 0 ? own : [...duties]
}

/** Whoever asks for a deadline wants a day: "thường xuyên" sets none. */
function setsDay({ deadline }: Duty): boolean {
  return deadline.kind !== 'none' && deadline.kind !== 'ongoing'
}

/** Some deadlines, each with where it stands. */
export function showDeadlines(duties: readonly Duty[], asked: Asked, world: World): Decision {
  const ids = duties.map(({ id }) => id)
  const numbers = numberAs(asked, ids)
  const phrases = duties.map((duty, index) => {
    const plan = world.library.planById.get(duty.planId)
    const reporting = duty.reporting
    return {
      say: 'deadline-line',
      with: {
        number: numbers[index] ?? index + 1,
        deadline: [describeDeadline(duty, world)],
        text: excerpt(duty.text, asked.intent.slots.topic, 400),
        path: [describePath(duty)],
        plan: plan ? [namePlan(plan)] : '',
        to: reporting?.to ?? '',
        via: reporting?.via ?? '',
      },
    }
  })
  return {
    reply: reply(phrases, { dutyIds: ids }),
    remembers: { ...keepNumbers(asked, ids), shownPlanIds: [...new Set(duties.map(({ planId }) => planId))] },
  }
}

/** The plan sets no day for these duties: said so, with what is said instead. */
function tellNotSet(duties: readonly Duty[], asked: Asked, world: World): Decision {
  const ids = duties.map(({ id }) => id)
  const numbers = numberAs(asked, ids)
  const phrases = duties.map((duty, index) => {
    const plan = world.library.planById.get(duty.planId)
    return {
      say: 'deadline-not-set',
      with: {
        number: numbers[index] ?? index + 1,
        plan: plan ? [namePlan(plan)] : '',
        written: duty.deadline.asWritten ?? '',
        path: [describePath(duty)],
        text: excerpt(duty.text, asked.intent.slots.topic, 400),
      },
    }
  })
  const planIds = [...new Set(duties.map(({ planId }) => planId))]
  const others = planIds
    .flatMap((id) => world.library.dutiesOfPlan.get(id) ?? [])
    .filter(setsDay)
    .slice(0, 3)
  const instead = others.map((duty) => ({
    say: 'deadline-elsewhere',
    with: { path: [describePath(duty)], deadline: [describeDeadline(duty, world)], unit: duty.units[0]?.name ?? '' },
  }))
  const also = instead.length > 0 ? [{ say: 'deadlines-elsewhere', with: { items: instead } }] : []
  return {
    reply: reply([...phrases, ...also], { dutyIds: ids, sources: others.map(({ id }) => id) }),
    remembers: { ...keepNumbers(asked, ids), shownPlanIds: planIds },
  }
}

function tellOfPlans(
  { found, isAsked }: { readonly found: readonly { readonly id: string }[]; readonly isAsked: boolean },
  asked: Asked,
  world: World,
): Decision {
  if (!isAsked) return say('not-in-plans', {}, { isAnswered: false })
  const duties = found.flatMap(({ id }) => world.library.dutiesOfPlan.get(id) ?? [])
  const dated = duties.filter(setsDay)
  return dated.length > 0 ? showDeadlines(dated.slice(0, SHOWN), asked, world) : say('plan-sets-no-deadline', {})
}
