import { fold } from '../text/fold.ts'
import type { RegisteredUnit, UnitRegistry } from './build-registry.ts'
import { isSameLevel, isSamePlace, parsePlaceAt, type PlaceStep } from './parse-place.ts'
import type { PhraseTrie } from './phrase-trie.ts'
import { isCollectiveName, readCollective, type CollectivePart, type CollectiveParts } from './read-collective.ts'
import type { Token } from './read-tokens.ts'
import { nameCollective } from './read-unit.ts'
import type { Vicinity } from './score-unit.ts'
import type { UnitLexicon } from './unit-lexicon.ts'
import type { Found } from './unit-mention.ts'

const MIN_LIKENESS = 0.5
const SAME_PLACE = 0.97
const ANY_PLACE = 0.92
const OTHER_PLACE = 0.72

/** "các sở ngành", "UBND các xã", "các chi đảng bộ cơ sở": words for many units, and the collectives that mean about the same. */
export function findCollectivesAt(tokens: readonly Token[], at: number, registry: UnitRegistry, near: Vicinity): Found | undefined {
  const { lexicon, collectives, book } = registry
  if (!mayBegin(tokens, at, registry)) return undefined
  const listEnd = endOfList(tokens, at, registry)
  const name = tokens
    .slice(at, listEnd)
    .map((token) => spellShort(token, lexicon))
    .join(' ')
  const said = readCollective(name, lexicon)
  const isMany = isCollectiveName(name, lexicon)
  if (said.parts.length === 0 || !(isMany || said.parts.some(({ member }) => member.isAlwaysMany))) return undefined
  const linked = skipWords(tokens, listEnd, [lexicon.linkers, lexicon.wards])
  const place = parsePlaceAt(tokens, linked, null, book.places)
  const around = place ? [place] : near.around
  const words = listWords(tokens.slice(at, listEnd))
  const matches = collectives
    .map((entry) => ({ unitId: entry.unit.id, score: compare(said, words, entry) * ratePlace(entry, around, place !== undefined) }))
    .filter(({ score }) => score >= MIN_LIKENESS)
    .sort((one, other) => other.score - one.score || (one.unitId < other.unitId ? -1 : 1))
  const end = place?.end ?? listEnd
  if (matches.length > 0) return { end, matches }
  return isMany ? { end, matches, derived: nameCollective(name, around) } : undefined
}

// "ubnd" is written UBND.
function spellShort(token: Token, { heads }: UnitLexicon): string {
  const named = heads.findExact([token], 0).find(({ value }) => fold(value.head.name).toLowerCase() === token.folded)
  return named?.value.head.name ?? token.text
}

function mayBegin(tokens: readonly Token[], at: number, { lexicon }: UnitRegistry): boolean {
  return [lexicon.collective, lexicon.members, lexicon.titles].some((trie) => trie.findExact(tokens, at).length > 0)
}

function ratePlace({ steps }: RegisteredUnit, around: readonly PlaceStep[], isSaid: boolean): number {
  if (around.length === 0) return ANY_PLACE
  if (steps.some((step) => around.some((each) => isSamePlace(step, each)))) return SAME_PLACE
  return isSaid && steps.length > 0 ? 0 : OTHER_PLACE
}

function endOfList(tokens: readonly Token[], from: number, { lexicon }: UnitRegistry): number {
  const tries = [lexicon.members, lexicon.levels, lexicon.soft, lexicon.collective, lexicon.titles]
  let end = from
  for (let at = from; at < tokens.length && !(at > from && tokens[at]!.startsSentence);) {
    const next = endOfExact(tokens, at, tries)
    const linker = at > from ? Math.max(tokens[at]!.isAnd ? at + 1 : 0, endOfExact(tokens, at, [lexicon.linkers])) : 0
    if (next > 0) end = at = next
    else if (linker > 0) at = linker
    else break
  }
  return end
}

function skipWords(tokens: readonly Token[], from: number, tries: readonly PhraseTrie<true>[]): number {
  let at = from
  for (let next = at; next > 0 && at < tokens.length; next = endOfExact(tokens, at, tries)) at = Math.max(at, next)
  return at
}

function endOfExact(tokens: readonly Token[], at: number, tries: readonly Pick<PhraseTrie<unknown>, 'findExact'>[]): number {
  const ends = tries.flatMap((trie) => trie.findExact(tokens, at)).map(({ end }) => end)
  return Math.max(0, ...ends)
}

function listWords(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter((token) => !token.isAnd).map(({ folded }) => folded))
}

// Half by the words, half by whom they stand for.
function compare(said: CollectiveParts, words: ReadonlySet<string>, { words: known, collective }: RegisteredUnit): number {
  if (!collective || !said.parts.some((one) => collective.parts.some((other) => mayBeSame(one, other)))) return 0
  const shared = [...words].filter((word) => known.has(word)).length / words.size
  const one = listMeanings(said)
  const other = listMeanings(collective)
  const common = [...one].filter((each) => other.has(each)).length
  const alike = common / Math.max(new Set([...one, ...other]).size, 1)
  return (0.55 * shared + 0.25 * (common / Math.max(one.size, 1)) + 0.2 * alike) * (said.isSoft === collective.isSoft ? 1 : 0.85)
}

// "UBND các xã" are no "Đảng ủy các xã", and no "UBND các huyện".
function mayBeSame(one: CollectivePart, other: CollectivePart): boolean {
  const [kinds, groups] = [new Set(one.member.kinds), new Set(one.member.groups)]
  const isAlike =
    one.member === other.member ||
    other.member.kinds?.some((kind) => kinds.has(kind)) === true ||
    other.member.groups?.some((group) => groups.has(group)) === true
  if (!isAlike || one.levels.length === 0 || other.levels.length === 0) return isAlike
  return one.levels.some(({ level }) => other.levels.some((each) => isSameLevel(level, each.level)))
}

function listMeanings({ parts }: CollectiveParts): Set<string> {
  return new Set(parts.flatMap(({ member, levels }) => [member.forms[0]!, ...levels.map(({ word }) => word)]))
}
