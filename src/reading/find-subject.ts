import type { Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList, type FoundUnitName, type UnitList } from '../units/find-unit-names.ts'
import { findNameEnd } from './find-name-end.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { formatLonger } from './format-longer.ts'
import { listBracketRoles } from './list-bracket-roles.ts'
import { startsWithAny } from './phrase-start.ts'

/** A unit that a sentence charges; the role is set where the name itself says it. */
export type SubjectUnit = { readonly name: string; readonly role?: Role }

/** Who is charged by a sentence itself, and where what they are charged with begins. */
export type Subject = {
  readonly units: readonly SubjectUnit[]
  readonly start: number
  readonly predicateAt: number
  readonly isRunIn: boolean
}

const LEAD_IN =
  /^(?:[-+]\s*)?(?:tren co so|can cu|trong qua trinh|qua trinh|truong hop|doi voi|dinh ky|hang |ngoai|theo |truoc ngay|cham nhat|de |nham |tu ngay|tu nam|sau khi|khi |trong truong hop|trong thoi gian|trong pham vi|trong nam|trong thang|trong quy|neu |ke tu|quy |thang |ngay sau|ngay khi|dong thoi|rieng|nhan duoc|thuc hien|hoan thanh|ubnd|uy ban|chu tich|thu tuong|ban thuong vu|bo |so |ban |dang uy|huyen uy|tinh uy|truoc mat)/
const CUE = /(?:^|[\s,;:])(?:(?:kinh |tran trong )?(?:de nghi|giao cho|giao|yeu cau|phan cong|uy quyen cho))\s*:?\s+/g
const CLAUSE_OF_DUTY =
  /^\s+(?:duoc (?:phan cong|giao)|co lien quan duoc giao|chiu trach nhiem chinh)([^.;:]{3,160}?)(?=,?\s(?:co trach nhiem|chiu trach nhiem|chu dong|khan truong|can cu|xay dung ke hoach|bao cao|dinh ky)\s)/
// "Thủ trưởng các đơn vị được giao chủ trì xây dựng …"
const DUTY_IN_NAME =
  /^\s+duoc (?:phan cong|giao)(?: chu tri| phoi hop| thuc hien)?(?: (?:cac )?nhiem vu)?(?=,?\s(?!thuc hien|chu tri|phoi hop|nhiem vu|cac nhiem vu))/

const JOINT = /[,;:]\s+|\s(?=(?:cac (?:co quan|so|don vi|bo|dia phuong|cap)|thu truong)[ ,])/g
const REACH = 420
const MAX_TOPIC = 120

/** The units that a paragraph's own words charge: at its start, after "giao", "đề nghị", or after a lead-in. */
export function findSubject(text: string, lexicon: ReadingLexicon): Subject | undefined {
  const folded = fold(text)
  return (
    matchSubject(text, folded, 0, lexicon) ??
    matchIntroduced(text, folded, lexicon) ??
    matchMisread(text, folded, lexicon) ??
    findCued(text, folded, lexicon) ??
    matchBehindTopic(text, folded, lexicon) ??
    matchUnknownMany(text, folded, lexicon) ??
    findBehindLeadIn(text, folded, lexicon)
  )
}

// "Đối với đảng bộ cơ sở: hoàn thành trước …"
function matchIntroduced(text: string, folded: string, lexicon: ReadingLexicon): Subject | undefined {
  const cue = /^(?:doi voi|ve phia|rieng)\s+/.exec(folded)
  const from = cue?.[0].length ?? 0
  const alone = cue?.[0].startsWith('rieng') ? matchSubject(text, folded, from, lexicon) : undefined
  if (alone) return alone
  const head = cue && /^[^:;.]{3,160}:\s+(?=\S)/.exec(text.slice(from))?.[0]
  if (!head) return undefined
  const name = head.replace(/:\s+$/, '')
  const units = matchWholeName(name, lexicon)
  return units && charge(units, from, from + head.length, folded, true)
}

// "chi bộ" stands for all of them.
function matchWholeName(name: string, { units, words }: ReadingLexicon): readonly SubjectUnit[] | undefined {
  const list = matchUnitList(name, 0, units, words.verbs)
  if (list) return list.end === name.length ? list.units : undefined
  return matchUnitList(`các ${name}`, 0, units, words.verbs)?.end === name.length + 4 ? [{ name }] : undefined
}

// "giao Sở Nội vụ", "đề nghị các đơn vị"
function findCued(text: string, folded: string, lexicon: ReadingLexicon): Subject | undefined {
  for (const cue of folded.slice(0, REACH).matchAll(CUE)) {
    if (!isCue(text, folded, cue.index + (/^[\s,;:]/.test(cue[0]) ? 1 : 0), lexicon)) continue
    const found = matchSubject(text, folded, cue.index + cue[0].length, lexicon, true)
    if (found) return found
  }
  return undefined
}

// "Tiêm phòng gia súc: Trung tâm Dịch vụ nông nghiệp huyện tổ chức tiêm"
function matchBehindTopic(text: string, folded: string, lexicon: ReadingLexicon): Subject | undefined {
  const topic = folded.indexOf(': ')
  return topic > 0 && topic < MAX_TOPIC ? matchSubject(text, folded, topic + 2, lexicon) : undefined
}

// "Các chủ rừng: Xây dựng phương án …": people that no list knows, before a colon and what they must do.
function matchUnknownMany(text: string, folded: string, lexicon: ReadingLexicon): Subject | undefined {
  const many =
    /^cac (?!(?:nhiem vu|noi dung|giai phap|hoat dong|cong tac|bien phap|chi tieu|muc tieu|hinh thuc|van de|cong viec|buoc|tai lieu|khoan)\b)[^,.;:()]{3,50}:\s+/.exec(
      folded,
    )
  const at = many?.[0].length ?? 0
  if (!many || !startsWithAny(text.slice(at), lexicon.words.verbs)) return undefined
  const name = text.slice(0, text.indexOf(':')).trim()
  return charge([{ name }], 0, at, folded, true)
}

// "Căn cứ Kế hoạch này, các sở …", "Nếu có khó khăn, vướng mắc các cơ quan …"
function findBehindLeadIn(text: string, folded: string, lexicon: ReadingLexicon): Subject | undefined {
  if (!LEAD_IN.test(folded)) return undefined
  for (const joint of folded.slice(0, REACH).matchAll(JOINT)) {
    const found = matchSubject(text, folded, joint.index + joint[0].length, lexicon)
    if (found) return found
  }
  return undefined
}

// "Mãi Sở, ban, ngành …": the word that counts the units was restored wrongly.
function matchMisread(text: string, folded: string, lexicon: ReadingLexicon): Subject | undefined {
  const first = /^\p{Lu}\p{L}{0,4}\s+(?=\p{L}+,\s)/u.exec(text)
  return first && !startsWithAny(text, lexicon.words.verbs) ? matchSubject(text, folded, first[0].length, lexicon) : undefined
}

// "UBND tỉnh yêu cầu", "…, giao": a cue charges only at the start of a clause or in an issuer's mouth, not in "đáp ứng yêu cầu".
function isCue(text: string, folded: string, at: number, lexicon: ReadingLexicon): boolean {
  const before = folded.slice(0, at).trimEnd()
  if (before === '' || /[,;:.)]$/.test(before)) return true
  const clause = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1
  const start = clause + /^\s*/.exec(before.slice(clause))![0].length
  const issuer =
    matchUnitList(text, start, lexicon.units, lexicon.words.verbs) ?? matchUnitList(text, 0, lexicon.units, lexicon.words.verbs)
  return issuer !== undefined && issuer.end >= before.length - 1
}

function matchSubject(text: string, folded: string, at: number, lexicon: ReadingLexicon, isCued = false): Subject | undefined {
  const list = matchRoleList(text, at, lexicon)
  if (!list) return undefined
  const end = findNameEnd(folded, list.end)
  const gap = /^\s*[:,]?\s*/.exec(folded.slice(end))![0]
  return (
    matchNamedByDuty(text, folded, end, list, lexicon) ??
    matchPassedOn(text, folded, end + gap.length, lexicon) ??
    matchPredicate(text, folded, { list, end, gap, isFirst: at === 0, isCued }, lexicon) ??
    (at === 0 || isCued ? (matchModified(text, folded, list, lexicon) ?? matchLonger(text, folded, list, lexicon)) : undefined)
  )
}

type RoleList = Omit<UnitList, 'units'> & { readonly units: readonly (FoundUnitName & SubjectUnit)[] }

// "Sở A (chủ trì), Sở B": brackets tell the roles.
function matchRoleList(text: string, at: number, { units, words }: ReadingLexicon): RoleList | undefined {
  const list = matchUnitList(text, at, units, words.verbs)
  const roles = list && listBracketRoles(text, list)
  return list && roles
    ? { ...list, units: list.units.map((unit, index) => ({ ...unit, ...(roles[index] && { role: roles[index] }) })) }
    : list
}

type Place = {
  readonly list: UnitList
  readonly end: number
  readonly gap: string
  readonly isFirst: boolean
  readonly isCued: boolean
}

// "Sở Nội vụ: …" at the start, or a verb right behind the names.
function matchPredicate(
  text: string,
  folded: string,
  { list, end, gap, isFirst, isCued }: Place,
  lexicon: ReadingLexicon,
): Subject | undefined {
  const at = end + gap.length
  if (isFirst && gap.includes(':') && at < text.length) return charge(list.units, list.start, at, folded, true)
  const beyond = isFirst ? /^[^,.;:()]{1,60}:\s+(?=\p{L})/u.exec(text.slice(end)) : null
  if (beyond)
    return charge(
      formatLonger(list.units, text.slice(end, end + beyond[0].indexOf(':'))),
      list.start,
      end + beyond[0].length,
      folded,
      true,
    )
  const isBare = isCued && text.length - at < 3
  return isBare || isPredicate(text, folded, at, gap, list, lexicon) ? charge(list.units, list.start, at, folded, false) : undefined
}

// "UBND tỉnh yêu cầu các sở …": whom the issuer charges, not the issuer.
function matchPassedOn(text: string, folded: string, at: number, lexicon: ReadingLexicon): Subject | undefined {
  const cue = /^(?:yeu cau|giao cho|giao|de nghi|phan cong)\s*:?\s+/.exec(folded.slice(at))
  return cue ? matchSubject(text, folded, at + cue[0].length, lexicon, true) : undefined
}

function isPredicate(text: string, folded: string, at: number, gap: string, list: UnitList, lexicon: ReadingLexicon): boolean {
  const predicate = folded.slice(at)
  const isVerb =
    startsWithAny(text.slice(at), lexicon.words.verbs) ||
    /^(?:da|la|can|phai|se|duoc|cung|hang|theo|tren|trong|khi)\s/.test(predicate)
  return isVerb && !(gap.includes(',') && isListOfAims(predicate, list))
}

// "Các doanh nghiệp kinh doanh vận tải hành khách xây dựng phương án": words that no list knows stand before the verb.
function matchModified(text: string, folded: string, list: UnitList, lexicon: ReadingLexicon): Subject | undefined {
  const rest = /^(?:[^,.;:()]|\.\s(?=\p{Ll}))[^,.;:()]{0,90}/u.exec(folded.slice(list.end))?.[0] ?? ''
  for (const { index } of [...rest.matchAll(/\s(?=\S+\s\S)/g)].slice(0, 10)) {
    const at = list.end + index + 1
    if (
      !startsWithAny(text.slice(at), lexicon.units.strongStops) &&
      !(startsWithAny(text.slice(at), lexicon.words.verbs) && isTwoWords(text.slice(at), lexicon))
    )
      continue
    if (/\b(?:duoc|bi|ve|cua|viec|cong tac)$/.test(folded.slice(0, at).trimEnd())) return undefined
    const words = /^\s*(?:[-–—(]|co quan thuong truc)/.test(rest) ? '' : text.slice(list.end, at).trimEnd()
    return charge(formatLonger(list.units, words), list.start, at, folded, false)
  }
  return undefined
}

// "Phòng Tổ chức đảng, đảng viên chủ trì": the field of work goes on behind a comma.
function matchLonger(text: string, folded: string, list: UnitList, lexicon: ReadingLexicon): Subject | undefined {
  const rest = /^,\s\p{Ll}[^,.;:()]{1,40}/u.exec(text.slice(list.end))?.[0] ?? ''
  if (list.units.length > 1 || startsWithAny(rest.slice(2), lexicon.words.verbs) || LEAD_IN.test(folded.slice(list.end + 2)))
    return undefined
  for (const { index } of [...rest.matchAll(/\s(?=\S)/g)].slice(2, 6)) {
    const at = list.end + index + 1
    if (startsWithAny(text.slice(at), lexicon.units.strongStops))
      return charge(formatLonger(list.units, rest.slice(0, index)), list.start, at, folded, false)
  }
  return undefined
}

function isTwoWords(text: string, lexicon: ReadingLexicon): boolean {
  return startsWithAny(
    text,
    lexicon.words.verbs.filter((verb) => verb.includes(' ')),
  )
}

// "Sở Tài chính, trên cơ sở …, chủ trì" goes on to a verb; "văn hóa, phát triển …" is a list.
function isListOfAims(predicate: string, list: UnitList): boolean {
  return (
    list.units.length === 1 &&
    !/^(?:tren co so|can cu|theo|trong|chu tri|co trach nhiem|khi|sau khi|tuy|dinh ky|hang)\b/.test(predicate) &&
    !/^(?:bo|so|ubnd|chu tich|cac)\b/.test(fold(list.units[0]!.name))
  )
}

function charge(units: readonly SubjectUnit[], start: number, predicateAt: number, folded: string, isRunIn: boolean): Subject {
  const from = predicateAt + /^[\s,]*/.exec(folded.slice(predicateAt))![0].length
  return {
    units: units.map(({ name, role }) => ({ name, ...((role ?? roleOfName(name)) ? { role: (role ?? roleOfName(name))! } : {}) })),
    start,
    predicateAt: from,
    isRunIn,
  }
}

// "các cơ quan phối hợp có trách nhiệm …"
function roleOfName(name: string): Role | undefined {
  const folded = fold(name)
  if (/\s(?:co quan|don vi)[^,]* phoi hop$/.test(` ${folded}`)) return 'coordinate'
  return /^cac .*(?:duoc giao|duoc phan cong) chu tri$/.test(folded) ? 'lead' : undefined
}

function matchNamedByDuty(
  text: string,
  folded: string,
  end: number,
  list: UnitList,
  { words }: ReadingLexicon,
): Subject | undefined {
  const short = isNameless(list) ? DUTY_IN_NAME.exec(folded.slice(end))?.[0] : undefined
  const clause =
    short && startsWithAny(text.slice(end + short.length), words.verbs) ? short : CLAUSE_OF_DUTY.exec(folded.slice(end))?.[0]
  return clause ? charge(nameByDuty(text, end, clause, list), list.start, end + clause.length, folded, false) : undefined
}

function isNameless({ units }: UnitList): boolean {
  const nameless = /^(?:thu truong |nguoi dung dau )?cac (?:co quan|don vi)(?:, don vi)?(?:, dia phuong)?$/
  return units.length === 1 && nameless.test(fold(units[0]!.name))
}

// "Các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này": who that is is part of the name of nameless units only.
function nameByDuty(text: string, end: number, clause: string, list: UnitList): readonly SubjectUnit[] {
  const [only] = list.units
  if (!only || !isNameless(list)) return list.units
  const words = text.slice(end, end + clause.length).replace(/\s+(?:theo|tại|trong|nêu)\s.*$/u, '')
  return [{ name: `${only.name}${words}` }]
}
