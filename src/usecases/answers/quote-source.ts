import { dayInVietnam } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeCorrection } from '../correcting/describe-correction.ts'
import { findOtherReadings } from '../papers/find-other-readings.ts'
import { describePath, formatDay, namePlan } from './describe-duty.ts'
import { findLabelled } from './find-labelled.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { keepNumbers } from './keep-numbers.ts'
import { readTelling } from './read-telling.ts'
import { asksWhereCited } from './recognize-question.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'
import { searchPlans } from './search-plans.ts'

/** "Nguyên văn 2": the restored words beside the words as the source has them, with the lines. */
export async function quoteSource(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  // "Thành phần nào": what a line of the plan is headed with is told by that line.
  if (plans.isAsked && plans.found.some((plan) => findLabelled(asked.intent.slots.topic, plan, world)))
    return searchPlans(asked, world)
  const units = asked.intent.slots.units.length > 0 ? resolveUnits(asked, world, plans.found) : { found: [] }
  if ('reply' in units) return units
  const found = findTopicDuties(asked, plans.found, units.found, world)
  const shownBefore = asked.conversation.shownDutyIds.flatMap((id) => world.library.dutyById.get(id) ?? [])
  const duties = (found.length > 0 ? found : shownBefore).slice(0, 3)
  if (duties.length === 0 && asksWhereCited(asked.text) && readTelling(asked.intent.slots.topic) !== '')
    return searchPlans(asked, world)
  if (duties.length === 0) return say('which-duty-quote', {}, { asksBack: true, isAnswered: false })
  const ids = duties.map(({ id }) => id)
  return {
    reply: reply(
      duties.flatMap((duty) => [quoteDuty(duty, world), ...tellOtherCopies(duty, world), ...tellCorrections(duty, world)]),
      { dutyIds: ids },
    ),
    remembers: keepNumbers(asked, ids),
  }
}

/** Where another copy of the paper is probably right. */
function tellOtherCopies(duty: Duty, { library }: World): Phrase[] {
  return findOtherReadings(duty, library).map(({ shown, other, copy, lines: [from, to] }) => ({
    say: 'other-copy-reads',
    with: { shown, other, label: copy.quality.label, from, to },
  }))
}

/** What the office has put right since the paper was read. */
function tellCorrections(duty: Duty, { library }: World): Phrase[] {
  return (library.correctionsOf.get(duty.id) ?? []).map(({ at, before, after }) => ({
    say: 'quote-corrected',
    with: { day: formatDay(dayInVietnam(at)), items: describeCorrection(before, after) },
  }))
}

/** The words as they were restored: a correction stands beside them and not in their place. */
function readWords({ id, text }: Duty, { correctionsOf }: World['library']): string {
  return correctionsOf.get(id)?.[0]?.before.text ?? text
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
      restored: isDamaged ? readWords(duty, library) : '',
      quote,
      label: isDamaged ? (plan?.quality.label ?? '') : '',
    },
  }
}
