import { keepBest, type PhraseHit } from './phrase-trie.ts'
import { readTokens, type Token } from './read-tokens.ts'
import type { Head, LevelWord, Member, Sector } from './unit-aliases.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** One kind of units in a collective: "UBND" of "các huyện, thị xã". */
export type CollectivePart = {
  readonly member: Member
  /** Only those named after that field: "Phòng Nội vụ các huyện". */
  readonly sector: Sector | null
  /** Levels said right after it; none = as usual. */
  readonly levels: readonly LevelWord[]
}

/** A collective taken apart: whom its words stand for. */
export type CollectiveParts = {
  readonly parts: readonly CollectivePart[]
  /** "liên quan", "được giao": nobody can say from outside whom it means. */
  readonly isSoft: boolean
  /** "từ Hà Tĩnh đến Lâm Đồng" */
  readonly range: readonly [from: string, to: string] | null
}

const OF_MANY_PLACES = new Set(['people', 'council', 'party-committee', 'party-cell', 'central'])

/** True when a name stands for many units: "Các sở, ban, ngành", "UBND xã, phường, đặc khu". */
export function isCollectiveName(name: string, lexicon: UnitLexicon): boolean {
  const tokens = readTokens(name)
  const start = skipTitles(tokens, 0, lexicon)
  if (lexicon.collective.findExact(tokens, start).length > 0 || saysManyLevels(tokens, start, lexicon)) return true
  if (countMembers(tokens, start, lexicon) > 1) return !isCommitteeChain(tokens, start, lexicon)
  const head = findHead(tokens, start, lexicon)
  if (!head) return longest(lexicon.members.findExact(tokens, start))?.all.some(({ isAlwaysMany }) => isAlwaysMany) === true
  return OF_MANY_PLACES.has(head.value.head.group) && namesLevelsOnly(tokens, head.end, lexicon)
}

/** Whom a collective's words stand for. */
export function readCollective(name: string, lexicon: UnitLexicon): CollectiveParts {
  const tokens = readTokens(name)
  const parts: CollectivePart[] = []
  let current: { members: readonly Member[]; sector: Sector | null; levels: LevelWord[] } | undefined
  let isSoft = false
  const close = (): void => {
    for (const member of current?.members ?? [])
      parts.push({ member, sector: current?.sector ?? null, levels: current?.levels ?? [] })
  }
  for (let at = skipTitles(tokens, 0, lexicon); at < tokens.length;) {
    isSoft ||= lexicon.soft.findExact(tokens, at).length > 0
    const member = readMember(tokens, at, lexicon)
    const level = longest(lexicon.levels.findExact(tokens, at))
    if (member && isOwner(tokens, at, member, lexicon)) {
      at = member.end
      continue
    }
    if (member) {
      close()
      current = { ...member, levels: [] }
    } else if (level) {
      current ??= { members: [localPeople(lexicon)], sector: null, levels: [] }
      current.levels.push(...level.all)
    }
    at = member?.end ?? level?.end ?? at + 1
  }
  close()
  return { parts, isSoft, range: readRange(tokens, lexicon) }
}

/** The token after the titles, "Thủ trưởng", "Chủ tịch". */
export function skipTitles(tokens: readonly Token[], from: number, { titles }: UnitLexicon): number {
  for (let at = from; ;) {
    const title = longest(titles.findExact(tokens, at))
    if (!title || title.end >= tokens.length) return at
    at = title.end
  }
}

// "Các Ban Xây dựng Đảng Huyện ủy", "Sở, ban, ngành thuộc UBND Thành phố": whose they are, not one more of them.
function isOwner(
  tokens: readonly Token[],
  at: number,
  { members }: FoundMember,
  { collective, headOf, aliases }: UnitLexicon,
): boolean {
  const before = tokens[at - 1]
  if (!before || before.isAnd || tokens[at]!.startsPart || collective.findExact(tokens, at - 1).length > 0) return false
  const owners = new Set([headOf('ubnd').kind, ...aliases.committees.map(({ kind }) => kind)])
  return (
    members.some(({ kinds }) => kinds?.some((kind) => owners.has(kind))) &&
    !members.some(({ groups }) => groups?.includes('party-cell'))
  )
}

function longest<Value>(hits: readonly PhraseHit<Value>[]): { end: number; all: Value[] } | undefined {
  const best = hits.length > 0 ? keepBest(hits) : []
  return best[0] && { end: best[0].end, all: best.map(({ value }) => value) }
}

type FoundMember = { readonly members: readonly Member[]; readonly sector: Sector | null; readonly end: number }

// A word of the members' list, or else a kind of unit: "Công an các xã", "Phòng Nội vụ các huyện".
function readMember(tokens: readonly Token[], at: number, lexicon: UnitLexicon): FoundMember | undefined {
  const listed = longest(lexicon.members.findExact(tokens, at))
  const member = listed && { members: listed.all, sector: null, end: listed.end }
  const kind = readKind(tokens, at, lexicon)
  return kind && (!member || kind.end > member.end) ? kind : member
}

function readKind(tokens: readonly Token[], at: number, lexicon: UnitLexicon): FoundMember | undefined {
  const hit = findHead(tokens, at, lexicon)
  if (!hit) return undefined
  const { head } = hit.value
  const sector = keepBest(lexicon.sectors.findExact(tokens, hit.end).filter(({ value }) => value.of.includes(head.kind)))[0]
  const isKind = head.takes === 'level' || head.takes === 'place' || head.group === 'party-committee'
  if (!sector && !isKind) return undefined
  return { members: [memberOf(head)], sector: sector?.value ?? null, end: sector?.end ?? hit.end }
}

function memberOf(head: Head): Member {
  return { forms: [head.name], kinds: [head.kind], ...(head.level && head.kind !== 'phong' && { level: head.level }) }
}

function localPeople({ headOf }: UnitLexicon): Member {
  return { forms: [headOf('ubnd').name], kinds: ['ubnd'], below: true }
}

function findHead(tokens: readonly Token[], at: number, { heads }: UnitLexicon): PhraseHit<{ readonly head: Head }> | undefined {
  return keepBest(heads.findExact(tokens, at).filter(({ value }) => !value.sector && !value.body))[0]
}

// "UBND các xã", "Phòng Nội vụ các huyện", "Đảng ủy các xã, phường" - but "Đảng ủy các cơ quan Đảng" is one.
function saysManyLevels(tokens: readonly Token[], from: number, { collective, levels, heads }: UnitLexicon): boolean {
  return tokens.some((_, at) => {
    if (at <= from) return false
    const marker = collective.findExact(tokens, at)[0]
    if (!marker) return false
    const isPlace = heads.findExact(tokens, marker.end).some(({ value }) => value.head.takes === 'place')
    return isPlace || levels.findExact(tokens, marker.end).length > 0
  })
}

// "UBND xã, phường", "UBND cấp xã": levels and nothing else, several or after "cấp".
function namesLevelsOnly(tokens: readonly Token[], from: number, { levels }: UnitLexicon): boolean {
  const isOfLevel = tokens[from]?.folded === 'cap'
  let count = 0
  for (let at = isOfLevel ? from + 1 : from; at < tokens.length;) {
    const level = longest(levels.findExact(tokens, at))
    if (!level && !tokens[at]!.isAnd) return false
    if (level) count++
    at = level?.end ?? at + 1
  }
  return count > 1 || (isOfLevel && count === 1)
}

// How many members are named one after the other: "sở, ban, ngành" has three.
function countMembers(tokens: readonly Token[], from: number, { members }: UnitLexicon): number {
  let count = 0
  for (let at = from; at < tokens.length; count++) {
    const member = longest(members.findExact(tokens, at))
    if (!member) break
    at = tokens[member.end]?.isAnd ? member.end + 1 : member.end
  }
  return count
}

// "HĐND, UBND huyện" are two units and no collective, as is "Ban Công tác Mặt trận"; "Mặt trận, đoàn thể" is one.
function isCommitteeChain(tokens: readonly Token[], from: number, { members, heads }: UnitLexicon): boolean {
  const first = longest(members.findExact(tokens, from))
  const isHead = heads.findExact(tokens, from).some(({ value, end }) => end === first?.end && value.head.takes === 'level')
  const next = tokens[first?.end ?? 0]?.isAnd ? first!.end + 1 : first?.end
  return isHead && !members.findExact(tokens, next!).some(({ value }) => value.below || value.isAlwaysMany)
}

function readRange(tokens: readonly Token[], { provinces }: UnitLexicon): readonly [string, string] | null {
  const at = tokens.findIndex(({ folded }, index) => folded === 'tu' && provinces.findExact(tokens, index + 1).length > 0)
  const from = at < 0 ? undefined : provinces.findExact(tokens, at + 1)[0]
  const to = from && tokens[from.end]?.folded === 'den' ? provinces.findExact(tokens, from.end + 1)[0] : undefined
  return from && to ? [from.value.name, to.value.name] : null
}
