import type { PlanMention } from '../../dialogue/intent.ts'
import type { Citation, Plan, PlanHeader } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import { fold } from '../../text/fold.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { formatDay, introducePlan, namePlan } from './describe-duty.ts'
import { asksForChain } from './asks-for-chain.ts'
import { findHeaded } from './find-headed.ts'
import { tellChain } from './tell-chain.ts'
import { resolvePlans } from './resolve.ts'
import { searchPlans } from './search-plans.ts'
import { listCiting, tellNotLoaded } from './tell-not-loaded.ts'

// Folded words that ask which papers there are.
const LISTING = /\bdanh sach\b|\b(?:nhung|cac|bao nhieu) (?:van ban|ke hoach|cong van)\b|\bvan ban nao\b/

// Folded words that ask whether a paper is in force: nothing that dondoc may decide.
const VALIDITY = /\b(?:con|co|het|thoi han) hieu luc\b/

/** "CV 815 ký ngày nào, ai ký, căn cứ gì": the facts of a paper, with what could not be read. */
export async function describePlans(asked: Asked, world: World): Promise<Decision> {
  if (asksForChain(asked.text)) return tellChain(asked, world)
  // Of a paper that is only cited the citing ones tell something, also where they are named beside it.
  const isCited = ({ planIds, number }: PlanMention): boolean => planIds.length === 0 && listCiting(number ?? '', world).length > 0
  if (asked.intent.slots.plans.some(isCited)) return tellNotLoaded(asked, world)
  const shownIds = asked.conversation.shownPlanIds
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const isList = LISTING.test(fold(asked.text))
  const contents = plans.isAsked ? await tellContents(asked, world, plans.found) : undefined
  if (contents) return contents
  const signed = plans.found.filter(({ plan }) => plan.signer?.name && fold(asked.text).includes(fold(plan.signer.name)))
  const shown =
    signed.length > 0 ? signed : plans.isAsked ? plans.found : plans.found.filter(({ id }) => !isList && shownIds.includes(id))
  if (shown.length === 0) return listPlans(plans.found)
  const validity = VALIDITY.test(fold(asked.text)) ? [{ say: 'validity-not-told' }] : []
  return {
    reply: reply([...validity, ...shown.flatMap((plan) => askedFirst(describeFacts(plan, world), asked.text))], {
      facts: shown.map(readAddressees),
    }),
    remembers: { shownPlanIds: shown.map(({ id }) => id) },
  }
}

// Folded words of questions about a paper itself rather than about what it says.
const OF_HEADER =
  /^(?:ban|hanh|ky|nguoi|ai|so|ngay|thang|nam|trich|yeu|noi|nhan|can|cu|vien|dan|duoc|thuc|hien|trien|khai|nghi|quyet|ke|hoach|cong|van|ket|luan|chi|thi|huong|dinh|hieu|luc|thay|the|lien|quan|co|chuc|vu|danh|gui|trang|ten|day|du|loai|gi|nao|cap|tinh|huyen|xa|uy|ve|viec|thong|tin|bao|nhieu|may|la|va|nhu|sao|o|dau|khi|thoi|gian|dien|tu|goc|ban|goi|tat|muc|phan|nhiem)$/
const FEWEST_WORDS = 2
const OF_CONTENTS = /\b(?:muc dich|muc tieu|yeu cau|quan diem|phuong cham|chi tieu|nguyen tac)\b/
const OF_SIGNING = /\bnoi nhan\b|\bky\b/

/** "Phương châm nêu trong Kế hoạch 261 là gì" asks what the paper says: where that is found, it is the answer. */
async function tellContents(asked: Asked, world: World, plans: readonly Plan[]): Promise<Decision | undefined> {
  const { topic } = asked.intent.slots
  const isHeaded = !OF_SIGNING.test(fold(topic)) && plans.some((plan) => findHeaded(topic, plan))
  if (topic !== '' && (isHeaded || OF_CONTENTS.test(fold(topic)))) return searchPlans(asked, world)
  const words = topic.split(' ').filter((word) => !OF_HEADER.test(fold(word)))
  if (words.length < FEWEST_WORDS) return undefined
  const found = await searchPlans(asked, world)
  return found.reply.isAnswered && !found.reply.asksBack ? found : undefined
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

// Folded words that ask for one fact of a paper, and the facts that answer.
const ASKED_FACTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(?:ai|nguoi|dong chi nao) (?:da )?ky\b|\bky\b.*\bkhong\b|\bchuc (?:vu|danh)\b/,
    ['plan-signer', 'plan-signer-untitled', 'plan-signer-unread'],
  ],
  [/\b(?:ngay|khi|thang|bao gio|hoi|luc) ?(?:nao|may|bao nhieu|ky|ban hanh)?\b/, ['plan-day', 'plan-day-unread']],
  [
    /\bnoi nhan\b|\bgui (?:cho|den|toi) (?:nhung )?(?:ai|dau|noi nao|cho nao|don vi nao|co quan nao)\b/,
    ['plan-addressees', 'plan-recipients'],
  ],
  [
    /\b(?:ai|co quan nao|don vi nao|cap nao) (?:ra|ban hanh)\b|\b(?:ban hanh|cua) (?:ai|co quan nao)\b/,
    ['plan-issuer', 'plan-issuer-unread'],
  ],
  [/\b(?:vien dan|dan chieu|duoc dan|can cu)\b/, ['plan-citations']],
]

/** The heading, then the fact that was asked for, then the others. */
function askedFirst([heading, ...facts]: readonly Phrase[], text: string): Phrase[] {
  const wanted = new Set(ASKED_FACTS.flatMap(([shape, keys]) => (shape.test(fold(text)) ? keys : [])))
  const isWanted = ({ say: key }: Phrase): boolean => wanted.has(key)
  return [...(heading ? [heading] : []), ...facts.filter(isWanted), ...facts.filter((fact) => !isWanted(fact))]
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
    { say: 'plan-addressees', with: { addressees: readAddressees(stored) } },
    { say: 'plan-recipients', with: { recipients: plan.recipients.join('; ') } },
  ]
}

// Folded: "Kính gửi: - Các phòng, ban; - Công an huyện." up to an empty line.
const ADDRESSEES = /\bkinh gui\s*:\s*([\s\S]{3,600}?)(?=\n\s*\n|\n\s*(?:thuc hien|can cu|ngay)\b)/
const HEAD_OF_PAPER = 2000

/** To whom a letter is addressed, as it stands at its head. */
function readAddressees({ restored }: Plan): string {
  const head = restored.slice(0, HEAD_OF_PAPER).normalize('NFC')
  const match = ADDRESSEES.exec(fold(head))
  if (!match) return ''
  const start = match.index + match[0].length - (match[1]?.length ?? 0)
  const lines = head.slice(start, match.index + match[0].length).split('\n')
  return lines
    .map((line) => line.replace(/^[\s–•+*-]+|[\s;.,]+$/g, ''))
    .filter(Boolean)
    .join('; ')
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
  if (!signer?.name) return { say: 'plan-signer-unread', with: { title } }
  return title
    ? { say: 'plan-signer', with: { name: signer.name, title } }
    : { say: 'plan-signer-untitled', with: { name: signer.name } }
}

function describeCitation({ type, number, issuedOn, issuer }: Citation): Phrase {
  return {
    say: 'citation',
    with: { type: type ?? '', number: number ?? '', day: issuedOn ? formatDay(issuedOn) : '', issuer: issuer ?? '' },
  }
}
