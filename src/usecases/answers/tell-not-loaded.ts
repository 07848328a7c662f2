import type { Citation, Plan } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import { fold } from '../../text/fold.ts'
import { parsePlace } from '../../units/parse-place.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { formatDay } from './describe-duty.ts'
import { findPlaces, type Place } from './find-places.ts'
import { toKey } from '../papers/is-same-paper.ts'
import { readTelling } from './read-telling.ts'
import { pointToPlaces } from './point-to-places.ts'
import { showPlaces, textOf } from './show-places.ts'
import { asksWhereCited } from './recognize-question.ts'

// Folded words that ask for the day, the issuer or the name of a paper: what a citation tells too.
const DAY = /\b(?:ngay (?:nao|may|bao nhieu|ban hanh|ky)|khi nao|bao gio|hoi nao|nam nao|thang may)\b/
const ISSUER =
  /\b(?:ai|co quan nao|cap nao|don vi nao|noi nao|ban nao) (?:ban hanh|ky|ra)\b|\b(?:ban hanh|cua) (?:ai|co quan nao|cap nao)\b/

const SURE = 0.8
/** A place that names the paper itself need hold less of the question. */
const NAMED = 0.5
const MOST = 4
const MOST_CITED = 8

/** The loaded plans that cite a paper. */
export function listCiting(number: string, { library }: World): Plan[] {
  return library.plans.filter(({ plan }) => plan.citations.some((citation) => citation.number === number))
}

/** A paper that is not loaded: what the citing plans tell of it, and where they speak of what was asked; or that nothing is known. */
export function tellNotLoaded(asked: Asked, world: World): Decision {
  const mention = asked.intent.slots.plans.find(({ planIds }) => planIds.length === 0)
  const number = mention?.number ?? mention?.words ?? ''
  const citing = listCiting(number, world)
  if (citing.length === 0) return say('plan-not-loaded', { number }, { isAnswered: false })
  return tellFromCiting(number, citing, asked, world) ?? tellCitation(number, citing, asked, world)
}

/** What the citing plans themselves tell: where they name the paper, what they say of it with what was asked, what it is about. */
function tellFromCiting(number: string, citing: readonly Plan[], { text, intent }: Asked, world: World): Decision | undefined {
  if (asksWhereCited(text)) return tellWhereCited(number, citing)
  const { topic } = intent.slots
  const told = intent.name === 'doc_info' ? [] : findSpeakingOf(number, topic, citing, world)
  if (told.length > 0) return showPlaces(told, { topic }, world)
  const about = ABOUT.test(fold(text)) && readTelling(topic) === '' ? findNaming(number, citing) : []
  return about.length > 0 ? tellAbout(number, citing, about, world) : undefined
}

/** Its day and issuer by those that cite it, and where they speak of what was asked. */
function tellCitation(number: string, citing: readonly Plan[], asked: Asked, world: World): Decision {
  const isHeader = asked.intent.name === 'doc_info'
  const places = isHeader ? [] : findElsewhere(asked, citing, world)
  const sources = places.flatMap(({ duty }) => duty?.id ?? [])
  const isTold = isHeader && isToldByCitation(fold(asked.text), findCitation(number, citing))
  return {
    reply: reply([describeCited(number, citing, isTold), ...pointToPlaces(places)], { sources, isAnswered: isTold }),
    remembers: { shownPlanIds: [...new Set([...citing, ...places.map(({ plan }) => plan)].map(({ id }) => id))] },
  }
}

// Folded words that ask what a paper is about.
const ABOUT = /\bve (?:viec|van de|noi dung|cai)? ?gi\b|\bnoi (?:ve )?gi\b|\bla (?:van ban )?gi\b|\btrich yeu\b/

/** Places where a citing plan says what a paper is about, right behind its number: "Quyết định số 755/QĐ-UBND ngày … về Đề án …". */
function findNaming(number: string, citing: readonly Plan[]): Place[] {
  const key = fold(number).replaceAll(/[^a-z0-9]+/g, '[^a-z0-9]{1,3}')
  const named = new RegExp(`${key}[^.;]{0,80}? (?:ve|ban hanh|phe duyet) `)
  return citing.flatMap((plan) => {
    const passage = plan.passages.find(({ text }) => named.test(fold(text)))
    return passage ? [{ coverage: 1, score: 0, plan, duty: undefined, passage }] : []
  })
}

function tellAbout(number: string, citing: readonly Plan[], about: readonly Place[], world: World): Decision {
  const shown = showPlaces(about, { topic: number }, world)
  return { ...shown, reply: { ...shown.reply, phrases: [describeCited(number, citing, true), ...shown.reply.phrases] } }
}

/** "Kế hoạch 194 được nhắc ở mục nào": the places that write its number. */
function tellWhereCited(number: string, citing: readonly Plan[]): Decision {
  const places = citing.flatMap((plan) => {
    const passages = plan.passages.filter(({ text }) => toKey(text).includes(toKey(number)))
    const byPath = new Map(passages.map((passage) => [passage.path, passage]))
    return [...byPath.values()].map((passage): Place => ({ coverage: 1, score: 0, plan, duty: undefined, passage }))
  })
  return {
    reply: reply([describeCited(number, citing, true), ...pointToPlaces(places.slice(0, MOST_CITED))]),
    remembers: { shownPlanIds: citing.map(({ id }) => id) },
  }
}

/** "Cơ quan nào thường trực theo Quyết định 755": places that name the paper and hold what was asked tell it without the paper's own text. */
function findSpeakingOf(number: string, topic: string, citing: readonly Plan[], world: World): Place[] {
  const subject = readTelling(topic)
  // Whose paper it is asks nothing of it.
  if (subject === '' || parsePlace(subject, world.library.registry.lexicon).length > 0) return []
  return findPlaces(subject, citing, world, { accepts: (place) => toKey(textOf(place)).includes(toKey(number)), least: NAMED })
}

/** What is known of a paper from those that cite it: its day and issuer. */
export function describeCited(number: string, citing: readonly Plan[], isTold: boolean): Phrase {
  const { issuedOn, issuer } = findCitation(number, citing) ?? {}
  return {
    say: isTold ? 'plan-cited' : 'plan-cited-only',
    with: {
      number,
      day: issuedOn ? formatDay(issuedOn) : '',
      issuer: issuer ?? '',
      plans: citing.map(({ plan }) => plan.number ?? '').join(', '),
    },
  }
}

/** The fullest citation: not every plan writes the day. */
function findCitation(number: string, citing: readonly Plan[]): Citation | undefined {
  const all = citing.flatMap(({ plan }) => plan.citations.filter((citation) => citation.number === number))
  return all.find(({ issuedOn, issuer }) => issuedOn && issuer) ?? all.find(({ issuedOn }) => issuedOn) ?? all[0]
}

function isToldByCitation(folded: string, citation: Citation | undefined): boolean {
  return Boolean((DAY.test(folded) && citation?.issuedOn) || (ISSUER.test(folded) && citation?.issuer))
}

/** Only what surely speaks of the same; without a topic, what the citing plans charge the unit with that was asked about. */
function findElsewhere({ intent: { slots }, asker }: Asked, citing: readonly Plan[], world: World): Place[] {
  const subject = readTelling(slots.topic)
  if (subject !== '') return findPlaces(subject, world.library.plans, world).filter(({ coverage }) => coverage >= SURE)
  const [mention] = slots.units
  const named = mention?.isOwn ? asker.units : [world.library.unitById.get(mention?.matches[0]?.unitId ?? '')]
  const units = named.filter((unit) => unit !== undefined)
  const own = findUnitDuties(units, citing, world.library).flatMap((group) => group.own)
  const byPath = new Map(own.map((duty) => [`${duty.planId} ${duty.path}`, duty]))
  return [...byPath.values()].slice(0, MOST).flatMap((duty) => {
    const plan = world.library.planById.get(duty.planId)
    return plan ? [{ coverage: 1, score: 0, plan, duty, passage: undefined }] : []
  })
}
