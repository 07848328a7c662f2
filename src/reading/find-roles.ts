import type { Reporting, Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import type { ChargedUnit } from './duty-draft.ts'
import type { ReadingLexicon } from './lexicon.ts'

const LEADS = /(?<!duoc giao |phan cong |co quan |don vi |vai tro |vien |thanh phan )chu tri\b/
const COORDINATE =
  /(?:phoi hop|(?<=chu tri,? )phu hop)(?:\s+(?:chat che|tot|thuong xuyen|hieu qua|dong bo|kip thoi))*\s+(?:(?:voi|cung voi|cung)\s+)?|(?<=chu tri,? )cung(?: voi)?\s+/g
// "các cơ quan phối hợp có trách nhiệm …"
const COORDINATOR = /(?<=[,;.]\s)cac (?:co quan|don vi)(?:, don vi)? phoi hop(?=\s(?:co trach nhiem|chu dong|phoi hop))/g
const REPORT =
  /\b(?:bao cao(?: (?:ngay|nhanh|kip thoi|day du|tong hop|dinh ky|de xuat))*|dien bao|phan anh|gui|nop|kien nghi|bao (?:ngay|kip thoi|khan cap)(?: cho)?|lien he(?: truc tiep)?(?: voi)?|thong bao(?=[^.;,]{0,60}\sve\s)|chiu trach nhiem(?: toan dien)? truoc)\s/g
// "báo cáo Bộ kết quả": the office that the paper is from, by its first word alone.
const OWN_OFFICE = /^(?:Bộ|Sở|Cục|Vụ|Chi cục|Tổng cục|Ban)(?=\s\p{Ll}|[.,;)]|\s?\()/u
const TO = /(?:(?:^|\s)(?:ve|cho|voi|den|toi|len)(?: cho)?\s+)/g
const VIA = /(?:\(|\s|,)(?:thong qua|qua)\s+/g
// "để tổng hợp, báo cáo Chủ tịch": the receiver reports on, not the unit charged.
const PASSED_ON = /\bde\s+(?:tong hop|xem xet|theo doi|chi dao)[^.;]{0,25}$/

/** Whether what follows a unit's name makes it the leading one. */
export function isLead(predicate: string): boolean {
  const folded = fold(predicate)
  const clause = /^[^.;]*/.exec(folded)![0].slice(0, 220)
  return LEADS.test(clause) || /;\s+chu tri,? phoi hop/.test(folded)
}

/** The role of a unit by what is said of it. */
export function readRole(predicate: string): Role {
  return isLead(predicate) ? 'lead' : 'assigned'
}

/** Where a text lists whom to work with: "phối hợp với Sở A; Sở B; Sở C". */
export function listCoordinated(
  text: string,
  { units, words }: ReadingLexicon,
): { readonly start: number; readonly end: number }[] {
  return [...fold(text).matchAll(COORDINATE)].flatMap((match) => {
    const list = matchUnitList(text, match.index + match[0].length, units, words.verbs)
    return list ? [list] : []
  })
}

/** Units that the text names beside those charged: "phối hợp với …", "báo cáo …", "(qua …)", and the way of reporting. */
export function findOtherRoles(
  text: string,
  lexicon: ReadingLexicon,
): { readonly units: readonly ChargedUnit[]; readonly reporting: Reporting | null } {
  const folded = fold(text)
  const namesAt = (at: number): string[] =>
    (matchUnitList(text, at, lexicon.units, lexicon.words.verbs)?.units ?? []).map(({ name }) => name)
  const units = [...folded.matchAll(COORDINATE)].flatMap((match) =>
    namesAt(match.index + match[0].length).map((name): ChargedUnit => ({ name, role: 'coordinate' })),
  )
  for (const match of folded.matchAll(COORDINATOR))
    units.push({ name: text.slice(match.index, match.index + match[0].length), role: 'coordinate' })
  const { to, via } = findReporting(text, folded, namesAt)
  for (const name of new Set([...to, ...via])) units.push({ name, role: 'report_to' })
  const route = via[0] ?? findAdvised(folded, namesAt)
  const reporting =
    to.length > 0 ? { to: [...new Set(to)].join('; '), via: route ?? null, frequency: readFrequency(text, folded) } : null
  return { units, reporting }
}

function findReporting(text: string, folded: string, namesAt: (at: number) => string[]): { to: string[]; via: string[] } {
  const to: string[] = []
  const via: string[] = []
  for (const match of folded.matchAll(REPORT)) {
    if (PASSED_ON.test(folded.slice(0, match.index))) continue
    const from = match.index + match[0].length
    const clause = /^[^.;]{0,240}/.exec(folded.slice(from))![0]
    const direct = namesAt(from)
    const own = OWN_OFFICE.exec(text.slice(from))
    to.push(...(direct.length > 0 ? direct : own ? own : findAfter(clause, TO, from, namesAt)))
    if (to.length > 0) via.push(...findAfter(clause, VIA, from, namesAt))
  }
  return { to, via: via.filter((name) => !to.includes(name)) }
}

function findAfter(clause: string, cue: RegExp, from: number, namesAt: (at: number) => string[]): string[] {
  for (const match of clause.matchAll(cue)) {
    const names = namesAt(from + match.index + match[0].length)
    if (names.length > 0) return names
  }
  return []
}

// "tham mưu UBND huyện báo cáo Ban Thường vụ Huyện ủy": the report goes through whom the unit advises.
function findAdvised(folded: string, namesAt: (at: number) => string[]): string | undefined {
  const cue = /tham muu(?:\s+cho)?\s+(?=[^.;]{3,60}?(?:,\s*)?bao cao)/.exec(folded)
  return cue ? namesAt(cue.index + cue[0].length)[0] : undefined
}

function readFrequency(text: string, folded: string): string | null {
  const match = /(?:dinh ky )?hang (?:nam|quy|thang|tuan)|dinh ky (?:\d+ )?(?:nam|quy|thang|tuan)|dinh ky|dot xuat/.exec(folded)
  return match ? text.slice(match.index, match.index + match[0].length) : null
}
