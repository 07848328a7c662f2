import type { RegisteredUnit, UnitRegistry } from './build-registry.ts'
import { nameUnit } from './name-unit.ts'
import { parsePlaceAt } from './parse-place.ts'
import { parseUnitNamesAt, type NameParts } from './parse-unit-name.ts'
import type { PhraseTrie } from './phrase-trie.ts'
import type { Token } from './read-tokens.ts'
import { findSaidPlace, scoreUnit, type Vicinity } from './score-unit.ts'
import type { Found, UnitMatch } from './unit-mention.ts'

const MIN_SCORE = 0.45
const MIN_QUALITY = 0.7

/** A unit that is named at a token, by head, field, level and place; unknown ones are derived from their words. */
export function findNamedUnitsAt(tokens: readonly Token[], at: number, registry: UnitRegistry, near: Vicinity): Found | undefined {
  const named = parseUnitNamesAt(tokens, at, registry.book).filter((parts) => isSaidEnough(tokens, parts))
  const readings = named.length > 0 ? named : [...readFieldAlone(tokens, at, registry), ...readCommuneAlone(tokens, at, registry)]
  const longest = Math.max(...readings.map(({ headLength }) => headLength))
  const kept = readings.filter(({ headLength }) => headLength === longest)
  const [first] = kept
  if (!first) return undefined
  const matches = rankUnits(kept, registry, near)
  const end = Math.max(...kept.map((parts) => parts.end))
  if (matches.length > 0) return { end, matches }
  if (!first.head || isTooVague(first)) return undefined
  return { end, matches, derived: nameUnit(first, near.around, registry.lexicon) }
}

function rankUnits(readings: readonly NameParts[], registry: UnitRegistry, near: Vicinity): UnitMatch[] {
  const scores = new Map<string, number>()
  for (const parts of readings) {
    const said = findSaidPlace(parts)
    for (const entry of listCandidates(parts, registry)) {
      const score = scoreUnit(parts, said, entry, near)
      if (score >= MIN_SCORE) scores.set(entry.unit.id, Math.max(score, scores.get(entry.unit.id) ?? 0))
    }
  }
  return [...scores]
    .map(([unitId, score]) => ({ unitId, score }))
    .sort((one, other) => other.score - one.score || (one.unitId < other.unitId ? -1 : 1))
}

function listCandidates({ head, sector }: NameParts, { byKind, units }: UnitRegistry): readonly RegisteredUnit[] {
  if (!head) return units.filter(({ parts }) => parts?.sector && parts.sector.name === sector?.name)
  return [head.kind, ...(head.alike ?? [])].flatMap((kind) => byKind.get(kind) ?? [])
}

const NOTHING_ELSE = { subject: null, subjectKey: '', body: null, level: null, levelWord: null, placeName: null }

// "bên nội vụ", "vhtt": a field without its head, after words that announce a unit, or as an abbreviation that is nothing else.
function readFieldAlone(tokens: readonly Token[], at: number, { lexicon, book }: UnitRegistry): NameParts[] {
  const about = lexicon.about.find(tokens, at).find(({ edits, clashes }) => edits === 0 && clashes === 0)
  const from = about?.end ?? at
  const token = tokens[from]
  if (!token || (about && parseUnitNamesAt(tokens, from, book).length > 0)) return []
  const hits = lexicon.sectors.find(tokens, from).filter(({ edits, end, value }) => {
    const isShort = end === from + 1 && token.folded.length > 3 && value.short?.includes(token.folded) === true
    return edits === 0 && (about !== undefined || isShort)
  })
  return hits.map((hit) => ({
    ...NOTHING_ELSE,
    head: null,
    sector: hit.value,
    start: at,
    end: hit.end,
    headLength: hit.end - at,
    quality: 0.9,
  }))
}

// "xã Bình Minh phải làm gì": a commune named as one who acts; "ở xã Bình Minh" is only a place.
function readCommuneAlone(tokens: readonly Token[], at: number, { lexicon, book }: UnitRegistry): NameParts[] {
  const level = lexicon.levels
    .find(tokens, at)
    .find(({ value, edits, clashes }) => value.level === 'commune' && edits === 0 && clashes === 0)
  const place =
    level && !followsWard(tokens, at, lexicon.wards) ? parsePlaceAt(tokens, level.end, 'commune', book.places) : undefined
  // "xã trong huyện" is no misspelt xã Trung.
  if (!level || !place?.isSpeltRight) return []
  const said = { level: 'commune' as const, levelWord: level.value.word, placeName: place.name, end: place.end }
  return [
    { ...NOTHING_ELSE, ...said, head: lexicon.headOf('ubnd'), sector: null, start: at, headLength: level.end - at, quality: 0.9 },
  ]
}

function followsWard(tokens: readonly Token[], at: number, wards: PhraseTrie<true>): boolean {
  return [1, 2].some((back) => at >= back && wards.find(tokens, at - back).some(({ end, edits }) => end === at && edits === 0))
}

// "hội", "ban", "sở" and their like say nothing alone; "công an" and "mặt trận" do.
function isSaidEnough(tokens: readonly Token[], parts: NameParts): boolean {
  const { head, sector, subject, body, start, end, quality } = parts
  if (!head || quality < MIN_QUALITY) return false
  if (head.takes === 'sector') return sector !== null || (subject !== null && tokens[start]!.isCapital)
  if (head.takes === 'subject') return subject !== null && (end - start > 2 || head.group === 'steering')
  return head.needsBody ? body !== null : end > start + 1 || standsAlone(parts, tokens[start]!)
}

function standsAlone({ head, level }: NameParts, { folded }: Token): boolean {
  return level !== null || head?.takes === 'nothing' || folded.length > 2
}

// "văn phòng" may mean one that is registered; of itself it names none.
function isTooVague({ head, body, level }: NameParts): boolean {
  return head?.takes === 'body' && body === null && level === null
}
