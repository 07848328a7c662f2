import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import type { Charge } from './charge.ts'
import type { ChargedUnit, ReadingContext } from './duty-draft.ts'
import { readRole } from './find-roles.ts'
import { readOwnDeadline } from './govern-deadline.ts'
import { isShouted } from './is-shouted.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { startsWithAny } from './phrase-start.ts'

/** Tasks that name nobody, or name whoever acts only in passing. */
export function readGeneralCharge(text: string, context: ReadingContext): Charge | undefined {
  const folded = fold(text)
  const isVerb = startsWithAny(text, context.lexicon.words.verbs)
  if (isPointer(folded) || isShouted(text)) return undefined
  const passive = readPassive(text, folded, context)
  if (passive) return { text, at: 0, units: passive, certainty: 0.7, isNamed: true }
  const bracket = readBracket(text, folded, context)
  if (!isVerb && bracket.length === 0 && isNoun(text, context.lexicon) && !isDueOfPersons(text, folded, context)) return undefined
  const role = bracket.length > 0 ? bracket : readRoleOf(text, folded, context)
  return { text, at: 0, units: role, certainty: isVerb ? 0.85 : 0.6, isNamed: role.length > 0 }
}

function isNoun(text: string, lexicon: ReadingLexicon): boolean {
  return startsWithAny(text, lexicon.words.nouns) || isDefinition(text, lexicon)
}

const PERSONS =
  /^(?:can bo|dang vien|cong chuc|vien chuc|hoi vien|doan vien|nguoi lao dong|dai bieu)\b[^.;:]{0,80}\s(?:gui|nop|viet|hoan thanh|dang ky|ke khai)\s/

// "Đảng viên viết bản tự kiểm điểm, gửi chi bộ chậm nhất 03 ngày trước khi …": what people owe by a time.
function isDueOfPersons(text: string, folded: string, { issuedOn }: ReadingContext): boolean {
  return PERSONS.test(folded) && readOwnDeadline(text, issuedOn).kind !== 'none'
}

// "Mặt hàng trọng điểm: Pháo nổ, ma túy …", "Chủ đề: …": a noun and what it holds.
function isDefinition(text: string, { words }: ReadingLexicon): boolean {
  const name = /^[^:.;]{3,60}:\s+/.exec(text)?.[0] ?? /^["“][^"”]{3,80}["”]/.exec(text)?.[0]
  return name !== undefined && !startsWithAny(text.slice(name.length), words.verbs)
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
      return list.units.map(({ name }) => ({ name, role: readRole(text.slice(list.end)) }))
  }
  if (!passive || !['date', 'month', 'quarter', 'recurring'].includes(readOwnDeadline(text, issuedOn).kind)) return undefined
  const owner = /\scua\s/.exec(folded.slice(0, passive.index))
  const list = owner && matchUnitList(text, owner.index + owner[0].length, lexicon.units, lexicon.words.verbs)
  return list ? list.units.map(({ name }) => ({ name, role: 'assigned' as const })) : []
}

// "Mua sắm trang thiết bị (Phòng Kinh tế chủ trì; Công an xã phối hợp; hoàn thành trước 30/11/2025)."
function readBracket(text: string, folded: string, { lexicon }: ReadingContext): ChargedUnit[] {
  for (const { index, 0: bracket } of folded.matchAll(/\([^()]{3,260}\)/g)) {
    const isAtEnd = /^[\s.;/]*$/.test(folded.slice(index + bracket.length))
    const clauses = [...bracket.matchAll(/[(;]\s*(?:do\s+|giao\s+)?(?=\S)/g)]
    const units = clauses.flatMap((clause) => readClause(text, index + clause.index + clause[0].length, isAtEnd, lexicon))
    if (units.some(({ role }) => role !== 'coordinate')) return units
  }
  return []
}

const ACTS =
  /^,?\s*(?:chu tri|thuc hien|phu trach|tham muu|chiu trach nhiem|lanh dao|chi dao|dau moi|to chuc|theo doi|huong dan|xay dung|trien khai|tong hop|lam dau moi|phoi hop)/

function readClause(text: string, from: number, isAtEnd: boolean, { units, words }: ReadingLexicon): ChargedUnit[] {
  const list = matchUnitList(text, from, units, words.verbs)
  const predicate = list ? fold(text.slice(list.end, list.end + 40)) : ''
  // "(Trung tâm Kiểm soát bệnh tật tỉnh)." behind a task names who has it.
  if (!list || !(ACTS.test(predicate) || (isAtEnd && /^\s*[,;)]/.test(predicate)))) return []
  const helps = /^,?\s*(?:cung )?phoi hop\s*[;,.)]/.test(predicate)
  return list.units.map(({ name }) => ({ name, role: helps ? ('coordinate' as const) : readRole(predicate.split(/[;)]/)[0]!) }))
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
