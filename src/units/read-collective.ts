import type { PhraseHit } from './phrase-trie.ts'
import { readTokens, type Token } from './read-tokens.ts'
import type { LevelWord, Member, UnitLexicon } from './unit-lexicon.ts'

/** A collective taken apart: whom its words stand for. */
export type CollectiveParts = {
  readonly members: readonly Member[]
  readonly levels: readonly LevelWord[]
  /** "liên quan", "được giao": nobody can say from outside whom it means. */
  readonly isSoft: boolean
  /** "từ Hà Tĩnh đến Lâm Đồng" */
  readonly range: readonly [from: string, to: string] | null
}

const SINGLE_GROUPS = new Set(['people', 'council', 'party-committee', 'party-cell', 'central'])

/** True when a name stands for many units: "Các sở, ban, ngành", "UBND xã, phường, đặc khu". */
export function isCollectiveName(name: string, lexicon: UnitLexicon): boolean {
  const tokens = readTokens(name)
  const start = skipTitles(tokens, 0, lexicon)
  const marker = lexicon.collective.find(tokens, start).some(isExact)
  if (marker) return true
  const head = lexicon.heads
    .find(tokens, start)
    .filter((hit) => isExact(hit) && hit.value.head.takes !== 'sector')
    .sort((one, other) => other.end - one.end)[0]
  if (!head) return countMembers(tokens, start, lexicon) > (isOnlyMember(tokens, start, lexicon) ? 0 : 1)
  if (head.value.head.takes === 'subject') return countMembers(tokens, start, lexicon) > 1
  return SINGLE_GROUPS.has(head.value.head.group) && speaksOfMany(tokens, head.end, lexicon)
}

/** Whom a collective's words stand for. */
export function readCollective(name: string, lexicon: UnitLexicon): CollectiveParts {
  const tokens = readTokens(name)
  const members: Member[] = []
  const levels: LevelWord[] = []
  let isSoft = false
  for (let at = 0; at < tokens.length;) {
    const member = longest(lexicon.members.find(tokens, at).filter(isExact))
    const level = longest(lexicon.levels.find(tokens, at).filter(isExact))
    isSoft ||= lexicon.soft.find(tokens, at).some(isExact)
    if (member) members.push(...member.all)
    else if (level) levels.push(...level.all)
    at = member?.end ?? level?.end ?? at + 1
  }
  return { members, levels, isSoft, range: readRange(tokens, lexicon) }
}

function isExact(hit: PhraseHit<unknown>): boolean {
  return hit.edits === 0 && hit.clashes === 0
}

function longest<Value>(hits: readonly PhraseHit<Value>[]): { end: number; all: Value[] } | undefined {
  if (hits.length === 0) return undefined
  const end = Math.max(...hits.map((hit) => hit.end))
  return { end, all: hits.filter((hit) => hit.end === end).map(({ value }) => value) }
}

/** The token after the titles, "Thủ trưởng", "Chủ tịch". */
export function skipTitles(tokens: readonly Token[], from: number, { titles }: UnitLexicon): number {
  for (let at = from; ;) {
    const title = longest(titles.find(tokens, at).filter(isExact))
    if (!title || title.end >= tokens.length) return at
    at = title.end
  }
}

// "UBND các xã", "UBND xã, phường", "UBND cấp xã", "Cấp ủy các tổ chức cơ sở Đảng"
function speaksOfMany(tokens: readonly Token[], from: number, { collective, levels }: UnitLexicon): boolean {
  const rest = tokens.slice(from)
  const isLevel = (at: number): boolean => levels.find(rest, at).some((hit) => isExact(hit) && hit.value.level !== 'central')
  if (rest.some((_, at) => collective.find(rest, at).some((hit) => isExact(hit) && isLevel(hit.end)))) return true
  const isNamed = rest.filter((token) => token.isCapital).length > 1
  return (rest.filter((_, at) => isLevel(at)).length > 1 && !isNamed) || (rest[0]?.folded === 'cap' && rest.length === 2)
}

// How many members are named one after the other: "sở, ban, ngành" has three.
function countMembers(tokens: readonly Token[], from: number, { members }: UnitLexicon): number {
  let count = 0
  for (let at = from; at < tokens.length; count++) {
    const member = longest(members.find(tokens, at).filter(isExact))
    if (!member) break
    at = tokens[member.end]?.isAnd ? member.end + 1 : member.end
  }
  return count
}

// "cơ quan thông tấn báo chí", "doanh nghiệp": words that never name one unit.
function isOnlyMember(tokens: readonly Token[], from: number, { members, sectors }: UnitLexicon): boolean {
  const first = longest(members.find(tokens, from).filter(isExact))
  return first !== undefined && first.end > from + 1 && !sectors.find(tokens, from + 1).some(isExact)
}

function readRange(tokens: readonly Token[], { provinces }: UnitLexicon): readonly [string, string] | null {
  const at = tokens.findIndex(({ folded }, index) => folded === 'tu' && provinces.find(tokens, index + 1).some(isExact))
  if (at < 0) return null
  const from = provinces.find(tokens, at + 1).find(isExact)
  const to = from && tokens[from.end]?.folded === 'den' ? provinces.find(tokens, from.end + 1).find(isExact) : undefined
  return from && to ? [from.value.name, to.value.name] : null
}
