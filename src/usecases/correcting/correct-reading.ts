import { addMinutes } from '../../domain/calendar.ts'
import { partsOf } from '../../domain/correction.ts'
import type { Duty } from '../../domain/duty.ts'
import { mayCorrect } from '../../domain/permission.ts'
import type { Phrase } from '../../domain/reply.ts'
import { describePath, namePlan, shorten } from '../answers/describe-duty.ts'
import { findTopicDuties } from '../answers/find-topic-duties.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { resolvePlans } from '../answers/resolve.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { applyEdits, type EditedDuty } from './apply-edits.ts'
import { describeCorrection } from './describe-correction.ts'
import { readEdits } from './read-correction.ts'

const CONFIRM_WITHIN_MINUTES = 60
const LISTED = 8

/** "Sửa mục 2.b: hạn 15/12/2026": reads the correction back, before and after; the slots are those of the words that point at the duty. */
export function correctReading(wish: string, asked: Asked, world: World): Decision {
  if (!mayCorrect(asked.asker.officer)) return say('correction-office-only')
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const duties = preferShown(findTopicDuties(asked, plans.found, [], world), asked)
  const [duty] = duties
  if (!duty || duties.length > 1) return askWhichDuty(duties, world)
  const plan = world.library.planById.get(duty.planId)
  if (!plan) return askWhichDuty([], world)
  const edited = applyEdits(duty, readEdits(wish), plan, world.library)
  if ('unread' in edited) return say(`correction-unread-${edited.unread}`, { words: edited.words }, { asksBack: true })
  return readBack(duty, edited, world)
}

/** "Mục 2.b" is that of the paper on the screen where several papers have one. */
function preferShown(duties: readonly Duty[], { conversation }: Asked): readonly Duty[] {
  const shown = duties.filter(({ planId }) => conversation.shownPlanIds.includes(planId))
  return shown.length > 0 ? shown : duties
}

function readBack(duty: Duty, { after, units }: EditedDuty, world: World): Decision {
  const before = partsOf(duty)
  const items = describeCorrection(before, after)
  if (items.length === 0) return say('correction-same', {}, { dutyIds: [duty.id] })
  const plan = world.library.planById.get(duty.planId)
  const where = { path: [describePath(duty)], plan: plan ? [namePlan(plan)] : '' }
  return {
    reply: reply([{ say: 'read-back-correction', with: { ...where, items } }], {
      choices: offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world),
      dutyIds: [duty.id],
      asksBack: true,
    }),
    remembers: {
      pending: { kind: 'correction', dutyId: duty.id, before, after, units },
      expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES),
    },
  }
}

/** Several duties of one section are numbered, so that "sửa việc 2: …" can follow. */
function askWhichDuty(duties: readonly Duty[], { library }: World): Decision {
  if (duties.length === 0) return say('correction-how', {}, { asksBack: true })
  const shown = duties.slice(0, LISTED)
  const items = shown.map((duty, index): Phrase => {
    const plan = library.planById.get(duty.planId)
    const text = shorten(duty.text, 90)
    return {
      say: 'correction-candidate',
      with: { number: index + 1, plan: plan ? [namePlan(plan)] : '', path: [describePath(duty)], text },
    }
  })
  const ids = shown.map(({ id }) => id)
  return {
    reply: reply([{ say: 'which-duty-to-correct', with: { items } }], { asksBack: true, dutyIds: ids }),
    remembers: { shownDutyIds: ids },
  }
}
