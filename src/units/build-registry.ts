import type { Unit } from '../domain/unit.ts'
import { buildPlaceBook, parsePlace, type PlaceStep } from './parse-place.ts'
import type { KnownSubject, NameParts, ParseBook } from './parse-unit-name.ts'
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts'
import { readCollective, type CollectiveParts } from './read-collective.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { parseName } from './read-unit.ts'
import { spellNumber } from './spell-number.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A registered unit, taken apart once. */
export type RegisteredUnit = {
  readonly unit: Unit
  readonly parts: NameParts | null
  readonly collective: CollectiveParts | null
  readonly steps: readonly PlaceStep[]
  /** Folded words of the name. */
  readonly words: ReadonlySet<string>
}

/** Every known unit, ready for finding. */
export type UnitRegistry = {
  readonly lexicon: UnitLexicon
  readonly units: readonly RegisteredUnit[]
  readonly byId: ReadonlyMap<string, RegisteredUnit>
  readonly byKind: ReadonlyMap<string, readonly RegisteredUnit[]>
  readonly collectives: readonly RegisteredUnit[]
  /** Whole names that are matched word for word: declared aliases, initials, names outside the grammar. */
  readonly phrases: PhraseTrie<RegisteredUnit>
  readonly book: ParseBook
}

const MIN_INITIALS = 6

/** Makes units findable by all that people call them. */
export function buildRegistry(units: readonly Unit[], lexicon: UnitLexicon): UnitRegistry {
  const entries = units.map((unit) => readEntry(unit, lexicon))
  const phrases = createPhraseTrie<RegisteredUnit>()
  for (const entry of entries) for (const phrase of listPhrases(entry)) phrases.add(readTokens(phrase), entry)
  return {
    lexicon,
    units: entries,
    byId: new Map(entries.map((entry) => [entry.unit.id, entry])),
    byKind: Map.groupBy(entries, ({ parts }) => parts?.head?.kind ?? ''),
    collectives: entries.filter(({ collective }) => collective !== null),
    phrases,
    book: {
      lexicon,
      places: buildPlaceBook(
        lexicon,
        entries.flatMap(({ steps }) => steps),
      ),
      subjects: indexSubjects(entries, lexicon),
      isWholeName: false,
    },
  }
}

function readEntry(unit: Unit, lexicon: UnitLexicon): RegisteredUnit {
  const steps = parsePlace(unit.place, lexicon)
  const words = new Set(readTokens(unit.name).flatMap((token) => (token.isAnd ? [] : [token.folded])))
  if (unit.isCollective) return { unit, parts: null, collective: readCollective(unit.name, lexicon), steps, words }
  return { unit, parts: parseName(unit.name, lexicon) ?? null, collective: null, steps, words }
}

function indexSubjects(entries: readonly RegisteredUnit[], lexicon: UnitLexicon): PhraseTrie<KnownSubject> {
  const trie = createPhraseTrie<KnownSubject>()
  const seen = new Set<string>()
  for (const { parts } of entries) {
    if (!parts?.head || !parts.subject) continue
    const subject = { kind: parts.head.kind, text: parts.subject, key: parts.subjectKey }
    const once = `${subject.kind} ${subject.key}`
    if (seen.has(once)) continue
    seen.add(once)
    for (const form of listSubjectForms(parts.subject, lexicon)) trie.add(readTokens(form), subject)
  }
  return trie
}

// As written; its end or all of it as initials ("công tác ttđn", "tt vh tt"); numbers as they are spoken.
function listSubjectForms(subject: string, lexicon: UnitLexicon): Set<string> {
  const words = readTokens(subject).filter((token) => !token.isAnd)
  const forms = new Set([subject])
  for (let at = 0; at <= words.length - 3; at++) {
    const before = words.slice(0, at).map(({ text }) => text)
    forms.add([...before, initialsOf(words.slice(at))].join(' '))
  }
  if (words.length > 2) forms.add([...initialsOf(words)].join(' '))
  if (words.some(({ folded }) => /^\d+$/.test(folded))) {
    for (const spoken of [0, 1])
      forms.add(
        words.map(({ text, folded }) => (/^\d+$/.test(folded) ? (spellNumber(folded, lexicon)[spoken] ?? text) : text)).join(' '),
      )
  }
  return forms
}

function listPhrases({ unit, parts, collective }: RegisteredUnit): string[] {
  const outside = parts || collective ? [] : [unit.name]
  if (!parts?.subject) return [...unit.aliases, ...outside]
  const initials = initialsOf(readTokens(`${parts.head?.name} ${parts.subject}`).filter((token) => !token.isAnd))
  const starts = Array.from({ length: Math.max(0, initials.length - MIN_INITIALS + 1) }, (_, more) =>
    initials.slice(0, MIN_INITIALS + more),
  )
  return [...unit.aliases, ...outside, ...starts]
}

/** "Truyền thông - Văn hóa - Thể thao" -> "ttvhtt" */
function initialsOf(tokens: readonly Token[]): string {
  return tokens.map(({ folded }) => folded[0]).join('')
}
