import type { Duty } from '../../domain/duty.ts'
import type { Citation, Plan } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { traceChain, type ChainLink } from '../papers/trace-chain.ts'
import { describePath, formatDay, introducePlan, namePlan, shorten } from './describe-duty.ts'
import { findTopicDuties } from './find-topic-duties.ts'
import { resolvePlans } from './resolve.ts'

const SHOWN = 3

/** "Vì sao tôi phải làm việc này", "căn cứ của kế hoạch 197": the chain of papers, highest first, and which of them are loaded. */
export function tellChain(asked: Asked, world: World): Decision {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const duties = findAskedDuties(asked, plans.found, world)
  const ofDuties = plans.found.filter(({ id }) => duties.some(({ planId }) => planId === id))
  const shown = (ofDuties.length > 0 ? ofDuties : plans.isAsked ? plans.found : findMeantPlans(asked, world)).slice(0, SHOWN)
  if (shown.length === 0) return say('chain-of-what', {}, { asksBack: true, isAnswered: false })
  const ids = duties.map(({ id }) => id)
  return {
    reply: reply(
      shown.flatMap((plan) => [...tellWhere(duties, plan), ...describeChain(plan, world)]),
      { dutyIds: ids },
    ),
    remembers: {
      shownPlanIds: shown.map(({ id }) => id),
      ...(ids.length > 0 && !isOnScreen(ids, asked) ? { shownDutyIds: ids } : {}),
    },
  }
}

/** The duty that is pointed at, by its number, its section, or because it alone was shown. */
function findAskedDuties(asked: Asked, plans: readonly Plan[], world: World): readonly Duty[] {
  const { ordinals, sections } = asked.intent.slots
  const withoutTopic = { ...asked, intent: { ...asked.intent, slots: { ...asked.intent.slots, topic: '' } } }
  if (ordinals.length > 0 || sections.length > 0) return findTopicDuties(withoutTopic, plans, [], world).slice(0, SHOWN)
  const [only, ...others] = asked.conversation.shownDutyIds
  const duty = others.length === 0 && asked.intent.slots.plans.length === 0 ? world.library.dutyById.get(only ?? '') : undefined
  return duty ? [duty] : []
}

/** The papers on the screen, else those that charge the asker. */
function findMeantPlans({ conversation, asker }: Asked, { library }: World): Plan[] {
  const shown = library.plans.filter(({ id }) => conversation.shownPlanIds.includes(id))
  return shown.length > 0 ? shown : findUnitDuties(asker.units, library.plans, library).map(({ plan }) => plan)
}

function isOnScreen(ids: readonly string[], { conversation }: Asked): boolean {
  return ids.every((id) => conversation.shownDutyIds.includes(id))
}

function tellWhere(duties: readonly Duty[], plan: Plan): Phrase[] {
  return duties
    .filter(({ planId }) => planId === plan.id)
    .map((duty) => {
      const charged = duty.units.filter(({ role }) => role !== 'report_to').map(({ name }) => name)
      const where = { plan: [namePlan(plan)], path: [describePath(duty)], text: shorten(duty.text) }
      return { say: 'charged-by', with: { ...where, unit: charged.join(', ') } }
    })
}

function describeChain(plan: Plan, { library }: World): Phrase[] {
  const { links, others, siblings, citedBy } = traceChain(plan, library.plans)
  const items = links.map((link, index) => describeLink(link, index + 1, plan))
  return [
    { say: links.length > 1 ? 'chain' : 'chain-none', with: { plan: [namePlan(plan)], items } },
    { say: 'chain-others', with: { numbers: joinNumbers(others) } },
    {
      say: 'chain-siblings',
      with: { plans: siblings.map((sibling) => ({ say: 'bullet', with: { item: [introducePlan(sibling)] } })) },
    },
    {
      say: 'chain-cited-by',
      with: { plans: citedBy.map((citing) => ({ say: 'bullet', with: { item: [introducePlan(citing)] } })) },
    },
  ]
}

function joinNumbers(papers: readonly Citation[]): string {
  return papers.flatMap(({ number }) => number ?? []).join(', ')
}

function describeLink({ citation, plan, follows }: ChainLink, number: number, asked: Plan): Phrase {
  const { type, issuedOn, issuer } = citation
  const state = plan === asked ? 'chain-this' : plan ? 'chain-loaded' : 'chain-cited-only'
  return {
    say: 'chain-link',
    with: {
      number,
      paper: [{ say: 'plan-name', with: { type: type ?? '', number: citation.number ?? asked.slug } }],
      day: issuedOn ? formatDay(issuedOn) : '',
      issuer: issuer ?? '',
      follows: joinNumbers(follows),
      state: [{ say: state }],
    },
  }
}
