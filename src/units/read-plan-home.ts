import type { DutyReading, PlanHeader } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { wordOf, writePlace } from './name-unit.ts'
import { findCommunesProvince, findDistrictsProvince, parsePlace, type PlaceStep } from './parse-place.ts'
import type { NameParts } from './parse-unit-name.ts'
import { isCollectiveName, readCollective } from './read-collective.ts'
import { parseName, readUnit, readUnitLine } from './read-unit.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** What a name or number says of the level of the paper that holds it. */
type Vote = { readonly level: HomeLevel; readonly word: string | null; readonly weight: number }
type HomeLevel = 'commune' | 'district' | 'province'

/** Where a plan is at home, with its province when the plan says or the office knows it: "huyện Bình Sơn, tỉnh Quảng Ngãi". */
export function readPlanHome(
  header: PlanHeader,
  duties: readonly DutyReading[],
  lexicon: UnitLexicon,
  province: string | null = null,
): string | null {
  const { issuer, place } = header
  const [own, ...around] = parsePlace(issuer ? readUnit(issuer, null, lexicon).place : null, lexicon)
  const [printed] = parsePlace(place, lexicon)
  const step = own ?? (printed && decideStep(printed, header, duties, lexicon))
  if (!step || around.length > 0 || step.level === 'province') return writePlace(step ? [step, ...around] : [])
  const above = parsePlace(province, lexicon)[0] ?? findProvince(step, header, duties, lexicon)
  return writePlace([step, ...(above ? [above] : [])])
}

// "Bình Sơn, ngày …" may stand over a paper of a province, a district or a commune.
function decideStep(
  printed: PlaceStep,
  header: PlanHeader,
  duties: readonly DutyReading[],
  lexicon: UnitLexicon,
): PlaceStep | undefined {
  if (printed.word) return printed
  const issuer = header.issuer ? readUnit(header.issuer, null, lexicon) : undefined
  if (issuer?.level === 'central') return undefined
  const votes = [...readIssuer(header, lexicon), ...readNumber(header, lexicon), ...readNames(header, duties, lexicon)]
  const level = countVotes(votes.filter((vote) => !isOver(vote, header))) ?? listLevels(printed, lexicon)[0]
  if (!level) return printed
  const isSeat = level === 'province' && !listLevels(printed, lexicon).includes('province')
  if (isSeat) return findDistrictsProvince(printed, lexicon) ?? printed
  return { name: printed.name, level, word: readWord(printed, level, votes, lexicon) }
}

// Districts ended; a later paper that names one speaks of the past.
function isOver({ level }: Vote, { issuedOn }: PlanHeader): boolean {
  return level === 'district' && issuedOn !== null && issuedOn >= '2025-07-01'
}

function countVotes(votes: readonly Vote[]): HomeLevel | undefined {
  const levels = Map.groupBy(votes, ({ level }) => level)
  const sums = [...levels].map(([level, all]) => ({ level, sum: all.reduce((sum, { weight }) => sum + weight, 0) }))
  return sums.toSorted((one, other) => other.sum - one.sum)[0]?.level
}

function readWord({ name }: PlaceStep, level: HomeLevel, votes: readonly Vote[], lexicon: UnitLexicon): string | null {
  const said = Map.groupBy(
    votes.filter((vote) => vote.level === level && vote.word),
    ({ word }) => word,
  )
  const [most] = [...said].toSorted(([, one], [, other]) => other.length - one.length)
  if (level === 'province') return lexicon.wordOfProvince(name) ?? wordOf(level, lexicon)
  return most?.[0] ?? wordOf(level, lexicon)
}

function listLevels({ name }: PlaceStep, lexicon: UnitLexicon): HomeLevel[] {
  const levels: HomeLevel[] = []
  if (lexicon.provinceNow(name)) levels.push('province')
  if (lexicon.provincesOfDistrict(name).length > 0) levels.push('district')
  if (lexicon.provincesOfCommune(name).length > 0) levels.push('commune')
  return levels
}

const SURE = 1000
const CHARGED = 2

function readIssuer({ issuer }: PlanHeader, lexicon: UnitLexicon): Vote[] {
  const parts = issuer ? parseName(issuer, lexicon) : undefined
  return parts ? readLevel(parts, SURE, lexicon) : []
}

// 12-KH/HU is a district's paper, 5-NQ/TU most likely a province's.
function readNumber({ number }: PlanHeader, lexicon: UnitLexicon): Vote[] {
  const suffix = fold(number ?? '')
    .split(/[/-]/)
    .at(-1)
  const committee = lexicon.aliases.committees.find((each) => each.suffix === suffix)
  const level = lexicon.aliases.levels.find(({ word }) => word === committee?.word)?.level
  if (level !== 'province' && level !== 'district' && level !== 'commune') return []
  return [{ level, word: null, weight: level === 'district' ? SURE : 3 }]
}

function readNames({ recipients }: PlanHeader, duties: readonly DutyReading[], lexicon: UnitLexicon): Vote[] {
  const charged = duties.flatMap(({ units }) => units.filter(({ role }) => role !== 'report_to').map(({ name }) => name))
  return [
    ...charged.flatMap((name) => readName(name, CHARGED, lexicon)),
    ...recipients.flatMap((name) => readName(name, 1, lexicon)),
  ]
}

function readName(name: string, weight: number, lexicon: UnitLexicon): Vote[] {
  if (isCollectiveName(name, lexicon)) return readBelow(name, lexicon)
  const parts = parseName(name, lexicon)
  return parts && !parts.placeName ? readLevel(parts, weight, lexicon) : []
}

function readLevel({ head, body, level, levelWord }: NameParts, weight: number, lexicon: UnitLexicon): Vote[] {
  const said = level ?? body?.level ?? head?.level
  const committee = lexicon.aliases.committees.find(({ kind }) => kind === (body ?? head)?.kind)
  const word = levelWord ?? committee?.word ?? null
  if (said === 'city') return [{ level: 'district', word, weight }]
  return said === 'province' || said === 'district' || said === 'commune' ? [{ level: said, word, weight }] : []
}

// "UBND các huyện" are named by their province, "UBND các xã" by their district.
function readBelow(name: string, lexicon: UnitLexicon): Vote[] {
  const levels = new Set(readCollective(name, lexicon).parts.flatMap((part) => part.levels.map(({ level }) => level)))
  if (levels.has('district')) return [{ level: 'province', word: null, weight: 1 }]
  return levels.has('commune') ? [{ level: 'district', word: null, weight: 1 }] : []
}

function findProvince(
  step: PlaceStep,
  { citations, recipients }: PlanHeader,
  duties: readonly DutyReading[],
  lexicon: UnitLexicon,
): PlaceStep | undefined {
  const known = step.level === 'commune' ? findCommunesProvince(step, lexicon) : findDistrictsProvince(step, lexicon)
  if (known) return known
  const charged = duties.flatMap(({ units, reporting }) => [...units.map(({ name }) => name), ...(reporting ? [reporting.to] : [])])
  return [...citations.map(({ issuer }) => issuer ?? ''), ...recipients, ...charged]
    .filter((name) => name && !isCollectiveName(name, lexicon))
    .map((name) => readUnitLine(name, null, lexicon, 'known')[0])
    .flatMap(({ level, place }) => (level === 'province' ? parsePlace(place, lexicon) : []))[0]
}
