import type { Unit } from '../domain/unit.ts'
import { buildPlaceBook, parsePlace, type PlaceStep } from './parse-place.ts'
import type { KnownSubject, NameParts, ParseBook } from './parse-unit-name.ts'
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts'
import { parseName } from './read-unit.ts'
import { readCollective, type CollectiveParts } from './read-collective.ts'
import { readTokens } from './read-tokens.ts'
import { toKey, type UnitLexicon } from './unit-lexicon.ts'

/** A registered unit, taken apart once. */
export type RegisteredUnit = {
  readonly unit: Unit
  readonly parts: NameParts | null
  readonly collective: CollectiveParts | null
  readonly steps: readonly PlaceStep[]
}

/** Every known unit, ready for finding. */
export type UnitRegistry = {
  readonly lexicon: UnitLexicon
  readonly units: readonly RegisteredUnit[]
  readonly byId: ReadonlyMap<string, RegisteredUnit>
  readonly byKind: ReadonlyMap<string, readonly RegisteredUnit[]>
  /** Whole names that are matched word for word: declared aliases, initials, names outside the grammar, collectives. */
  readonly phrases: PhraseTrie<RegisteredUnit>
  readonly book: ParseBook
}

const MIN_INITIALS = 5

/** Makes units findable by all that people call them. */
export function buildRegistry(units: readonly Unit[], lexicon: UnitLexicon): UnitRegistry {
  const entries = units.map((unit) => readEntry(unit, lexicon))
  const phrases = createPhraseTrie<RegisteredUnit>()
  for (const entry of entries) for (const phrase of listPhrases(entry)) phrases.add(readTokens(phrase), entry)
  const places = buildPlaceBook(
    lexicon,
    entries.flatMap(({ steps }) => steps),
    true,
  )
  return {
    lexicon,
    units: entries,
    byId: new Map(entries.map((entry) => [entry.unit.id, entry])),
    byKind: Map.groupBy(entries, ({ parts }) => parts?.head?.kind ?? ''),
    phrases,
    book: { lexicon, places, subjects: indexSubjects(entries), isWholeName: false },
  }
}

function readEntry(unit: Unit, lexicon: UnitLexicon): RegisteredUnit {
  const steps = parsePlace(unit.place, lexicon)
  if (unit.isCollective) return { unit, parts: null, collective: readCollective(unit.name, lexicon), steps }
  return { unit, parts: parseName(unit.name, lexicon) ?? null, collective: null, steps }
}

function indexSubjects(entries: readonly RegisteredUnit[]): PhraseTrie<KnownSubject> {
  const trie = createPhraseTrie<KnownSubject>()
  const seen = new Set<string>()
  for (const { parts } of entries) {
    if (!parts?.head || !parts.subject) continue
    const once = `${parts.head.kind} ${parts.subjectKey}`
    if (seen.has(once)) continue
    seen.add(once)
    const subject = { kind: parts.head.kind, text: parts.subject, key: parts.subjectKey }
    trie.add(readTokens(parts.subject), subject)
    const initials = initialsOf(parts.subject)
    if (initials.length > 2) for (const form of [initials, initials.split('').join(' ')]) trie.add(readTokens(form), subject)
  }
  return trie
}

function listPhrases({ unit, parts, collective }: RegisteredUnit): string[] {
  const glued = parts?.subject && initialsOf(unit.name).length >= MIN_INITIALS ? [initialsOf(unit.name)] : []
  return [...unit.aliases, ...(parts && !collective ? [] : [unit.name]), ...glued]
}

/** "Trung tâm Truyền thông - Văn hóa - Thể thao" -> "ttttvhtt" */
function initialsOf(name: string): string {
  return readTokens(name)
    .filter((token) => !token.isAnd)
    .map(({ folded }) => folded[0])
    .join('')
}

/** Whether two places may be one: by name, whatever word stands before it. */
export function isSamePlace(one: PlaceStep, other: PlaceStep): boolean {
  if (toKey(one.name) !== toKey(other.name)) return false
  return one.level === null || other.level === null || one.level === other.level || one.level === 'city' || other.level === 'city'
}
