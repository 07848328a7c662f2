import { fold } from '../text/fold.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { PlanRef } from './plan-ref.ts'
import type { MessageWord, NormalizedMessage } from './normalized-message.ts'

/** Words from-to (exclusive) that mean a plan. */
export type FoundPlan = {
  readonly from: number
  readonly to: number
  readonly planIds: readonly string[]
  readonly number: string | null
}

type Finder = (words: readonly MessageWord[], at: number, plans: readonly PlanRef[]) => FoundPlan | undefined

const TYPE =
  /^(?:ke hoach|cong van|cong dien|ket luan|nghi quyet|quyet dinh|chi thi|thong bao|chuong trinh|huong dan|to trinh|van ban)$/
const SIGNED_NUMBER = /^(\d+)(?:\/\d{4})? ?[-/] ?[a-z].*$/

/** All mentions of plans: by full number, by type and number, by a bare number that is loaded, by type and place, by "kế hoạch này". */
export function findPlanMentions(
  message: NormalizedMessage,
  plans: readonly PlanRef[],
  conversation: Conversation | undefined,
): FoundPlan[] {
  const finders: readonly Finder[] = [
    findSignedNumber,
    findTypeAndNumber,
    findBareNumber,
    findTypeAndPlace,
    (words, at) => findShownPlan(words, at, conversation),
  ]
  const found: FoundPlan[] = []
  for (let at = 0; at < message.words.length; at++) {
    const mention = finders.map((find) => find(message.words, at, plans)).find(Boolean)
    if (!mention) continue
    found.push(mention)
    at = mention.to - 1
  }
  return found
}

const findSignedNumber: Finder = (words, at, plans) => {
  const typed = typeAt(words, at)
  const start = at + (typed ? 2 : 0)
  const numberAt = start + (words[start]?.plain === 'so' ? 1 : 0)
  const word = words[numberAt]
  if (!word || !SIGNED_NUMBER.test(word.plain) || (numberAt > at && !typed && words[at]?.plain !== 'so')) return undefined
  const key = readKey(word.text)
  const planIds = plans.filter((plan) => plan.number !== null && readKey(plan.number) === key).map(({ id }) => id)
  return { from: at, to: numberAt + 1, planIds, number: word.text.toUpperCase().replaceAll(' ', '') }
}

const findTypeAndNumber: Finder = (words, at, plans) => {
  const type = typeAt(words, at)
  if (!type) return undefined
  let next = at + 2
  if (words[next]?.plain === 'so') next++
  const digits = words[next]?.plain ?? ''
  if (!/^\d{1,4}$/.test(digits)) return undefined
  const loaded = plans.filter((plan) => numberOf(plan.number) === digits)
  const ofType = loaded.filter((plan) => fold(plan.type ?? '') === type)
  const cited = plans.flatMap((plan) => plan.citations).find(({ number }) => numberOf(number) === digits)?.number
  const known = listKnown(ofType, loaded, type === 'van ban' || !cited)
  return {
    from: at,
    to: next + 1,
    planIds: known.map(({ id }) => id),
    number: known[0]?.number ?? cited ?? digits,
  }
}

/** "kh 815" for a công văn 815 is a slip, unless a cited paper bears that type and number. */
function listKnown(ofType: readonly PlanRef[], loaded: readonly PlanRef[], isAnyType: boolean): readonly PlanRef[] {
  if (ofType.length > 0) return ofType
  return isAnyType ? loaded : []
}

const findBareNumber: Finder = (words, at, plans) => {
  const digits = words[at]?.plain ?? ''
  if (!/^\d{3,4}$/.test(digits) || /^(?:%|phan|trieu|nghin|dong|dai|nguoi|bai|tin|ho)$/.test(words[at + 1]?.plain ?? ''))
    return undefined
  const loaded = plans.filter((plan) => numberOf(plan.number) === digits)
  return loaded.length > 0
    ? { from: at, to: at + 1, planIds: loaded.map(({ id }) => id), number: loaded[0]?.number ?? null }
    : undefined
}

const FURTHEST_PLACE = 6

const findTypeAndPlace: Finder = (words, at, plans) => {
  const type = typeAt(words, at)
  if (!type) return undefined
  const behind = words.slice(at + 2, at + 2 + FURTHEST_PLACE).map((word) => word.plain)
  for (let from = 0; from < behind.length; from++) {
    for (let to = behind.length; to > from; to--) {
      const place = behind.slice(from, to).join(' ')
      const fits = plans.filter((plan) => isPlace(plan, place))
      if (fits.length === 0) continue
      const ofType = fits.filter((plan) => type === 'van ban' || fold(plan.type ?? '') === type)
      const kept = ofType.length > 0 ? ofType : fits
      return {
        from: at,
        to: at + 2 + to,
        planIds: kept.map(({ id }) => id),
        number: kept.length === 1 ? (kept[0]?.number ?? null) : null,
      }
    }
  }
  return undefined
}

function findShownPlan(words: readonly MessageWord[], at: number, conversation: Conversation | undefined): FoundPlan | undefined {
  if (!typeAt(words, at) || !/^(?:nay|do|day|kia|tren|ay)$/.test(words[at + 2]?.plain ?? '')) return undefined
  return conversation && conversation.shownPlanIds.length > 0
    ? { from: at, to: at + 3, planIds: conversation.shownPlanIds, number: null }
    : undefined
}

function typeAt(words: readonly MessageWord[], at: number): string | undefined {
  const pair = `${words[at]?.plain} ${words[at + 1]?.plain}`
  return TYPE.test(pair) ? pair : undefined
}

const placeNames = new WeakMap<PlanRef, readonly string[]>()

function isPlace(plan: PlanRef, words: string): boolean {
  const names = placeNames.get(plan) ?? listPlaceNames(plan)
  placeNames.set(plan, names)
  return names.includes(words)
}

/** The place of a plan as messages write it: its bare name, and its initials from three on. */
function listPlaceNames(plan: PlanRef): string[] {
  const place = fold(plan.place ?? '').replace(/^(?:huyen|tinh|xa|phuong|thi xa|thanh pho|thi tran|tp) /, '')
  if (place.length < 3) return []
  const initials = place
    .split(' ')
    .map((word) => word[0])
    .join('')
  return initials.length >= 3 ? [place, initials] : [place]
}

function numberOf(number: string | null): string | undefined {
  return number === null ? undefined : /\d+/.exec(number)?.[0]
}

function readKey(number: string): string {
  return fold(number).replaceAll(/[^a-z0-9]/g, '')
}
