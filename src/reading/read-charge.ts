import { fold } from '../text/fold.ts'
import type { Charge } from './charge.ts'
import type { ChargedUnit, ReadingContext, Scope } from './duty-draft.ts'
import { findOtherRoles, readRole } from './find-roles.ts'
import { findSubject, type Subject } from './find-subject.ts'
import { isMereDemand } from './is-mere-demand.ts'
import { listChargesBehindTold, listLaterCharges } from './list-later-charges.ts'
import { startsWithAny } from './phrase-start.ts'
import { readGeneralCharge } from './read-general-charge.ts'

// "Quyết định này có hiệu lực kể từ ngày ký." stands before those who carry it out.
const EFFECT =
  /^(?:quyet dinh|ke hoach|chi thi|thong bao|cong van|cong dien|huong dan|ket luan) nay (?:co hieu luc|thay the)[^.]*\.\s+(?=\S)/

// "Định kỳ hằng quý, các đơn vị …" names whom it charges behind the time.
// "Bảng phân công các hoạt động chính:" stands above a table, "DANH MỤC NHIỆM VỤ CỤ THỂ" too.
const ABOVE_TABLE = /^(?:bang|bieu|danh muc|lich)\s[^.;:]{3,120}:?$/
// What is said, not asked: "Thời hạn chi là đến …", "Kinh phí thực hiện từ nguồn …", "(Chi tiết tại Phụ lục kèm theo)".
const STATES =
  /^(?:thoi han|thoi gian|muc|so|ty le)\s[^.;:]{5,160}\sla\s|^(?:nguon )?kinh phi\s[^.;:]{0,120}\s(?:tu|duoc bao dam|do|lay tu|su dung)\s(?:nguon|ngan sach|du toan|cac nguon|phan bo)[^;]*$|^\([^)]*\)[./]*$/
// "Nhiệm vụ cụ thể, cơ quan chủ trì … được nêu tại Phụ lục kèm theo", "… được phân công theo bảng sau:" only point to where it stands.
const POINTS =
  /^[^.;:]{3,160}\s(?:duoc |co )?(?:neu|phan cong|quy dinh|the hien|xac dinh|chi tiet|cu the|liet ke)[^.;:]{0,25}\s(?:tai|theo|trong|o)\s(?:cac )?(?:phu luc|bang|bieu|danh muc)\b[^.;:]{0,70}[.:;]?$/
// "Không xếp loại đối với đảng viên mới kết nạp": who is left out, nobody's work.
const EXEMPTS = /^khong (?:\S+ ){1,4}?doi voi\s/
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
  if (asksNothing(folded, isVerb, scope)) return undefined
  const subject = findSubject(text, lexicon)
  if (subject && isCharging(subject, folded, isVerb, scope)) return chargeSubject(text, subject, context)
  if (STATES.test(folded)) return /\.\s+\p{Lu}/u.test(text) ? readBehindTold(text, context) : undefined
  if (scope.units.length > 0) return chargeScope(text, scope, isVerb, context)
  if (scope.zone === 'funds') return readBehindTold(text, context)
  const charge = isVerb ? undefined : readBehindTold(text, context)
  return charge ?? readGeneralCharge(text, context)
}

function asksNothing(folded: string, isVerb: boolean, { units }: Scope): boolean {
  return ABOVE_TABLE.test(folded) || (!isVerb && POINTS.test(folded)) || (units.length === 0 && EXEMPTS.test(folded))
}

function chargeScope(text: string, scope: Scope, isVerb: boolean, { lexicon }: ReadingContext): Charge {
  const role = readRole(text)
  const units = scope.units.map((unit) => (unit.role === 'lead' || unit.role === 'assigned' ? { ...unit, role } : unit))
  const later = listLaterCharges(text, 0, lexicon).filter(({ at }) => /\.\s+$/.test(text.slice(0, at)))
  return { text, at: 0, units, certainty: isVerb ? 0.95 : 0.8, isNamed: false, later }
}

// Below a heading that names who is charged a verb begins the task: "Lãnh đạo Ủy ban nhân dân tỉnh ban hành kế hoạch".
function isCharging({ start }: Subject, folded: string, isVerb: boolean, { units }: Scope): boolean {
  if (units.length === 0) return true
  return !/^lanh dao\s/.test(folded) && (!isVerb || start === 0 || NAMES_BEHIND.test(folded))
}

function chargeSubject(text: string, subject: Subject, context: ReadingContext): Charge | undefined {
  const { predicateAt, isRunIn } = subject
  const predicate = text.slice(predicateAt)
  if (isMereDemand(predicate)) return undefined
  const units = subject.units.map(({ name, role }): ChargedUnit => ({ name, role: role ?? readRole(predicate) }))
  const at = isRunIn ? predicateAt : 0
  const later = listLaterCharges(text.slice(at), predicateAt - at, context.lexicon)
  return { text: text.slice(at), at, units, certainty: 0.95, isNamed: true, later }
}

// "Kinh phí từ nguồn … Hằng năm, các cơ quan … lập dự toán": behind what is only told, only who must do something counts.
function readBehindTold(text: string, { lexicon }: ReadingContext): Charge | undefined {
  const [first, ...later] = listChargesBehindTold(text, lexicon)
  if (!first) return undefined
  const rest = later.map(({ at, units }) => ({ at: at - first.at, units }))
  return { text: text.slice(first.at), at: first.at, units: first.units, certainty: 0.9, isNamed: true, later: rest }
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
