import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Row } from '../life/list-rows.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties, type UnitDuties } from '../find-unit-duties.ts'
import { readShownLives, readTaken } from '../life/read-shown-lives.ts'
import { namePlan, introducePlan } from './describe-duty.ts'
import { cutLong } from './cut-long.ts'
import { describeSuccessors } from './describe-successors.ts'
import { findHandedOn } from './find-handed-on.ts'
import { findMentioningDuties, maySpeakOf } from './find-mentioning-duties.ts'
import { listDuty } from './list-duty.ts'
import { offerChoices } from './offer-choices.ts'
import { fold } from '../../text/fold.ts'
import { asksWhether } from './recognize-question.ts'
import { pointToPlaces } from './point-to-places.ts'
import { findPlaces } from './find-places.ts'
import { narrowByTopic } from './narrow-by-topic.ts'
import { readSubject, readTelling } from './read-telling.ts'
import { withoutPapers } from './without-papers.ts'
import { resolveCompared, resolvePlans, resolveUnits, type ResolvedPlans } from './resolve.ts'
import { searchPlans } from './search-plans.ts'

// Folded words of the question.
const ASKS_WHAT = /\b(?:viec|nhiem vu|nhung|lam) (?:gi|j|nao)\b/
const LEADING = /\bchu tri\b/
const OWN = /\b(?:viec|nhiem vu|phan|giao) rieng\b/
const READABLE = 0.95
const COMMON_SIZE = 90

/** "Đơn vị tôi có nhiệm vụ gì", "Sở Nội vụ làm gì": own duties before common ones, grouped by plan. */
export async function listDuties(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const compared = resolveCompared(asked, world)
  if (compared.length > 1) return compareUnits(compared, plans, asked, world)
  if (namesNobody(asked) && readTelling(asked.intent.slots.topic) !== '') return searchPlans(asked, world)
  const units = resolveUnits(asked, world, plans.found)
  return 'reply' in units ? units : tellDuties(units.found, plans, asked, world)
}

/** What one unit is charged with; of it what was asked about, where something was. */
async function tellDuties(units: readonly Unit[], plans: ResolvedPlans, asked: Asked, world: World): Promise<Decision> {
  const groups = findUnitDuties(units, plans.found, world.library).map(datedFirst)
  if (LEADING.test(fold(asked.text))) return showLeading(groups, units, plans, asked, world)
  if (groups.length === 0) return tellNoDuties(units, plans, world)
  const subject = readSubject(withoutName(withoutPapers(asked.intent.slots.topic, plans.found), units))
  if (subject === '') return showAll({ units, groups }, asked, world)
  const onSubject = narrowByTopic(groups, subject, world)
  if (onSubject.length > 0) return showGroups([{ units, groups: onSubject, among: groups }], asked, world)
  if (asksWhether(asked.text) && !ASKS_WHAT.test(fold(asked.text))) return tellNotCharged(units, subject, plans, world)
  return showGroups([{ units, groups: ownOnly(groups) }], asked, world)
}

/** "Thành phố chúng tôi phải làm gì": the words of the unit's own name narrow nothing. */
function withoutName(topic: string, units: readonly Unit[]): string {
  const names = new Set(units.flatMap(({ name, place }) => fold(`${name} ${place ?? ''}`).split(/[ ,]+/)))
  return topic
    .split(' ')
    .filter((word) => !names.has(fold(word)))
    .join(' ')
}

/** Who asks for something of a unit's own work is not answered with what everybody has to do. */
function ownOnly(groups: readonly UnitDuties[]): readonly UnitDuties[] {
  const own = groups.filter((group) => group.own.length > 0).map((group) => ({ ...group, common: [] }))
  return own.length > 0 ? own : groups
}

/** Who asks for duties of the unit's own where there are only common ones is told so, and the answer is no. */
async function showAll(charged: Charged, asked: Asked, world: World): Promise<Decision> {
  const decision = await showGroups([charged], asked, world)
  const isMissed = OWN.test(fold(asked.text)) && charged.groups.every(({ own }) => own.length === 0)
  return isMissed ? { ...decision, reply: { ...decision.reply, isAnswered: false } } : decision
}

function namesNobody({ intent, asker }: Asked): boolean {
  return asker.units.length === 0 && intent.slots.units.length === 0
}

/** What each of several units is charged with, one after the other. */
async function compareUnits(
  compared: readonly (readonly Unit[])[],
  plans: ResolvedPlans,
  asked: Asked,
  world: World,
): Promise<Decision> {
  const parts = compared.map((units) => ({ units, groups: findUnitDuties(units, plans.found, world.library) }))
  // What everybody has to do tells no two apart: it is left out where a unit has duties of its own.
  const charged = parts.map(({ units, groups }) => {
    return { units, groups: ownOnly(groups).map(datedFirst) }
  })
  const without = charged.filter(({ groups }) => groups.length === 0)
  const shown = charged.filter(({ groups }) => groups.length > 0)
  if (shown.length === 0) return tellNoDuties(compared[0] ?? [], plans, world)
  const decision = await showGroups(shown, asked, world)
  const notes = without.map(({ units }) => ({ say: 'no-duty', with: { unit: units[0]?.name ?? '' } }))
  return { ...decision, reply: { ...decision.reply, phrases: [...notes, ...decision.reply.phrases] } }
}

/** "Sở Y tế có phải … không", and nothing that it is charged with says so: where the plans speak of it instead. */
function tellNotCharged(units: readonly Unit[], subject: string, plans: ResolvedPlans, world: World): Decision {
  const places = findPlaces(subject, plans.found, world)
  return {
    reply: reply(
      [{ say: 'not-charged-with', with: { unit: units[0]?.name ?? '', plan: namePlans(plans) } }, ...pointToPlaces(places)],
      {
        sources: places.flatMap(({ duty }) => duty?.id ?? []),
        isAnswered: false,
      },
    ),
    remembers: { shownUnitId: units[0]?.id ?? null },
  }
}

/** "Sở … chủ trì việc nào": only what the unit leads; what it merely takes part in is no answer to that. */
async function showLeading(
  groups: readonly UnitDuties[],
  units: readonly Unit[],
  plans: ResolvedPlans,
  asked: Asked,
  world: World,
): Promise<Decision> {
  const isLed = (duty: Duty): boolean =>
    duty.units.some(({ unitId, role }) => role === 'lead' && units.some(({ id }) => id === unitId))
  const led = groups.map(({ plan, own }) => ({ plan, own: own.filter(isLed), common: [] })).filter(({ own }) => own.length > 0)
  if (led.length > 0) return showGroups([{ units, groups: led }], asked, world)
  const count = groups.reduce((sum, { own, common }) => sum + own.length + common.length, 0)
  return say('no-lead', { unit: units[0]?.name ?? '', plan: namePlans(plans), count: count || '' }, { isAnswered: false })
}

/** The plans that were asked about, or all of them. */
function namePlans({ found, isAsked }: ResolvedPlans): readonly Phrase[] {
  return isAsked ? found.map(namePlan) : [{ say: 'loaded-plans' }]
}

function isDated({ deadline }: Duty): boolean {
  return deadline.kind !== 'none' && deadline.kind !== 'ongoing'
}

/** Of the common duties those with a day come first: they are the ones that run out. */
function datedFirst({ plan, own, common }: UnitDuties): UnitDuties {
  return { plan, own, common: [...common.filter(isDated), ...common.filter((duty) => !isDated(duty))] }
}

/** A unit, or what one name of it may mean, with its duties. */
type Charged = {
  readonly units: readonly Unit[]
  readonly groups: readonly UnitDuties[]
  /** All of its duties, where only those on a subject are shown. */
  readonly among?: readonly UnitDuties[]
}

async function showGroups(parts: readonly Charged[], asked: Asked, world: World): Promise<Decision> {
  // One screen: where a unit has duties of its own, plans that only name it in common are told by their number.
  const told = parts.map(({ units, groups, among = [] }) => {
    const withOwn = groups.filter(({ own }) => own.length > 0)
    return { units, all: groups, groups: withOwn.length > 0 ? withOwn : groups, among }
  })
  const units = parts[0]?.units ?? []
  const { kept, left } = cutLong(told)
  const groups = kept.flatMap((part) => part.groups)
  const charged = [...new Set(groups.flatMap(({ own, common }) => [...own, ...common]))]
  const taken = await readTaken(units[0]?.id, asked, world)
  const shown = [...charged, ...taken.map(({ duty }) => duty)]
  const ids = shown.map(({ id }) => id)
  const lifeOf = await readShownLives(ids, units[0]?.id, asked, world)
  const numbers = new Map(shown.map((duty, index) => [duty, index + 1]))
  const unitIds = parts.flatMap((part) => part.units.map(({ id }) => id))
  const listFor =
    (part: Pick<Charged, 'units'>): ListDuties =>
    (duties, size) => {
      const own = part.units.map(({ id }) => id)
      return duties.map((duty) => listDuty(duty, numbers.get(duty) ?? 0, own, world, lifeOf(duty), size))
    }
  const phrases = [
    ...kept.flatMap((part) => part.groups.flatMap((group) => describeGroup(group, part, listFor(part)))),
    ...(left > 0 ? [{ say: 'duties-left', with: { count: left } }] : []),
    ...told.flatMap((part) =>
      part.all.filter((group) => !part.groups.includes(group)).map((group) => pointToCommon(group, part.units)),
    ),
    ...describeTaken(taken, charged.length, unitIds, world),
    ...parts.flatMap((part) => describeEnded(part.units, world)),
    ...tellInFull(shown, numbers),
  ]
  const choices = offerChoices(shown.length === 1 ? [{ say: 'choice-quote' }] : [], world)
  return {
    reply: reply(phrases, { choices, dutyIds: ids }),
    remembers: {
      shownDutyIds: ids,
      shownPlanIds: [...new Set(groups.map(({ plan }) => plan.id))],
      shownUnitId: units[0]?.id ?? null,
    },
  }
}

type ListDuties = (duties: readonly Duty[], size?: number) => Phrase[]

/** One plan: how well the paper could be read, own duties, then common ones in fewer words. */
function describeGroup(
  { plan, own, common }: UnitDuties,
  { units, among = [] }: Pick<Charged, 'units' | 'among'>,
  list: ListDuties,
): Phrase[] {
  const unit = nameIn(units, plan.plan.place)
  const label = plan.quality.score < READABLE ? plan.quality.label : ''
  const introduction = { say: 'duties-heading', with: { unit, plan: [introducePlan(plan)], label } }
  if (own.length === 0) {
    // Own duties that are merely not about the subject are not said to be none.
    const hasOwn = among.some((group) => group.plan === plan && group.own.length > 0)
    return [
      introduction,
      { say: hasOwn ? 'only-common-on-subject' : 'only-common', with: { unit, plan: [namePlan(plan)], count: common.length } },
      ...list(common, COMMON_SIZE),
    ]
  }
  const heading = common.length > 0 ? [{ say: 'duties-common', with: { count: common.length } }] : []
  return [introduction, ...list(own), ...heading, ...list(common, COMMON_SIZE)]
}

/** What the unit does for another one, which the paper charges. */
function describeTaken(taken: readonly Row[], before: number, unitIds: readonly string[], world: World): Phrase[] {
  if (taken.length === 0) return []
  const lines = taken.map(({ duty, unitId, life }, index) => ({
    say: 'taken-line',
    with: {
      unit: world.library.unitById.get(unitId)?.name ?? '',
      line: [listDuty(duty, before + index + 1, unitIds, world, { ...life, heldBy: null }, COMMON_SIZE)],
    },
  }))
  return [{ say: 'duties-taken', with: { count: taken.length } }, ...lines]
}

function pointToCommon({ plan, common }: UnitDuties, units: readonly Unit[]): Phrase {
  return {
    say: 'common-elsewhere',
    with: {
      plan: [namePlan(plan)],
      count: common.length,
      unit: nameIn(units, plan.plan.place),
      number: plan.plan.number ?? plan.slug,
    },
  }
}

function nameIn(units: readonly Unit[], place: string | null): string {
  return (units.find((unit) => unit.place?.includes(place ?? '\n')) ?? units[0])?.name ?? ''
}

/** The complete texts, for the pages behind "tiếp". */
function tellInFull(duties: readonly Duty[], numbers: ReadonlyMap<Duty, number>): Phrase[] {
  return [
    { say: 'in-full', startsPage: true },
    ...duties.map((duty) => ({ say: 'duty-full', with: { number: numbers.get(duty) ?? 0, text: duty.text } })),
  ]
}

function describeEnded(units: readonly Unit[], world: World): Phrase[] {
  const ended = units.find(({ endedOn }) => endedOn !== null)
  const successors = units.flatMap((unit) => describeSuccessors(unit, world))
  if (!ended || successors.length > 0) return successors
  return [{ say: 'unit-ended', with: { unit: ended.name, day: ended.endedOn?.split('-').toReversed().join('/') ?? '' } }]
}

/** A paper of one district that goes to "UBND huyện" goes to its own. */
function isRecipient(units: readonly Unit[], paper: Plan, { library }: World): boolean {
  return units.some(
    (unit) =>
      maySpeakOf(unit, paper, library.registry.lexicon) &&
      paper.plan.recipients.some((recipient) => fold(recipient).includes(fold(unit.name))),
  )
}

function tellNoDuties(units: readonly Unit[], plans: ResolvedPlans, world: World): Decision {
  const unit = units[0]?.name ?? ''
  const ids = plans.found.map(({ id }) => id)
  const mentioning = findMentioningDuties(units, ids, world)
  const handedOn = mentioning.length > 0 ? [] : findHandedOn(units, plans.found, world)
  if (handedOn.length > 0) return showMentioning({ say: 'only-handed-on', with: { unit } }, handedOn, units)
  const [plan] = plans.isAsked ? world.library.plans.filter(({ id }) => plans.found.some((found) => found.id === id)) : []
  if (mentioning.length === 0 && plan && isRecipient(units, plan, world))
    return say('only-recipient', { unit, plan: [namePlan(plan)] }, { isAnswered: false })
  if (mentioning.length === 0)
    return say(plan ? 'no-duty-in-plan' : 'no-duty', { unit, plan: plan ? [namePlan(plan)] : '' }, { isAnswered: false })
  return showMentioning({ say: 'only-mentioned', with: { unit } }, mentioning, units)
}

function showMentioning(heading: Phrase, duties: readonly Duty[], units: readonly Unit[]): Decision {
  const numbers = new Map(duties.map((duty, index) => [duty, index + 1]))
  const ids = duties.map(({ id }) => id)
  return {
    reply: reply([heading, ...tellInFull(duties, numbers).slice(1)], { dutyIds: ids }),
    remembers: { shownDutyIds: ids, shownUnitId: units[0]?.id ?? null },
  }
}
