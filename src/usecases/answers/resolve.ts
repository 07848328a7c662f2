import type { UnitMention } from '../../dialogue/intent.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { writePlace } from '../../units/name-unit.ts'
import { isAmbiguous, reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findPlanHome } from '../find-plan-home.ts'
import { chooseNamesake } from './choose-namesake.ts'
import { offerChoices } from './offer-choices.ts'
import { isCarriedOut } from './recognize-question.ts'
import { listCiting, tellNotLoaded } from './tell-not-loaded.ts'

/** The plans that a question is about; isAsked = it named them. */
export type ResolvedPlans = { readonly found: readonly Plan[]; readonly isAsked: boolean }

/** The plans that a question names, all loaded ones when it names none, or the answer that the named one is not loaded. */
export function resolvePlans(asked: Asked, world: World): ResolvedPlans | Decision {
  const { intent } = asked
  const { library } = world
  const mentions = intent.slots.plans
  if (mentions.length === 0) return { found: library.plans, isAsked: false }
  const found = library.plans.filter(({ id }) => mentions.some(({ planIds }) => planIds.includes(id)))
  if (found.length > 0) {
    const meant = chooseNamesake(found, asked, world)
    return 'reply' in meant ? meant : { found: meant, isAsked: true }
  }
  const carriedOut = mentions.every((mention) => isCarriedOut(mention, asked.text)) && intent.name !== 'doc_info'
  const citing = listCiting(mentions[0]?.number ?? '', world)
  return carriedOut && citing.length > 0 ? { found: citing, isAsked: false } : tellNotLoaded(asked, world)
}

/** The units that a question is about: those that it names, else the asker's; or the question which one is meant. */
export function resolveUnits(asked: Asked, world: World, plans: readonly Plan[]): { readonly found: readonly Unit[] } | Decision {
  const { intent, asker } = asked
  const [mention] = intent.slots.units
  if (leavesOwn(asked) && asker.units.length > 0) return { found: asker.units }
  if (!mention || meansOwnUnit(mention, asked)) {
    return asker.units.length > 0 ? { found: asker.units } : say('which-unit', {}, { asksBack: true })
  }
  if (mention.matches.length === 0) {
    return mention.derived
      ? { found: [placeDerived(mention.derived, asked, world)] }
      : say('unit-unknown', { unit: mention.words }, { isAnswered: false })
  }
  if (!isAmbiguous(mention)) return { found: withOrgans(unitsOf(mention.matches.slice(0, 1), world), world) }
  return chooseAmong(mention, asked, world, plans)
}

/** Whether a further mention means the asker's own unit, and the first one nobody that is known or who gives the work. */
function leavesOwn({ intent, text }: Asked): boolean {
  const [first, ...others] = intent.slots.units
  if (!first || !others.some(({ isOwn }) => isOwn)) return false
  return first.matches.length === 0 || GIVES.test(fold(text.normalize('NFC').slice(first.end)))
}

// "UBND tỉnh giao Sở chúng tôi": who gives is not who is asked about.
const GIVES = /^ (?:da |co |se )?giao\b/

// Folded words between two units of which the same is asked: "Sở A và Sở B", "việc của A khác B thế nào".
const SIDE_BY_SIDE = /^(?:[ ,;&+]|\b(?:va|voi|vs|hay|hoac|con|cua|nhiem vu|viec|phan viec|phan|ben)\b)*$/
const COMPARED = /\b(?:khac|giong|so sanh|so voi|khac nhau|phan biet)\b/

/** Several units of which a question asks the same; fewer than two when it asks of one. */
export function resolveCompared({ intent, text, asker }: Asked, world: World): readonly (readonly Unit[])[] {
  const words = fold(text.normalize('NFC'))
  const mentions = intent.slots.units
  const isTogether =
    COMPARED.test(words) || mentions.slice(1).every(({ start }, at) => SIDE_BY_SIDE.test(words.slice(mentions[at]?.end, start)))
  if (mentions.length < 2 || !isTogether) return []
  const found = mentions.map((mention) => {
    if (mention.isOwn) return asker.units
    if (isAmbiguous(mention)) return []
    return mention.matches.length > 0 ? unitsOf(mention.matches.slice(0, 1), world) : mention.derived ? [mention.derived] : []
  })
  const [first] = found
  // "Văn phòng HĐND và UBND huyện" is one office.
  const isOne = found.some((units, at) => at > 0 && units.some(({ name }) => fold(first?.[0]?.name ?? '').includes(fold(name))))
  return isOne || found.some(({ length }) => length === 0) ? [] : found
}

/** "Xã Bình Minh, huyện Bình Sơn": a unit that no plan names stands in the place that the question also names. */
function placeDerived(unit: Unit, { text }: Asked, { library }: World): Unit {
  if (unit.place === null || unit.place.includes(',')) return unit
  const folded = fold(text)
  const around = library.plans
    .flatMap((plan) => findPlanHome(plan, library.registry.lexicon) ?? [])
    .find((step) => step.level === 'district' && folded.includes(fold(writePlace([step]) ?? '\n')))
  const place = around && writePlace([around])
  return place && !fold(unit.place).includes(fold(place)) ? { ...unit, place: `${unit.place}, ${place}` } : unit
}

/** Whether the words name a unit that no plan names, with its place: "Đảng bộ xã Đắk Ơ". */
function isWrittenIn({ name, place }: Unit, text: string): boolean {
  return (
    place !== null &&
    text.includes(fold(`${name} ${place.split(',')[0] ?? ''}`).replace(/\b(xa|phuong|huyen|tinh|thi tran) \1\b/, '$1'))
  )
}

// Folded words behind a unit that make it the asker's own: "UBND thị xã chúng tôi".
const SELF_BEHIND = /^ (?:cua )?(?:(?:chung|bon) )?(?:toi|em|minh|ta|tui)(?![a-z])/

const FEWEST_WORDS = 3

/** "Tuyên giáo huyện ủy" for Ban Tuyên giáo Huyện ủy: the name without its first word, where enough is left to know it by. */
function isWrittenShort({ name }: Unit, text: string): boolean {
  const [, ...rest] = fold(name).split(' ')
  return rest.length >= FEWEST_WORDS && ` ${text} `.includes(` ${rest.join(' ')} `)
}

/** "Phòng em", "UBND xã chúng tôi", or the name of the asker's own unit. */
function meansOwnUnit({ matches, isOwn, end }: UnitMention, { asker, text }: Asked): boolean {
  if (
    isOwn ||
    (asker.units.length > 0 && SELF_BEHIND.test(fold(text.normalize('NFC').slice(end)))) ||
    asker.units.some((unit) => isWrittenIn(unit, fold(text)))
  )
    return true
  if (asker.units.some((unit) => isWrittenShort(unit, fold(text)))) return true
  const best = matches.filter(({ score }) => score >= (matches[0]?.score ?? 0) - 0.05)
  return best.some(({ unitId }) => asker.units.some(({ id }) => id === unitId))
}

/** Of several units that fit alike, those that the named plans charge; asked back when that does not decide. */
function chooseAmong(
  { words, matches }: UnitMention,
  asked: Asked,
  world: World,
  plans: readonly Plan[],
): { readonly found: readonly Unit[] } | Decision {
  const fitting = unitsOf(
    matches.filter(({ score }) => score >= (matches[0]?.score ?? 0) - 0.05),
    world,
  )
  const inPlans = fitting.filter((unit) => isNamedIn(unit, plans, world))
  if (inPlans.length === 1) return { found: inPlans }
  const besides = asked.intent.slots.units.filter(({ matches: own }) => own !== matches && own.length > 0)
  const places = new Set(
    unitsOf(
      besides.flatMap(({ matches: own }) => own.slice(0, 1)),
      world,
    ).map(({ place }) => place),
  )
  // "Mặt trận Tổ quốc và các đoàn thể tỉnh Bình Phước": the place is said once for both.
  const inPlace = fitting.filter(({ place }) => place !== null && places.has(place))
  if (inPlace.length === 1) return { found: inPlace }
  if (plans.length < world.library.plans.length) return { found: inPlans.length > 0 ? inPlans : fitting }
  // Two ways of naming the same many are one.
  const isOnePlace = fitting.every(({ isCollective, place }) => isCollective && place === fitting[0]?.place)
  return isOnePlace ? { found: fitting } : askWhichUnit(words, fitting, asked, world)
}

// Folded beginnings of the bodies that act for a committee.
const ORGAN = /^(?:ban thuong vu|thuong truc|ban chap hanh) /

/** "Huyện đoàn" is charged through its Ban Thường vụ: who asks for a body asks for those that act for it too. */
function withOrgans(units: readonly Unit[], { library }: World): Unit[] {
  const ids = new Set(units.map(({ id }) => id))
  const organs = [...library.unitById.values()].filter(
    ({ parentId, name }) => parentId !== null && ids.has(parentId) && ORGAN.test(fold(name)),
  )
  return [...units, ...organs]
}

function unitsOf(matches: readonly { readonly unitId: string }[], { library }: World): Unit[] {
  return matches.flatMap(({ unitId }) => library.unitById.get(unitId) ?? [])
}

function isNamedIn(unit: Unit, plans: readonly Plan[], { library }: World): boolean {
  return plans.some(({ id }) => library.dutiesOfPlan.get(id)?.some(({ units }) => units.some(({ unitId }) => unitId === unit.id)))
}

function askWhichUnit(words: string, units: readonly Unit[], asked: Asked, world: World): Decision {
  const labels = units.slice(0, 5).map(({ name, place }) => (place ? `${name} (${place})` : name))
  const items = labels.map((label, index) => ({ say: 'numbered', with: { number: index + 1, text: label } }))
  const choices = offerChoices(
    labels.map((text) => ({ say: 'literal', with: { text } })),
    world,
  )
  return {
    reply: reply([{ say: 'which-of-units', with: { words, items } }], { choices, asksBack: true }),
    remembers: { lastIntent: asked.intent.name },
  }
}
