import type { Duty } from '../../domain/duty.ts'
import type { Plan, Role } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { describeDeadline, describePath, namePlan } from './describe-duty.ts'
import { excerpt } from './excerpt.ts'
import { findLabelled } from './find-labelled.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { keepNumbers, numberAs } from './keep-numbers.ts'
import { preferAskedLevel } from './prefer-asked-level.ts'
import { readTelling } from './read-telling.ts'
import { resolveCompared, resolvePlans, resolveUnits } from './resolve.ts'
import { searchPlans } from './search-plans.ts'

/** "Ai chủ trì …", "mục 6 của đơn vị nào": who leads and who coordinates. */
export async function tellResponsible(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const named = asked.intent.slots.units.some(({ matches, derived }) => matches.length > 0 || derived !== undefined)
  // "A với B ai lo …": whichever of them it is.
  const several = resolveCompared(asked, world).flat()
  const resolved = several.length > 1 ? { found: several } : named ? resolveUnits(asked, world, plans.found) : { found: [] }
  // Which of several offices is meant need not be asked where the work tells who does it.
  const isTopic = 'reply' in resolved && readTelling(asked.intent.slots.topic) !== ''
  const units = isTopic ? { found: [] } : resolved
  if ('reply' in units) return units
  const duties = preferAskedLevel(findCharging(asked, plans.found, units.found, world), asked.text, world)
  // "Thành phần gồm những ai": a plan may tell it where it charges nobody.
  const { topic } = asked.intent.slots
  if (duties.length === 0 && plans.found.some((plan) => findLabelled(topic, plan, world))) return searchPlans(asked, world)
  if (duties.length === 0) return say('not-in-plans', {}, { isAnswered: false })
  const shown = duties.slice(0, asked.intent.slots.sections.length > 0 ? MOST_OF_SECTION : MOST)
  const ids = shown.map(({ id }) => id)
  const numbers = numberAs(asked, ids)
  return {
    reply: reply(
      shown.map((duty, index) => describeRoles(duty, numbers[index] ?? index + 1, topic, world)),
      { dutyIds: ids },
    ),
    remembers: { ...keepNumbers(asked, ids), shownPlanIds: [...new Set(shown.map(({ planId }) => planId))] },
  }
}

// Folded words of the question.
const LEADING = /\bchu tri\b/
const COORDINATING = /\bphoi hop\b/

const MOST = 3
const MOST_OF_SECTION = 12

/** The duties whose units are the answer. */
function findCharging(asked: Asked, plans: readonly Plan[], units: readonly Unit[], world: World): readonly Duty[] {
  const partners = COORDINATING.test(fold(asked.text)) ? findWithPartners(asked, plans, units, world) : []
  const ofUnits = partners.length > 0 ? partners : findTopicDuties(asked, plans, units, world)
  // "Phòng nào báo cáo UBND tỉnh": the unit that is named may be what the work is about.
  const found = ofUnits.length > 0 || units.length === 0 ? ofUnits : findAboutUnits(asked, plans, world)
  // Who asks for whom wants a unit: general duties, which name none, only where nothing else fits.
  const naming = found.filter((duty) => duty.units.length > 0)
  const leading = LEADING.test(fold(asked.text)) ? naming.filter((duty) => duty.units.some(({ role }) => role === 'lead')) : []
  return leading.length > 0 ? leading : naming.length > 0 ? naming : found
}

// Folded words of the question.
const REPORTING = /\b(?:bao cao|bc)\b/

/** Those that report to the units that are named, where a report is asked about; else what speaks of them. */
function findAboutUnits(asked: Asked, plans: readonly Plan[], world: World): readonly Duty[] {
  const ids = new Set(asked.intent.slots.units.flatMap(({ matches }) => matches.map(({ unitId }) => unitId)))
  const reporting = REPORTING.test(fold(asked.text))
    ? plans
        .flatMap(({ id }) => world.library.dutiesOfPlan.get(id) ?? [])
        .filter((duty) => duty.units.some(({ role, unitId }) => role === 'report_to' && ids.has(unitId)))
    : []
  if (reporting.length > 0) return reporting
  const speaking = findTopicDuties(withUnitWords(asked), plans, [], world)
  return speaking.length > 0 ? speaking : findTopicDuties(asked, plans, [], world)
}

function withUnitWords(asked: Asked): Asked {
  const { slots } = asked.intent
  const topic = [slots.topic, ...slots.units.map(({ words }) => words)].join(' ').trim()
  return { ...asked, intent: { ...asked.intent, slots: { ...slots, topic } } }
}

/** "Ai phối hợp với Sở …": what the unit does together with others. */
function findWithPartners(asked: Asked, plans: readonly Plan[], units: readonly Unit[], world: World): Duty[] {
  const own = findUnitDuties(units, plans, world.library).flatMap((group) => group.own)
  const partnered = own.filter((duty) => duty.units.some(({ role }) => role === 'coordinate'))
  const subject = readTelling(asked.intent.slots.topic)
  const onSubject = subject === '' ? [] : findTopicDuties(asked, plans, units, world).filter((duty) => partnered.includes(duty))
  return onSubject.length > 0 ? onSubject : partnered
}

function describeRoles(
  duty: Duty,
  number: number,
  topic: string,
  world: World,
): { say: string; with: Record<string, string | number | { say: string }[]> } {
  const plan = world.library.planById.get(duty.planId)
  const named = (role: Role): string =>
    duty.units
      .filter((unit) => unit.role === role)
      .map(({ name }) => name)
      .join(', ')
  return {
    say: duty.units.length > 0 ? 'responsible-line' : 'responsible-none',
    with: {
      number,
      lead: named('lead'),
      assigned: named('assigned'),
      coordinate: named('coordinate'),
      text: excerpt(duty.text, topic, 400),
      path: [describePath(duty)],
      plan: plan ? [namePlan(plan)] : '',
      deadline: [describeDeadline(duty, world)],
    },
  }
}
