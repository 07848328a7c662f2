import type { Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import type { ChargedUnit, ReadingContext, Scope } from './duty-draft.ts'
import { findOtherRoles, isLead } from './find-roles.ts'
import { findSubject } from './find-subject.ts'
import { readOwnDeadline } from './govern-deadline.ts'
import { isShouted } from './is-shouted.ts'
import { startsWithAny } from './phrase-start.ts'

/** Whom a paragraph charges, with which words of it. */
export type Charge = {
  readonly text: string
  /** Where in the paragraph those words begin. */
  readonly at: number
  readonly units: readonly ChargedUnit[]
  readonly certainty: number
  /** The paragraph names whom it charges, rather than its heading. */
  readonly isNamed: boolean
}

// "Quyết định này có hiệu lực kể từ ngày ký." stands before those who carry it out.
const EFFECT =
  /^(?:quyet dinh|ke hoach|chi thi|thong bao|cong van|cong dien|huong dan|ket luan) nay (?:co hieu luc|thay the)[^.]*\.\s+(?=\S)/

// "Định kỳ hằng quý, các đơn vị …" names whom it charges behind the time.
const STATES = /^(?:thoi han|thoi gian|muc|so|ty le)\s[^.;:]{5,160}\sla\s/
const NAMES_BEHIND =
  /^(?:kinh |tran trong )?(?:giao|de nghi|yeu cau|phan cong)\s|^(?:dinh ky|hang (?:nam|quy|thang|tuan)|truoc ngay|cham nhat|sau khi|khi )[^,;.]*,/

/** Reads whom a paragraph charges; undefined when it charges nobody with anything. */
export function readCharge(text: string, scope: Scope, context: ReadingContext): Charge | undefined {
  const skipped = EFFECT.exec(fold(text))?.[0].length ?? 0
  const charge = readPlainCharge(text.slice(skipped), scope, context)
  return charge && { ...charge, at: charge.at + skipped }
}

function readPlainCharge(text: string, scope: Scope, context: ReadingContext): Charge | undefined {
  const { lexicon } = context
  const folded = fold(text)
  const isVerb = startsWithAny(text, lexicon.words.verbs)
  const subject = findSubject(text, lexicon)
  if (subject && (scope.units.length === 0 || !isVerb || subject.start === 0 || NAMES_BEHIND.test(folded))) {
    const predicate = text.slice(subject.predicateAt)
    const first = subject.units.map(({ name, role }): ChargedUnit => ({ name, role: role ?? roleIn(predicate) }))
    const units = mergeUnits(first, listLaterSubjects(text, subject.predicateAt, context))
    if (isMereDemand(predicate)) return undefined
    return {
      text: subject.isRunIn ? predicate : text,
      at: subject.isRunIn ? subject.predicateAt : 0,
      units,
      certainty: 0.95,
      isNamed: true,
    }
  }
  if (STATES.test(folded)) return undefined
  if (scope.units.length > 0) {
    const role = roleIn(text)
    const units = scope.units.map((unit) => (unit.role === 'lead' || unit.role === 'assigned' ? { ...unit, role } : unit))
    return { text, at: 0, units, certainty: isVerb ? 0.95 : 0.8, isNamed: false }
  }
  return readGeneral(text, folded, isVerb, scope, context)
}

// "Giao Ban Quản lý A hoàn thiện hồ sơ; Sở Xây dựng thẩm định, báo cáo …": each clause may charge another unit.
function listLaterSubjects(text: string, from: number, { lexicon }: ReadingContext): ChargedUnit[] {
  return [...text.slice(from).matchAll(/[;.]\s+(?:(?:đồng thời,?|giao|đề nghị|yêu cầu)\s+)?(?=\p{L})/giu)].flatMap(
    ({ index, 0: gap }) => {
      const list = matchUnitList(text, from + index + gap.length, lexicon.units, lexicon.words.verbs)
      const predicate = list ? text.slice(list.end).replace(/^[\s,]+/, '') : ''
      if (!list || !startsWithAny(predicate, lexicon.words.verbs)) return []
      return list.units.map(({ name }): ChargedUnit => ({ name, role: roleIn(predicate) }))
    },
  )
}

function roleIn(predicate: string): Role {
  return isLead(predicate) ? 'lead' : 'assigned'
}

// Tasks that name nobody, or name whoever acts only in passing.
function readGeneral(text: string, folded: string, isVerb: boolean, scope: Scope, context: ReadingContext): Charge | undefined {
  const { lexicon } = context
  if (scope.zone === 'funds' || isPointer(folded) || isShouted(text)) return undefined
  const passive = readPassive(text, folded, context)
  if (passive) return { text, at: 0, units: passive, certainty: 0.7, isNamed: true }
  const bracket = readBracket(text, folded, context)
  if (!isVerb && bracket.length === 0 && startsWithAny(text, lexicon.words.nouns)) return undefined
  const role = bracket.length > 0 ? bracket : readRoleOf(text, folded, context)
  return { text, at: 0, units: role, certainty: isVerb ? 0.85 : 0.6, isNamed: role.length > 0 }
}

// "Chi tiết theo bảng sau:", "(Có phụ lục kèm theo)", or what a scanner left of a stain.
function isPointer(folded: string): boolean {
  return (
    /^\W*(?:chi tiet|ban hanh kem theo|(?:quyet dinh|ke hoach|chi thi|cong van) nay (?:co hieu luc|thay the)|co phu luc|kem theo|cu the nhu sau|nhu sau)/.test(
      folded,
    ) || (folded.match(/[a-z]{2,}/g) ?? []).length < 3
  )
}

// "Bản tin … của Ban X được biên soạn, phát hành vào ngày 15": what a unit's product must be by when.
function readPassive(text: string, folded: string, context: ReadingContext): ChargedUnit[] | undefined {
  const { lexicon, issuedOn } = context
  if (!startsWithAny(text, lexicon.words.nouns)) return undefined
  const passive = /\s(?:se |can |phai )?duoc\s/.exec(folded.slice(0, 200))
  const agent = /\sdo\s/.exec(folded.slice(0, 300))
  if (agent) {
    const list = matchUnitList(text, agent.index + agent[0].length, lexicon.units, lexicon.words.verbs)
    if (list && startsWithAny(text.slice(list.end), lexicon.words.verbs))
      return list.units.map(({ name }) => ({ name, role: roleIn(text.slice(list.end)) }))
  }
  if (!passive || !['date', 'month', 'quarter', 'recurring'].includes(readOwnDeadline(text, issuedOn).kind)) return undefined
  const owner = /\scua\s/.exec(folded.slice(0, passive.index))
  const list = owner && matchUnitList(text, owner.index + owner[0].length, lexicon.units, lexicon.words.verbs)
  return list ? list.units.map(({ name }) => ({ name, role: 'assigned' as const })) : []
}

// "Mua sắm trang thiết bị (Phòng Kinh tế chủ trì; hoàn thành trước 30/11/2025)."
function readBracket(text: string, folded: string, { lexicon }: ReadingContext): ChargedUnit[] {
  const cue = /\((?:do\s+|giao\s+)?/.exec(folded)
  const list = cue && matchUnitList(text, cue.index + cue[0].length, lexicon.units, lexicon.words.verbs)
  const predicate = list ? folded.slice(list.end, list.end + 40) : ''
  return list &&
    /^,?\s*(?:chu tri|thuc hien|phu trach|tham muu|chiu trach nhiem|lanh dao|chi dao|dau moi|to chuc|theo doi|huong dan|xay dung|trien khai|tong hop|lam dau moi)/.test(
      predicate,
    )
    ? list.units.map(({ name }) => ({ name, role: roleIn(predicate) }))
    : []
}

// "Tăng cường vai trò định hướng, chỉ đạo của Ban Chỉ đạo 35": the one whose part it is to act.
function readRoleOf(text: string, folded: string, { lexicon }: ReadingContext): ChargedUnit[] {
  const cue =
    /^(?:tiep tuc )?(?:tang cuong|phat huy|nang cao|de cao)[^.;]{0,20} vai tro[^.;]{0,90}?\s(?:cua|cac thanh vien)\s+/.exec(folded)
  const list = cue && matchUnitList(text, cue[0].length, lexicon.units, lexicon.words.verbs)
  return list && !/^\s*(?:cap uy|can bo)/.test(folded.slice(list.start))
    ? list.units.filter(({ isCollective }) => !isCollective).map(({ name }) => ({ name, role: 'assigned' as const }))
    : []
}

// "… yêu cầu các cơ quan nghiêm túc triển khai thực hiện./." asks for nothing of its own.
function isMereDemand(predicate: string): boolean {
  return /^(?:can cu[^,]*,\s*)?(?:nghiem tuc|khan truong|quan tam|to chuc|phoi hop|chu dong|tap trung|,|\s|va|chi dao)*\s*(?:trien khai(?:,)?|thuc hien|to chuc)(?:\s+(?:thuc hien|trien khai))?(?:\s+(?:nghiem tuc|co hieu qua|hieu qua|tot|dat ket qua|ke hoach nay|cong van nay|noi dung (?:tren|nay)|cac noi dung tren|dung quy dinh))*\s*[./]*$/.test(
    fold(predicate),
  )
}

/** The units beside those charged, and the way of reporting, that a duty's text names. */
export function completeUnits(text: string, charged: readonly ChargedUnit[], context: ReadingContext) {
  const { units, reporting } = findOtherRoles(text, context.lexicon)
  const names = new Set(charged.map(({ name }) => fold(name)))
  const added = units.filter(({ name, role }) => role === 'report_to' || !names.has(fold(name)))
  return { units: mergeUnits(charged, added), reporting }
}

/** Two lists of units as one, each unit once in a role. */
export function mergeUnits(one: readonly ChargedUnit[], other: readonly ChargedUnit[]): ChargedUnit[] {
  const all = [...one, ...other]
  return all.filter(
    (unit, index) => all.findIndex(({ name, role }) => role === unit.role && fold(name) === fold(unit.name)) === index,
  )
}
