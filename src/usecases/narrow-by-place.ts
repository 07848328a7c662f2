import type { Intent } from '../dialogue/intent.ts'
import type { Plan } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { isCarriedOut } from './answers/recognize-question.ts'

/**
 * "… ở huyện Bình Sơn": a place in a question that names no plan means the plans of that place, and tells papers of one number
 * apart; its words are no topic then.
 */
export function narrowByPlace(given: Intent, plans: readonly Plan[], text: string): Intent {
  const intent = given.slots.plans.length > 0 ? dropIssuer(given, plans, text) : readIssuer(given, plans, text)
  const { slots } = intent
  // "Chương trình thực hiện Kết luận 57 ở Ninh Hải": the paper that is carried out leaves open which plan is asked.
  const [namesakes, ...further] = slots.plans.filter((mention) => !isCarriedOut(mention, text))
  const isOpen = !namesakes || (further.length === 0 && namesakes.planIds.length > 1)
  if (!isOpen || slots.topic === '') return intent
  const open = namesakes ? plans.filter(({ id }) => namesakes.planIds.includes(id)) : plans
  for (const name of listPlaces(open)) {
    const found = findPlace(slots.topic, name)
    if (!found) continue
    const planIds = open.filter((plan) => nameOfPlace(plan) === name).map(({ id }) => id)
    const topic = `${slots.topic.slice(0, found.start)} ${slots.topic.slice(found.end)}`.replaceAll(/\s+/g, ' ').trim()
    return {
      ...intent,
      slots: { ...slots, topic, plans: [namesakes ? { ...namesakes, planIds } : { ...found, planIds, number: null }] },
    }
  }
  return intent
}

/** "Ba trụ cột trong kế hoạch 234 của Huyện ủy Ninh Hải": who issued a named plan is not asked about, and neither is its place. */
function dropIssuer(intent: Intent, plans: readonly Plan[], text: string): Intent {
  const { slots } = intent
  const named = plans.filter(({ id }) => slots.plans.some(({ planIds }) => planIds.includes(id)))
  const topic = listPlaces(named).reduce((words, name) => cutPlace(words, name), slots.topic)
  const folded = fold(text.normalize('NFC'))
  const units = slots.units.filter(({ start, isOwn }) => {
    const before = slots.plans.find(({ end, planIds }) => end <= start && planIds.length > 0 && OF.test(folded.slice(end, start)))
    return isOwn || !before || topic === ''
  })
  // Nobody is asked about any more: what is said of the topic is looked for in the paper, and no duties of the asker's.
  const isSearch = units.length === 0 && slots.units.length > 0 && intent.name === 'unit_duties'
  return { ...intent, name: isSearch ? 'search' : intent.name, slots: { ...slots, topic, units } }
}

// Folded words between a paper and the office that issued it.
const OF = /^\s*(?:cua|do)\s*$/

function cutPlace(topic: string, name: string): string {
  const found = findPlace(topic, name)
  return found ? `${topic.slice(0, found.start)} ${topic.slice(found.end)}`.replaceAll(/\s+/g, ' ').trim() : topic
}

// Folded words before the name of an office that a paper is of.
const PAPER_OF =
  /(?:^| )(?:ke hoach|kh|cong van|cv|van ban|quyet dinh|chuong trinh)(?:(?: nay| do)?(?: cua| do)?|(?: (?!nhiem|vu|viec|giao|trach|cua|nao)[a-z]+){1,6} cua)\s*$/

/** "Kế hoạch của Huyện ủy Bù Gia Mập": the office is no unit that is asked about but tells which paper is meant. */
function readIssuer(intent: Intent, plans: readonly Plan[], text: string): Intent {
  const words = text.normalize('NFC')
  for (const unit of intent.slots.units) {
    const name = fold(words.slice(unit.start, unit.end))
    if (unit.isOwn || !PAPER_OF.test(fold(words.slice(0, unit.start)))) continue
    const planIds = plans
      .filter((plan) => listNames(nameOfPlace(plan)).some((place) => ` ${name} `.includes(` ${place} `)))
      .map(({ id }) => id)
    if (planIds.length === 0) continue
    const mention = { words: unit.words, start: unit.start, end: unit.end, planIds, number: null }
    return { ...intent, slots: { ...intent.slots, plans: [mention], units: intent.slots.units.filter((each) => each !== unit) } }
  }
  return intent
}

/** A place by its name and by its initials of three letters and more. */
function listNames(name: string | undefined): string[] {
  const initials =
    name
      ?.split(' ')
      .map((word) => word[0])
      .join('') ?? ''
  return name ? [name, ...(initials.length >= 3 ? [initials] : [])] : []
}

function listPlaces(plans: readonly Plan[]): string[] {
  return [...new Set(plans.flatMap((plan) => nameOfPlace(plan) ?? []))]
}

/** The bare name of the place where a plan was issued: "binh son". */
function nameOfPlace({ plan }: Plan): string | undefined {
  const issuer = /(?:huyen uy|tinh uy|thanh uy|dang uy|huyen|tinh|xa|phuong|thi xa|thanh pho) ((?:\p{L}+ ?)+)$/u.exec(
    fold(plan.issuer ?? ''),
  )?.[1]
  return plan.place ? fold(plan.place) : issuer?.trim()
}

/** The place as a name, with its level and preposition, or by its initials of three letters and more. */
function findPlace(topic: string, name: string): { words: string; start: number; end: number } | undefined {
  const names = listNames(name).join('|')
  const shape = new RegExp(
    `(?<!\\p{L})(?:(?:o|tai|cua|tren dia ban) )?(?:(?:huyen|tinh|xa|phuong|thi xa|thanh pho) )?(?:${names})(?!\\p{L})`,
    'u',
  )
  const match = shape.exec(fold(topic))
  return match
    ? { words: topic.slice(match.index, match.index + match[0].length), start: match.index, end: match.index + match[0].length }
    : undefined
}
