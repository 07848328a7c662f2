import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import type { LaterCharge } from './charge.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { findSubject } from './find-subject.ts'
import { listCoordinated, readRole } from './find-roles.ts'
import { readOwnDeadline } from './govern-deadline.ts'
import { isMereDemand } from './is-mere-demand.ts'
import { startsWithAny } from './phrase-start.ts'

const CLAUSES = /;\s+(?=\p{L})|(?<=[\p{L}\d)]\.)\s+(?=\p{Lu})/gu
const SENTENCES = /(?<=[\p{L}\d)]\.)\s+(?=\p{Lu})/gu
const CUE = /^(?:(?:dong thoi,?|rieng|giao cho|giao|de nghi|yeu cau|phan cong)\s+)?/
// "Trường hợp nhu cầu vượt dự toán, Ủy ban nhân dân các xã …"
const LEAD_IN =
  /^(?:truong hop|trong qua trinh|qua trinh|hang (?:nam|quy|thang|tuan)|dinh ky|can cu|neu|khi|trong truong hop|truoc ngay|sau khi)[\s,]/

/** "Giao Ban Quản lý A hoàn thiện hồ sơ; Sở Xây dựng thẩm định. Sở B …": the clauses from an offset on that charge units of their own. */
export function listLaterCharges(text: string, from: number, lexicon: ReadingLexicon): LaterCharge[] {
  const coordinated = listCoordinated(text, lexicon)
  return listClauses(text, CLAUSES)
    .filter((at) => at > from && !coordinated.some(({ start, end }) => start < at && at < end))
    .flatMap((at) => matchNamed(text, at, lexicon) ?? [])
    .map((each) => (isJoined(text, each.at) ? { ...each, isJoined: true } : each))
}

// "Giao A hoàn thiện hồ sơ; Sở B thẩm định": without a time before the semicolon one work of both.
function isJoined(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd()
  if (!before.endsWith(';')) return false
  const clauses = before.slice(Math.max(before.lastIndexOf('. ') + 1, 0))
  return readOwnDeadline(clauses, null).kind === 'none'
}

/** Behind what is only told, the sentences that charge somebody, also behind a lead-in. */
export function listChargesBehindTold(text: string, lexicon: ReadingLexicon): LaterCharge[] {
  const [first] = listClauses(text, SENTENCES).flatMap(
    (at) => matchNamed(text, at, lexicon) ?? matchBehindLeadIn(text, at, lexicon),
  )
  return first ? [first, ...listLaterCharges(text, first.at + 1, lexicon)] : []
}

function listClauses(text: string, joints: RegExp): number[] {
  return [...text.matchAll(joints)].map(({ index, 0: gap }) => index + gap.length)
}

function matchNamed(text: string, at: number, lexicon: ReadingLexicon): LaterCharge[] | undefined {
  const cue = CUE.exec(fold(text.slice(at, at + 30)))![0].length
  const list = matchUnitList(text, at + cue, lexicon.units, lexicon.words.verbs)
  const predicate = list ? text.slice(list.end).replace(/^[\s,]+/, '') : ''
  if (!list || !startsWithAny(predicate, lexicon.words.verbs) || isMereDemand(predicate)) return undefined
  const helps = /^phoi hop\b/.test(fold(predicate)) && text[at - 2] === ';'
  return helps ? undefined : [{ at, units: list.units.map(({ name }) => ({ name, role: readRole(predicate) })) }]
}

function matchBehindLeadIn(text: string, at: number, lexicon: ReadingLexicon): LaterCharge[] {
  const rest = text.slice(at)
  const subject = LEAD_IN.test(fold(rest)) ? findSubject(rest, lexicon) : undefined
  if (!subject || /[.;]\s/.test(rest.slice(0, subject.start)) || isMereDemand(rest.slice(subject.predicateAt))) return []
  const role = readRole(rest.slice(subject.predicateAt))
  return [{ at, units: subject.units.map(({ name, role: own }) => ({ name, role: own ?? role })) }]
}
