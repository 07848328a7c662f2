import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import type { Charge } from './charge.ts'
import type { ChargedUnit, ReadingContext, Scope } from './duty-draft.ts'
import { findOtherRoles, readRole } from './find-roles.ts'
import { findSubject, type Subject } from './find-subject.ts'
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
  if (ABOVE_TABLE.test(folded)) return undefined
  const isVerb = startsWithAny(text, lexicon.words.verbs)
  const subject = findSubject(text, lexicon)
  if (subject && isCharging(subject, folded, isVerb, scope)) return chargeSubject(text, subject, context)
  if (STATES.test(folded) && !/\.\s+\p{Lu}/u.test(text)) return undefined
  if (scope.units.length > 0) {
    const role = readRole(text)
    const units = scope.units.map((unit) => (unit.role === 'lead' || unit.role === 'assigned' ? { ...unit, role } : unit))
    return { text, at: 0, units, certainty: isVerb ? 0.95 : 0.8, isNamed: false }
  }
  return scope.zone === 'funds' ? readFunds(text, context) : readGeneralCharge(text, context)
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
  const first = subject.units.map(({ name, role }): ChargedUnit => ({ name, role: role ?? readRole(predicate) }))
  const units = mergeUnits(first, listLaterSubjects(text, predicateAt, context))
  return { text: isRunIn ? predicate : text, at: isRunIn ? predicateAt : 0, units, certainty: 0.95, isNamed: true }
}

// "Kinh phí từ nguồn … Hằng năm, các cơ quan … lập dự toán": where money is told of, only who must do something counts.
function readFunds(text: string, context: ReadingContext): Charge | undefined {
  for (const { index, 0: gap } of text.matchAll(/[.;]\s+(?=\p{Lu})/gu)) {
    const at = index + gap.length
    const rest = text.slice(at)
    const subject = findSubject(rest, context.lexicon)
    const charge = subject && !/[.;]\s/.test(rest.slice(0, subject.start)) ? chargeSubject(rest, subject, context) : undefined
    if (charge) return { ...charge, at: at + charge.at }
  }
  return undefined
}

// "Giao Ban Quản lý A hoàn thiện hồ sơ; Sở Xây dựng thẩm định, báo cáo …": each clause may charge another unit.
function listLaterSubjects(text: string, from: number, { lexicon }: ReadingContext): ChargedUnit[] {
  return [...text.slice(from).matchAll(/[;.]\s+(?:(?:đồng thời,?|giao|đề nghị|yêu cầu)\s+)?(?=\p{L})/giu)].flatMap(
    ({ index, 0: gap }) => {
      const list = matchUnitList(text, from + index + gap.length, lexicon.units, lexicon.words.verbs)
      const predicate = list ? text.slice(list.end).replace(/^[\s,]+/, '') : ''
      if (!list || !startsWithAny(predicate, lexicon.words.verbs)) return []
      return list.units.map(({ name }): ChargedUnit => ({ name, role: readRole(predicate) }))
    },
  )
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
