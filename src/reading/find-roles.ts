import type { DutyReading, Reporting } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList, type FoundUnitName } from '../units/find-unit-names.ts'
import type { ReadingLexicon } from './lexicon.ts'

type ChargedUnit = DutyReading['units'][number]

const LEADS = /(?<!duoc giao |phan cong |co quan |don vi |vai tro |duoc phan cong |va )chu tri\b/
const COORDINATE = /phoi hop(?: chat che| tot| thuong xuyen| voi| cung| cung voi| chat che voi)*\s+(?:voi|cung|cung voi)\s+/g
const REPORT =
  /(?:bao cao|phan anh|gui|kien nghi)(?:\s+(?:ket qua(?: thuc hien| trien khai)?|tinh hinh(?: thuc hien)?|kip thoi|bang van ban|ve|cho|voi|len|den|toi|ket qua thuc hien))*\s+(?=\p{L})/gu
const VIA = /(?:\(|\s)(?:qua|thong qua)\s+/g
const OTHERS_REPORT = /de (?:tong hop|xem xet|theo doi)[^.;]{0,20}$/

/** Who leads when the heading's or sentence's units do what the text says. */
export function isLead(predicate: string): boolean {
  const clause = /^[^.;]*/.exec(fold(predicate))![0].slice(0, 220)
  return LEADS.test(clause)
}

/** Units that the text names beside those charged: "phối hợp với …", "báo cáo …", "(qua …)". */
export function findOtherRoles(
  text: string,
  from: number,
  lexicon: ReadingLexicon,
): { readonly units: readonly ChargedUnit[]; readonly reporting: Reporting | null } {
  const folded = fold(text)
  const listAt = (at: number): readonly FoundUnitName[] => matchUnitList(text, at, lexicon.units, lexicon.words.verbs)?.units ?? []
  const units: ChargedUnit[] = []
  for (const match of folded.matchAll(COORDINATE)) {
    if (match.index < from) continue
    for (const { name } of listAt(match.index + match[0].length)) units.push({ name, role: 'coordinate' })
  }
  const to: string[] = []
  for (const match of folded.matchAll(REPORT)) {
    if (match.index < from || OTHERS_REPORT.test(folded.slice(0, match.index))) continue
    to.push(...listAt(match.index + match[0].length).map(({ name }) => name))
  }
  const via = to.length > 0 ? findVia(folded, listAt) : []
  for (const name of new Set([...to, ...via])) units.push({ name, role: 'report_to' })
  const reporting =
    to.length > 0 ? { to: [...new Set(to)].join('; '), via: via.join('; ') || null, frequency: readFrequency(text, folded) } : null
  return { units, reporting }
}

function findVia(folded: string, listAt: (at: number) => readonly FoundUnitName[]): string[] {
  return [...folded.matchAll(VIA)].flatMap((match) => listAt(match.index + match[0].length).map(({ name }) => name))
}

function readFrequency(text: string, folded: string): string | null {
  const match = /(?:dinh ky )?hang (?:nam|quy|thang|tuan)|dinh ky (?:\d+ )?(?:nam|quy|thang|tuan)|dinh ky/.exec(folded)
  return match ? text.slice(match.index, match.index + match[0].length) : null
}
