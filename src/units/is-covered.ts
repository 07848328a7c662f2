import type { Level, Unit } from '../domain/unit.ts'
import { isSamePlace, parsePlace, type PlaceStep, type SpokenLevel } from './parse-place.ts'
import type { NameParts } from './parse-unit-name.ts'
import { readCollective, type CollectivePart } from './read-collective.ts'
import { parseName } from './read-unit.ts'
import { toKey } from './read-tokens.ts'
import type { Head, Member } from './unit-aliases.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A collective as a paper writes it, and as it is registered (its place is the paper's). */
export type Collective = { readonly name: string; readonly unit: Pick<Unit, 'place' | 'level'> }

type Issuer = { readonly level: Level; readonly isParty: boolean }

/**
 * Whether a collective surely stands for a unit, by kind, level and place. One that leaves open whom it means ("các cơ
 * quan, đơn vị liên quan") covers nobody. Where a unit's place is unknown, kind and level decide.
 */
export function isCovered(unit: Unit, collective: Collective, lexicon: UnitLexicon, issuer: string | null = null): boolean {
  const parts = unit.isCollective ? undefined : parseName(unit.name, lexicon)
  const list = readCollective(collective.name, lexicon)
  if (!parts?.head || list.isSoft) return false
  const home = parsePlace(collective.unit.place, lexicon)[0]
  const by = readIssuer(issuer, home, collective, lexicon)
  return isInside(unit, list.range, home, by, lexicon) && list.parts.some((part) => standsFor(part, parts, unit.level, by))
}

/** True when a collective leaves open whom it means: "các cơ quan, đơn vị liên quan". */
export function isSoftCollective(name: string, lexicon: UnitLexicon): boolean {
  return readCollective(name, lexicon).isSoft
}

function readIssuer(issuer: string | null, home: PlaceStep | undefined, collective: Collective, lexicon: UnitLexicon): Issuer {
  const group = issuer ? parseName(issuer, lexicon)?.head?.group : undefined
  return { level: levelOf(home, collective, group), isParty: group?.startsWith('party') === true }
}

function isInside(
  unit: Unit,
  range: readonly [string, string] | null,
  home: PlaceStep | undefined,
  by: Issuer,
  lexicon: UnitLexicon,
): boolean {
  const steps = parsePlace(unit.place, lexicon)
  if (range) return isInRange(steps, range, lexicon)
  return by.level === 'central' || isIn(unit, steps, home, lexicon)
}

function levelOf(home: PlaceStep | undefined, { unit }: Collective, group: string | undefined): Level {
  if (home?.level && home.level !== 'city') return home.level
  return unit.level === 'unknown' && group && !home ? 'central' : unit.level
}

function standsFor(
  { member, sector, levels }: CollectivePart,
  { head, sector: field }: NameParts,
  level: Level,
  by: Issuer,
): boolean {
  if (sector && sector.name !== field?.name) return false
  if (!head || !isMeant(member, head, by)) return false
  const said = levels.map((each) => each.level).filter((each) => each !== 'central')
  return said.length > 0 && !member.level ? said.some((each) => isLevelSaid(each, level, by)) : isUsualLevel(member, level, by)
}

function isMeant({ onlyIn, kinds, groups }: Member, { kind, group }: Head, { isParty }: Issuer): boolean {
  if (onlyIn && (onlyIn === 'party') !== isParty) return false
  return kinds?.includes(kind) === true || groups?.includes(group) === true
}

// "các huyện, thị xã, thành phố" of a province: the cities are districts. At the centre they are provinces.
function isLevelSaid(said: SpokenLevel, level: Level, by: Issuer): boolean {
  if (level === 'unknown' || said === level) return true
  if (said !== 'city') return false
  return by.level === 'central' || level === by.level ? level === 'province' : level === 'district'
}

function isUsualLevel(member: Member, level: Level, by: Issuer): boolean {
  if (level === 'unknown' || by.level === 'unknown') return true
  if (member.level) return member.level === level
  if (member.groups?.includes('party-cell')) return level === by.level || isBelow(level, by.level)
  return member.below ? isBelow(level, by.level) : level === by.level
}

// Two steps for a province: since districts ended its communes are next below.
function isBelow(level: Level, above: Level): boolean {
  if (above === 'central') return level === 'province'
  if (above === 'province') return level === 'district' || level === 'commune'
  return above === 'district' && level === 'commune'
}

function isIn({ level }: Unit, steps: readonly PlaceStep[], home: PlaceStep | undefined, lexicon: UnitLexicon): boolean {
  if (!home) return true
  if (steps.length === 0) return level !== 'central'
  if (steps.some((step) => isSamePlace(step, home))) return true
  return home.level === 'province' && steps.some((step) => liesIn(step, home.name, lexicon))
}

function liesIn({ name, level }: PlaceStep, province: string, lexicon: UnitLexicon): boolean {
  if (level === 'commune') return lexicon.provincesOfCommune(name).some((each) => each === lexicon.provinceNow(province))
  return level === 'district' && lexicon.provincesOfDistrict(name).some((each) => toKey(each) === toKey(province))
}

function isInRange(steps: readonly PlaceStep[], [from, to]: readonly [string, string], lexicon: UnitLexicon): boolean {
  const rank = (name: string): number => lexicon.northToSouth.indexOf(lexicon.provinceNow(name) ?? '')
  const at = steps.map((step) => rank(step.name)).find((place) => place >= 0)
  return at === undefined ? steps.length === 0 : rank(from) <= at && at <= rank(to)
}
