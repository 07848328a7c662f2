import type { Duty } from '../../domain/duty.ts'
import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describePath, namePlan } from './describe-duty.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'

/** "Nguyên văn 2": the restored words beside the words as the source has them, with the lines. */
export async function quoteSource(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const units = asked.intent.slots.units.length > 0 ? resolveUnits(asked, world, plans.found) : { found: [] }
  if ('reply' in units) return units
  const found = findTopicDuties(asked, plans.found, units.found, world)
  const shownBefore = asked.conversation.shownDutyIds.flatMap((id) => world.library.dutyById.get(id) ?? [])
  const duties = (found.length > 0 ? found : shownBefore).slice(0, 3)
  if (duties.length === 0) return say('which-duty-quote', {}, { asksBack: true, isAnswered: false })
  const ids = duties.map(({ id }) => id)
  return {
    reply: reply(
      duties.map((duty) => quoteDuty(duty, world)),
      { dutyIds: ids },
    ),
    remembers: { shownDutyIds: keepNumbers(asked, ids) },
  }
}

/** What was pointed at keeps its number in the list that is on the screen. */
function keepNumbers({ conversation }: Asked, ids: readonly string[]): readonly string[] {
  return ids.every((id) => conversation.shownDutyIds.includes(id)) ? conversation.shownDutyIds : ids
}

function quoteDuty(duty: Duty, { library }: World): Phrase {
  const plan = library.planById.get(duty.planId)
  // Checked again where it is said: what is not in the source is not quoted.
  const isVerbatim = plan?.source.includes(duty.quote) ?? false
  const quote = isVerbatim ? duty.quote.trim() : ''
  const isDamaged = plan !== undefined && plan.source !== plan.restored
  return {
    say: 'quote',
    with: {
      path: [describePath(duty)],
      plan: plan ? [namePlan(plan)] : '',
      from: duty.lines[0],
      to: duty.lines[1],
      restored: isDamaged ? duty.text : '',
      quote,
      label: isDamaged ? (plan?.quality.label ?? '') : '',
    },
  }
}
