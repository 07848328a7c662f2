import type { Citation, Plan, PlanHeader } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import { fold } from '../../text/fold.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { formatDay, introducePlan, namePlan } from './describe-duty.ts'
import { asksForChain } from './asks-for-chain.ts'
import { tellChain } from './tell-chain.ts'
import { resolvePlans } from './resolve.ts'

// Folded words that ask which papers there are.
const LISTING = /\bdanh sach\b|\b(?:nhung|cac|bao nhieu) (?:van ban|ke hoach|cong van)\b|\bvan ban nao\b/

// Folded words that ask whether a paper is in force: nothing that dondoc may decide.
const VALIDITY = /\b(?:con|co|het|thoi han) hieu luc\b/

/** "CV 815 ký ngày nào, ai ký, căn cứ gì": the facts of a paper, with what could not be read. */
export async function describePlans(asked: Asked, world: World): Promise<Decision> {
  if (asksForChain(asked.text)) return tellChain(asked, world)
  const shownIds = asked.conversation.shownPlanIds
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const isList = LISTING.test(fold(asked.text))
  const shown = plans.isAsked ? plans.found : plans.found.filter(({ id }) => !isList && shownIds.includes(id))
  if (shown.length === 0) return listPlans(plans.found)
  const validity = VALIDITY.test(fold(asked.text)) ? [{ say: 'validity-not-told' }] : []
  return {
    reply: reply([...validity, ...shown.flatMap((plan) => describeFacts(plan, world))]),
    remembers: { shownPlanIds: shown.map(({ id }) => id) },
  }
}

/** Every loaded paper, newest first. */
export function listPlans(plans: readonly Plan[]): Decision {
  if (plans.length === 0) return say('no-plans-loaded', {}, { isAnswered: false })
  const items = plans.map((plan, index): Phrase => ({
    say: 'plan-line',
    with: { number: index + 1, plan: [introducePlan(plan)], subject: plan.plan.subject ?? plan.plan.title ?? '' },
  }))
  return {
    reply: reply([{ say: 'plans-loaded', with: { count: plans.length, items } }]),
    remembers: { shownPlanIds: plans.map(({ id }) => id) },
  }
}

function describeFacts(stored: Plan, world: World): Phrase[] {
  const { plan } = stored
  const duties = world.library.dutiesOfPlan.get(stored.id)?.length ?? 0
  return [
    { say: 'plan-heading', with: { plan: [namePlan(stored)] } },
    { say: 'plan-subject', with: { subject: plan.subject ?? '' } },
    { say: plan.issuer ? 'plan-issuer' : 'plan-issuer-unread', with: { issuer: plan.issuer ?? '', place: plan.place ?? '' } },
    describeDay(plan),
    describeSigner(plan),
    { say: 'plan-counts', with: { duties, sections: stored.sections.length } },
    { say: 'plan-citations', with: { items: plan.citations.map(describeCitation) } },
    ...describeCopies(stored, world),
    { say: 'plan-recipients', with: { recipients: plan.recipients.join('; ') } },
  ]
}

function describeCopies({ id }: Plan, { library }: World): Phrase[] {
  const copies = library.witnessesOf.get(id) ?? []
  return copies.map(({ slug, quality }) => ({ say: 'plan-copies', with: { copy: slug, label: quality.label } }))
}

function describeDay({ issuedOn, issuedOnRaw }: PlanHeader): Phrase {
  return issuedOn
    ? { say: 'plan-day', with: { day: formatDay(issuedOn) } }
    : { say: 'plan-day-unread', with: { raw: issuedOnRaw ?? '' } }
}

function describeSigner({ signer }: PlanHeader): Phrase {
  const title = signer?.title ?? ''
  return signer?.name ? { say: 'plan-signer', with: { name: signer.name, title } } : { say: 'plan-signer-unread', with: { title } }
}

function describeCitation({ type, number, issuedOn, issuer }: Citation): Phrase {
  return {
    say: 'citation',
    with: { type: type ?? '', number: number ?? '', day: issuedOn ? formatDay(issuedOn) : '', issuer: issuer ?? '' },
  }
}
