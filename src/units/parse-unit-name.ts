import type { Level } from '../domain/unit.ts'
import type { PhraseHit, PhraseTrie } from './phrase-trie.ts'
import { parsePlaceAt, type PlaceBook } from './parse-place.ts'
import type { Token } from './read-tokens.ts'
import type { Head, HeadReading, LevelWord, Sector, UnitLexicon } from './unit-lexicon.ts'

/** A name taken apart. */
export type NameParts = {
  /** Null when only a field of work was said, "bên nội vụ". */
  readonly head: Head | null
  readonly sector: Sector | null
  /** Free words after the head, "35", "Truyền thông - Văn hóa - Thể thao"; key is how they compare. */
  readonly subject: string | null
  readonly subjectKey: string
  readonly isPartial: boolean
  /** The committee or body that it belongs to: "Ban Tuyên giáo" of "Huyện ủy". */
  readonly body: Head | null
  readonly level: Level | 'city' | null
  readonly levelWord: string | null
  readonly placeName: string | null
  readonly start: number
  readonly end: number
  /** 1 = written in full; less for misspellings, disagreeing tones, abbreviations. */
  readonly quality: number
  /** Tokens of the head alone: a longer head is the better reading. */
  readonly headLength: number
}

/** A free subject that is known from a registered unit. */
export type KnownSubject = { readonly kind: string; readonly text: string; readonly key: string }

/** Where parsing may look things up, and whether unknown words may be a subject. */
export type ParseBook = {
  readonly lexicon: UnitLexicon
  readonly places: PlaceBook
  readonly subjects: PhraseTrie<KnownSubject> | null
  /** True for a name on its own: every word belongs to it. */
  readonly isWholeName: boolean
}

type Rest = Pick<NameParts, 'body' | 'level' | 'levelWord' | 'placeName' | 'end'>

/** Every way to read a unit's name that begins at a token, best first. */
export function parseUnitNamesAt(tokens: readonly Token[], from: number, book: ParseBook): NameParts[] {
  const readings = book.lexicon.heads.find(tokens, from).flatMap((hit) => readHead(tokens, from, hit, book))
  return readings.sort((one, other) => other.headLength - one.headLength || other.end - one.end || other.quality - one.quality)
}

function readHead(tokens: readonly Token[], from: number, hit: PhraseHit<HeadReading>, book: ParseBook): NameParts[] {
  const { head, sector, level, body, isShort } = hit.value
  if (!isPlausible(tokens, from, hit)) return []
  const base = { head, start: from, headLength: hit.end - from, quality: rateHit(hit) - (isShort ? 0.02 : 0) }
  const known = { body: body ?? null, level: level ?? null }
  if (sector) return [{ ...base, ...NO_SUBJECT, sector, ...readRest(tokens, hit.end, head, known, book) }]
  if (head.takes === 'sector') return readSectors(tokens, hit.end, head, base, book)
  if (head.takes === 'subject') return readSubjects(tokens, hit.end, head, base, book)
  return [{ ...base, ...NO_SUBJECT, sector: null, ...readRest(tokens, hit.end, head, known, book) }]
}

const NO_SUBJECT = { subject: null, subjectKey: '', isPartial: false }

type Base = Pick<NameParts, 'start' | 'quality' | 'headLength'> & { readonly head: Head }

function readSectors(tokens: readonly Token[], at: number, head: Head, base: Base, book: ParseBook): NameParts[] {
  const hits = book.lexicon.sectors.find(tokens, at).filter((hit) => hit.value.of.includes(head.kind))
  const readings = keepBest(hits).map((hit) => ({
    ...base,
    ...NO_SUBJECT,
    sector: hit.value,
    quality: base.quality + rateHit(hit) - 1,
    ...readRest(tokens, hit.end, head, { body: null, level: null }, book),
  }))
  return readings.length > 0 ? readings : readSubjects(tokens, at, head, base, book)
}

/** The longest hits, and of those the ones that are spelt best: "tài chính kế hoạch" before "tài chính", "nội vụ" before "ngoại vụ" misspelt. */
function keepBest<Value>(hits: readonly PhraseHit<Value>[]): PhraseHit<Value>[] {
  const longest = Math.max(...hits.map(({ end }) => end))
  const long = hits.filter(({ end }) => end === longest)
  const fewest = Math.min(...long.map(({ edits }) => edits))
  return long.filter(({ edits }) => edits === fewest)
}

function readSubjects(tokens: readonly Token[], at: number, head: Head, base: Base, book: ParseBook): NameParts[] {
  const known = keepBest(book.subjects?.find(tokens, at, true).filter(({ value }) => value.kind === head.kind) ?? [])
  if (known.length > 0) {
    return known.map((hit) => ({
      ...base,
      sector: null,
      subject: hit.value.text,
      subjectKey: hit.value.key,
      isPartial: hit.isPartial,
      quality: base.quality + rateHit(hit) - 1 - (hit.isPartial ? 0.1 : 0),
      ...readRest(tokens, hit.end, head, { body: null, level: null }, book),
    }))
  }
  const end = endOfSubject(tokens, at, book)
  if (end === at && head.takes === 'sector') return []
  const words = tokens.slice(at, end)
  const subjectKey = words
    .filter((token) => !token.isAnd)
    .map((token) => token.folded)
    .join('')
  const subject = words.length > 0 ? words.map((token) => token.text).join(' ') : null
  return [
    {
      ...base,
      sector: null,
      subject,
      subjectKey,
      isPartial: false,
      ...readRest(tokens, end, head, { body: null, level: null }, book),
    },
  ]
}

// Free words run to the level, the committee or the bracket; inside a sentence only words with capitals are taken.
function endOfSubject(tokens: readonly Token[], at: number, book: ParseBook): number {
  let end = at
  while (end < tokens.length && !tokens[end]!.startsSentence && !startsRest(tokens, end, book)) {
    const token = tokens[end]!
    if (!book.isWholeName && !isNameWord(tokens, end)) break
    if (token.isAnd && !isNameWord(tokens, end + 1) && !book.isWholeName) break
    end++
  }
  return end
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && (token.isCapital || /^\d/.test(token.text) || (token.isAnd && tokens[at + 1]?.isCapital === true))
}

function startsRest(tokens: readonly Token[], at: number, { lexicon }: ParseBook): boolean {
  if (
    lexicon.heads
      .find(tokens, at)
      .some(({ value, edits }) => value.head.group === 'party-committee' && !value.isShort && edits === 0)
  )
    return true
  const level = lexicon.levels.find(tokens, at).find(({ edits }) => edits === 0)
  const next = level && tokens[level.end]
  return level !== undefined && (!next || next.startsSentence || next.isCapital || !tokens[at]!.isCapital)
}

type Known = { readonly body: Head | null; readonly level: LevelWord | null }

function readRest(tokens: readonly Token[], at: number, head: Head, known: Known, book: ParseBook): Rest {
  let { body, level } = known
  let end = at
  if (head.takes !== 'nothing') {
    const start = skipLinkers(tokens, end, book.lexicon)
    const party = body || level ? undefined : readBody(tokens, start, head, book)
    if (party) {
      body = party.value.head
      level = level ?? party.value.level ?? null
      end = party.end
    }
  }
  const levelAt = level ? undefined : readLevel(tokens, skipLinkers(tokens, end, book.lexicon), book)
  if (levelAt) {
    level = levelAt.value
    end = levelAt.end
  }
  const ownLevel = level?.level ?? body?.level ?? (head.takes === 'place' ? head.level : undefined) ?? null
  const place =
    head.level === 'central' && head.takes !== 'sector'
      ? undefined
      : parsePlaceAt(tokens, skipLinkers(tokens, end, book.lexicon), ownLevel, book.places)
  return {
    body,
    level: place?.level ?? ownLevel,
    levelWord: place?.word ?? level?.word ?? null,
    placeName: place?.name ?? null,
    end: place?.end ?? end,
  }
}

function readBody(tokens: readonly Token[], at: number, head: Head, { lexicon }: ParseBook): PhraseHit<HeadReading> | undefined {
  const hits = lexicon.heads.find(tokens, at).filter(({ value }) => {
    if (value.sector || value.head.kind === head.kind || value.body) return false
    if (head.takes === 'body') return value.head.takes === 'place' || value.head.takes === 'level' || value.head.takes === 'nothing'
    return (
      value.head.takes === 'place' ||
      (value.head.kind === 'dang-uy' && head.takes !== 'level') ||
      (head.group === 'party-body' && value.head.kind === 'hdnd')
    )
  })
  return keepBest(hits)[0]
}

function readLevel(tokens: readonly Token[], at: number, { lexicon }: ParseBook): PhraseHit<LevelWord> | undefined {
  return keepBest(lexicon.levels.find(tokens, at).filter(({ edits, clashes }) => edits === 0 || clashes === 0))[0]
}

function skipLinkers(tokens: readonly Token[], at: number, { linkers }: UnitLexicon): number {
  for (let next = at; ;) {
    const hit = keepBest(linkers.find(tokens, next).filter(({ edits, clashes }) => edits === 0 && clashes === 0))[0]
    if (!hit || (next > at - 1 && tokens[next]?.startsSentence)) return next
    next = hit.end
  }
}

// One-syllable heads and two-letter abbreviations are everyday words too: their tones or capitals must not speak against them.
function isPlausible(tokens: readonly Token[], from: number, hit: PhraseHit<HeadReading>): boolean {
  const isOneWord = hit.end === from + 1
  const token = tokens[from]!
  if (!isOneWord) return hit.edits === 0 || hit.letters > 5
  if (hit.value.head.shortNeedsCase && hit.value.isShort && token.text !== token.text.toUpperCase()) return false
  if (hit.value.isShort) return hit.edits === 0 && (!token.isToned || token.folded.length > 2)
  return hit.edits === 0 || hit.letters > 5
}

function rateHit(hit: PhraseHit<unknown>): number {
  return 1 - (hit.edits / Math.max(hit.letters, 1)) * 0.8 - hit.clashes * 0.03
}
