import type { Duty } from '../../domain/duty.ts'
import type { Role } from '../../domain/plan.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeDeadline, describePath, namePlan, shorten } from './describe-duty.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'

/** "Ai chủ trì …", "mục 6 của đơn vị nào": who leads and who coordinates. */
export async function tellResponsible(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const named = asked.intent.slots.units.some(({ matches, derived }) => matches.length > 0 || derived !== undefined)
  const units = named ? resolveUnits(asked, world, plans.found) : { found: [] }
  if ('reply' in units) return units
  const found = findTopicDuties(asked, plans.found, units.found, world)
  // Who asks for whom wants a unit: general duties, which name none, only where nothing else fits.
  const naming = found.filter(({ units }) => units.length > 0)
  const duties = naming.length > 0 ? naming : found
  if (duties.length === 0) return say('not-in-plans', {}, { isAnswered: false })
  const shown = duties.slice(0, asked.intent.slots.sections.length > 0 ? 12 : 3)
  const ids = shown.map(({ id }) => id)
  return {
    reply: reply(
      shown.map((duty, index) => describeRoles(duty, index + 1, world)),
      { dutyIds: ids },
    ),
    remembers: { shownDutyIds: ids, shownPlanIds: [...new Set(shown.map(({ planId }) => planId))] },
  }
}

function describeRoles(
  duty: Duty,
  number: number,
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
      text: shorten(duty.text, 400),
      path: [describePath(duty)],
      plan: plan ? [namePlan(plan)] : '',
      deadline: [describeDeadline(duty, world)],
    },
  }
}
