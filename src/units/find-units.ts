import type { RegisteredUnit, UnitRegistry } from './build-registry.ts'
import { findCollectivesAt } from './find-collectives.ts'
import { readOwnAt } from './find-own-unit.ts'
import { parsePlace } from './parse-place.ts'
import { parseUnitNamesAt, type NameParts } from './parse-unit-name.ts'
import { nameUnit } from './read-unit.ts'
import { readTokens, type Token } from './read-tokens.ts'
import type { UnitMatch, UnitMention } from './unit-mention.ts'
import { scoreUnit, type Near } from './score-unit.ts'

const MIN_SCORE = 0.45

/** Every mention of a unit in a text, in order, none inside another. */
export function findUnits(text: string, registry: UnitRegistry, near: Near = {}): UnitMention[] {
  const tokens = readTokens(text)
  const around = locate(near, registry)
  const mentions: UnitMention[] = []
  for (let at = 0; at < tokens.length;) {
    const found = findAt(tokens, at, registry, around)
    if (found) mentions.push(writeMention(text, tokens, at, found))
    at = found?.end ?? at + 1
  }
  return mentions
}

/** The registered units that words mean, best first; empty when they mean none. */
export function matchUnit(words: string, registry: UnitRegistry, near: Near = {}): readonly UnitMatch[] {
  const mentions = findUnits(words, registry, near)
  const longest = mentions.reduce<UnitMention | undefined>(
    (best, each) => (best && best.words.length >= each.words.length ? best : each),
    undefined,
  )
  return longest?.matches ?? []
}

type Found = Pick<UnitMention, 'matches' | 'derived' | 'isOwn'> & { readonly end: number }

function locate(near: Near, registry: UnitRegistry): Near {
  const own = near.unitId ? registry.byId.get(near.unitId) : undefined
  return near.place || !own?.unit.place ? near : { ...near, place: own.unit.place }
}

function findAt(tokens: readonly Token[], at: number, registry: UnitRegistry, near: Near): Found | undefined {
  const own = readOwnAt(tokens, at, registry, near)
  const found = [
    findCollectivesAt(tokens, at, registry, near),
    findNamedAt(tokens, at, registry, near),
    findPhraseAt(tokens, at, registry, near),
  ]
  const best = found.reduce((one, other) => (!one || (other && rate(other) > rate(one)) ? other : one), undefined)
  return own && (!best || best.end <= own.end) ? own : best
}

function rate({ end, matches, derived }: Found): number {
  return end + (matches[0]?.score ?? (derived ? 0.1 : 0))
}

function findNamedAt(tokens: readonly Token[], at: number, registry: UnitRegistry, near: Near): Found | undefined {
  const readings = [...parseUnitNamesAt(tokens, at, registry.book), ...readSectorAlone(tokens, at, registry)].filter((parts) =>
    isSaidEnough(tokens, parts),
  )
  const longest = Math.max(...readings.map(({ headLength }) => headLength))
  const kept = readings.filter(({ headLength }) => headLength === longest)
  if (kept.length === 0) return undefined
  const scores = new Map<string, number>()
  for (const parts of kept) {
    for (const entry of candidatesOf(parts, registry)) {
      const score = scoreUnit(parts, entry, near, registry)
      if (score >= MIN_SCORE) scores.set(entry.unit.id, Math.max(score, scores.get(entry.unit.id) ?? 0))
    }
  }
  const matches = rank(scores)
  const parts = kept[0]!
  const derived =
    matches.length === 0 && parts.head
      ? nameUnit(parts, parsePlace(near.place ?? null, registry.lexicon), registry.lexicon)
      : undefined
  return { end: Math.max(...kept.map(({ end }) => end)), matches, ...(derived && { derived }) }
}

function rank(scores: ReadonlyMap<string, number>): UnitMatch[] {
  return [...scores]
    .map(([unitId, score]) => ({ unitId, score }))
    .sort((one, other) => other.score - one.score || (one.unitId < other.unitId ? -1 : 1))
}

function candidatesOf({ head, sector }: NameParts, { byKind, units }: UnitRegistry): readonly RegisteredUnit[] {
  if (!head) return units.filter(({ parts }) => parts?.sector && parts.sector.name === sector?.name)
  return [head.kind, ...(head.alike ?? [])].flatMap((kind) => byKind.get(kind) ?? [])
}

// "bên nội vụ", "vhtt": a field without its head, after words that announce a unit, or as an abbreviation that is nothing else.
function readSectorAlone(tokens: readonly Token[], at: number, { lexicon }: UnitRegistry): NameParts[] {
  const about = lexicon.about.find(tokens, at).find(({ edits }) => edits === 0)
  const from = about?.end ?? at
  const token = tokens[from]
  return lexicon.sectors
    .find(tokens, from)
    .filter(({ edits, end, value }) => {
      const isShort =
        token !== undefined &&
        end === from + 1 &&
        token.folded.length > 3 &&
        (value.short ?? []).some((each) => each === token.folded)
      return edits === 0 && (about !== undefined || isShort)
    })
    .map((hit) => ({ ...SECTOR_ALONE, sector: hit.value, start: at, end: hit.end, headLength: hit.end - at, quality: 0.85 }))
}

const SECTOR_ALONE = {
  head: null,
  subject: null,
  subjectKey: '',
  isPartial: false,
  body: null,
  level: null,
  levelWord: null,
  placeName: null,
}

// "hội", "ban", "sở" and their like say nothing alone; "công an" and "mặt trận" do.
function isSaidEnough(tokens: readonly Token[], { head, sector, subject, level, body, start, end, quality }: NameParts): boolean {
  if (!head) return true
  if (head.takes === 'sector') return sector !== null || (subject !== null && tokens[start]!.isCapital)
  if (head.takes === 'subject') return subject !== null && (end - start > 2 || head.group === 'steering')
  if (quality < 0.7) return false
  const isOneWord = end === start + 1
  return !isOneWord || level !== null || body !== null || head.takes === 'nothing' || tokens[start]!.folded.length > 2
}

function findPhraseAt(tokens: readonly Token[], at: number, { phrases }: UnitRegistry, near: Near): Found | undefined {
  const hits = phrases.find(tokens, at)
  if (hits.length === 0) return undefined
  const end = Math.max(...hits.map((hit) => hit.end))
  const scores = new Map(
    hits
      .filter((hit) => hit.end === end)
      .map((hit) => [hit.value.unit.id, (0.9 - hit.edits * 0.05) * (hit.value.unit.id === near.unitId ? 1.05 : 1)] as const),
  )
  return { end, matches: rank(scores) }
}

function writeMention(text: string, tokens: readonly Token[], at: number, { end, ...found }: Found): UnitMention {
  const start = tokens[at]!.start
  const last = tokens[end - 1]!.end
  return { words: text.normalize('NFC').slice(start, last), start, end: last, ...found }
}
