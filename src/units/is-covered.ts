import type { Level, Unit } from '../domain/unit.ts'
import { isSamePlace } from './build-registry.ts'
import { parsePlace, type PlaceStep } from './parse-place.ts'
import { parseName } from './read-unit.ts'
import { readCollective, type CollectiveParts } from './read-collective.ts'
import { toKey, type Head, type Member, type UnitLexicon } from './unit-lexicon.ts'

/** A collective as a paper writes it, and as it is registered (its place is the paper's). */
export type Collective = { readonly name: string; readonly unit: Pick<Unit, 'place' | 'level'> }

const ORDER: readonly Level[] = ['central', 'province', 'district', 'commune']

/**
 * Whether a collective surely stands for a unit. "Các cơ quan, đơn vị liên quan" covers nobody: only the
 * issuer can say whom it means. Where a unit's own place is unknown, its level decides.
 */
export function isCovered(unit: Unit, collective: Collective, lexicon: UnitLexicon, issuer: string | null = null): boolean {
  if (unit.isCollective) return false
  const parts = parseName(unit.name, lexicon)
  const list = readCollective(collective.name, lexicon)
  if (!parts?.head || list.isSoft) return false
  const home = parsePlace(collective.unit.place, lexicon)
  const isParty = isPartyIssuer(collective.name, issuer, lexicon)
  const issuedAt = home[0]?.level && home[0].level !== 'city' ? home[0].level : collective.unit.level
  if (!isInside(unit, home, issuedAt, list, lexicon)) return false
  return list.members.some((member) => standsFor(member, parts.head!, unit.level, { issuedAt, isParty, list }))
}

/** True when a collective leaves open whom it means: "các cơ quan, đơn vị liên quan". */
export function isSoftCollective(name: string, lexicon: UnitLexicon): boolean {
  return readCollective(name, lexicon).isSoft
}

type Setting = { readonly issuedAt: Level; readonly isParty: boolean; readonly list: CollectiveParts }

function standsFor(member: Member, head: Head, level: Level, { issuedAt, isParty, list }: Setting): boolean {
  if (member.onlyIn && (member.onlyIn === 'party') !== isParty) return false
  const isKind = member.kinds?.includes(head.kind) || member.groups?.includes(head.group)
  if (!isKind) return false
  return isAtLevel(member, level, issuedAt, list)
}

function isAtLevel(member: Member, level: Level, issuedAt: Level, list: CollectiveParts): boolean {
  if (level === 'unknown') return true
  const isPeople = member.kinds?.some((kind) => kind === 'ubnd' || kind === 'hdnd') || member.kinds?.includes('dang-uy')
  const named = list.levels.map((each) => each.level)
  if (isPeople && named.length > 0)
    return named.some((each) => each === level || (each === 'city' && level !== 'commune' && level !== issuedAt))
  if (member.level) return member.level === level
  if (issuedAt === 'unknown') return true
  if (member.below || member.groups?.includes('party-cell'))
    return ORDER.indexOf(level) > ORDER.indexOf(issuedAt) || member.groups?.includes('party-cell') === true
  return level === issuedAt
}

function isPartyIssuer(name: string, issuer: string | null, lexicon: UnitLexicon): boolean {
  const group = issuer ? parseName(issuer, lexicon)?.head?.group : undefined
  return group?.startsWith('party') === true || toKey(name).includes('xaydungdang')
}

function isInside(unit: Unit, home: readonly PlaceStep[], issuedAt: Level, list: CollectiveParts, lexicon: UnitLexicon): boolean {
  const steps = parsePlace(unit.place, lexicon)
  if (list.range) return isInRange(steps, list.range, lexicon)
  const around = home[0]
  if (!around || issuedAt === 'central') return true
  if (steps.length === 0) return unit.level !== 'central'
  if (steps.some((step) => isSamePlace(step, around))) return true
  return around.level === 'province' && liesInProvince(steps, around.name, lexicon)
}

function liesInProvince(steps: readonly PlaceStep[], province: string, lexicon: UnitLexicon): boolean {
  const now = lexicon.provinceNow(province)
  return steps.some((step) => step.level === 'commune' && now !== undefined && lexicon.homesOf(step.name).includes(now))
}

function isInRange(steps: readonly PlaceStep[], [from, to]: readonly [string, string], lexicon: UnitLexicon): boolean {
  const rank = (name: string): number => lexicon.northToSouth.indexOf(lexicon.provinceNow(name) ?? '')
  const at = steps.map((step) => rank(step.name)).find((place) => place >= 0)
  return at === undefined ? steps.length === 0 : rank(from) <= at && at <= rank(to)
}
