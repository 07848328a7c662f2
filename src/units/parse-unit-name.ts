import { parseNameRest, type NameRest } from './parse-name-rest.ts'
import type { PlaceBook } from './parse-place.ts'
import { keepBest, type PhraseHit, type PhraseTrie } from './phrase-trie.ts'
import { joinKey, type Token } from './read-tokens.ts'
import type { Head, HeadReading, Sector } from './unit-aliases.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A name taken apart. */
export type NameParts = NameRest & {
  /** Null when only a field of work was said, "bên nội vụ". */
  readonly head: Head | null
  readonly sector: Sector | null
  /** Free words after the head, "35", "Truyền thông - Văn hóa - Thể thao"; key is how they compare. */
  readonly subject: string | null
  readonly subjectKey: string
  readonly start: number
  /** 1 = written in full; less for misspellings, disagreeing tones, abbreviations, shortened subjects. */
  readonly quality: number
  /** Tokens of the head alone: a longer head is the better reading. */
  readonly headLength: number
}

/** A free subject that is known from a registered unit. */
export type KnownSubject = { readonly kind: string; readonly text: string; readonly key: string }

/** Where parsing may look things up, and how free words are read. */
export type ParseBook = {
  readonly lexicon: UnitLexicon
  readonly places: PlaceBook
  readonly subjects: PhraseTrie<KnownSubject> | null
  /** True for a name on its own, where every word belongs to it; inside a sentence only words with capitals do. */
  readonly isWholeName: boolean
}

type Start = Pick<NameParts, 'start' | 'quality' | 'headLength'> & { readonly head: Head }

const NO_SUBJECT = { sector: null, subject: null, subjectKey: '' }

/** Every way to read a unit's name that begins at a token, best first. */
export function parseUnitNamesAt(tokens: readonly Token[], from: number, book: ParseBook): NameParts[] {
  const readings = book.lexicon.heads
    .find(tokens, from)
    .filter((hit) => isPlausible(tokens, from, hit))
    .flatMap((hit) => readHead(tokens, from, hit, book))
  return readings.sort(compareReadings)
}

function compareReadings(one: NameParts, other: NameParts): number {
  if (one.headLength !== other.headLength) return other.headLength - one.headLength
  if ((one.sector === null) !== (other.sector === null)) return one.sector ? -1 : 1
  return other.end - one.end || other.quality - one.quality
}

function readHead(tokens: readonly Token[], from: number, hit: PhraseHit<HeadReading>, book: ParseBook): NameParts[] {
  const { head, sector, level, body, isShort } = hit.value
  const start: Start = { head, start: from, headLength: hit.end - from, quality: rateHit(hit) - (isShort ? 0.02 : 0) }
  if (!sector && head.takes === 'sector') return readSectors(tokens, hit.end, start, book)
  if (head.takes === 'subject') return readSubjects(tokens, hit.end, start, book)
  if (book.isWholeName && !level && !body && !sector && hasOwnWords(tokens, hit.end, head, book))
    return readFreeSubject(tokens, hit.end, start, book)
  return [
    { ...start, ...NO_SUBJECT, sector: sector ?? null, ...parseNameRest(tokens, hit.end, head, { level, body }, book.places) },
  ]
}

// "Kho bạc Nhà nước khu vực X" is another unit than "Kho bạc Nhà nước": words that are no level, body or place belong to the name.
function hasOwnWords(tokens: readonly Token[], at: number, head: Head, book: ParseBook): boolean {
  const { end } = parseNameRest(tokens, at, head, {}, book.places)
  const next = tokens[end]
  return end === at && next !== undefined && !next.startsSentence && !next.startsPart && !next.isAnd && head.takes !== 'nothing'
}

function readSectors(tokens: readonly Token[], at: number, start: Start, book: ParseBook): NameParts[] {
  const hits = book.lexicon.sectors.find(tokens, at).filter((hit) => hit.value.of.includes(start.head.kind))
  if (hits.length === 0) return readFreeSubject(tokens, at, start, book)
  return keepBest(hits).map((hit) => ({
    ...start,
    ...NO_SUBJECT,
    sector: hit.value,
    quality: start.quality + rateHit(hit) - 1,
    ...parseNameRest(tokens, hit.end, start.head, {}, book.places),
  }))
}

function readSubjects(tokens: readonly Token[], at: number, start: Start, book: ParseBook): NameParts[] {
  const hits = book.subjects?.find(tokens, at, true).filter(({ value }) => value.kind === start.head.kind) ?? []
  if (hits.length === 0) return readFreeSubject(tokens, at, start, book)
  return keepBest(hits).map((hit) => ({
    ...start,
    sector: null,
    subject: hit.value.text,
    subjectKey: hit.value.key,
    quality: start.quality + rateHit(hit) - (hit.isPartial ? 1.1 : 1),
    ...parseNameRest(tokens, hit.end, start.head, {}, book.places),
  }))
}

function readFreeSubject(tokens: readonly Token[], at: number, start: Start, book: ParseBook): NameParts[] {
  const capital = endOfSubject(tokens, at, book)
  const end = book.isWholeName || !isUnmistakable(tokens, at, start) ? capital : endOfSmallWords(tokens, at, capital, book)
  if (end === at && start.head.takes === 'sector') return []
  const words = tokens.slice(at, end)
  const subject = words.length > 0 ? words.map((token) => token.text).join(' ') : null
  const rest = parseNameRest(tokens, end, start.head, {}, book.places)
  const named = book.isWholeName && !rest.level && !rest.placeName ? findProvince(tokens, at, end, book) : undefined
  return [{ ...start, sector: null, subject, subjectKey: joinKey(words), ...rest, ...named }]
}

// "Báo Bình Phước": the province is all of the name, and tells the place.
function findProvince(
  tokens: readonly Token[],
  at: number,
  end: number,
  { lexicon }: ParseBook,
): Pick<NameRest, 'level' | 'placeName'> | undefined {
  const province = lexicon.provinces.findExact(tokens, at).find((hit) => hit.end === end)
  return province && { level: 'province', placeName: province.value.name }
}

// Free words run to the level, the committee or the bracket.
function endOfSubject(tokens: readonly Token[], at: number, book: ParseBook): number {
  let end = at
  while (end < tokens.length && !tokens[end]!.startsSentence && !startsRest(tokens, end, at, book)) {
    if (!book.isWholeName && !isNameWord(tokens, end)) break
    end++
  }
  return end
}

// "Báo" mostly is a verb, "hội nghị" and "trường hợp" are no offices.
const EVERYDAY_HEAD = /^(?:bao|hoi|truong)$/

/** "Đài", "trung tâm": heads whose names may go on in small words. */
function isUnmistakable(tokens: readonly Token[], at: number, { head, quality }: Start): boolean {
  const word = tokens[at - 1]!
  return quality >= 1 && !EVERYDAY_HEAD.test(head.kind) && (head.name.includes(' ') || word.text.toLowerCase() !== word.folded)
}

const MOST_SMALL_WORDS = 4
/** What no name goes on with: a verb, a question, a linker. */
const NO_NAME_WORD =
  /^(?:lam|lo|co|phai|duoc|da|dang|chua|se|thi|la|o|cua|tai|cho|va|voi|nao|gi|nay|kia|do|ay|khong|bao|gui|nop|chu|phoi|cac|nhung|moi|trong|theo|ve|den|tu|hay|con|nhan|thuc|trien|tham|xong|roi)$/

/** "Trung tâm Y tế", "đài truyền thanh huyện": small words go on with a name up to its level, or end a word of two syllables. */
function endOfSmallWords(tokens: readonly Token[], at: number, end: number, book: ParseBook): number {
  const isSmall = (place: number) => {
    const token = tokens[place]
    return token !== undefined && !token.startsSentence && /^\p{L}+$/u.test(token.text) && !NO_NAME_WORD.test(token.folded)
  }
  let next = end
  while (next < end + MOST_SMALL_WORDS && isSmall(next) && !startsRest(tokens, next, at, book)) next++
  if (next > end && next < tokens.length && !tokens[next]!.startsSentence && startsRest(tokens, next, at, book)) return next
  return end > at && tokens[end - 1]!.isCapital && isSmall(end) && !startsRest(tokens, end, at, book) ? end + 1 : end
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  return token.isCapital || /^\d/.test(token.text) || (token.isAnd && tokens[at + 1]?.isCapital === true)
}

function isCommittee({ head, isShort }: HeadReading): boolean {
  return head.group === 'party-committee' && !isShort
}

function startsRest(tokens: readonly Token[], at: number, start: number, book: ParseBook): boolean {
  const { lexicon } = book
  if (at > start && book.isWholeName && findProvince(tokens, at, tokens.length, book)) return true
  if (lexicon.heads.findExact(tokens, at).some(({ value }) => isCommittee(value))) return true
  const level = lexicon.levels.findExact(tokens, at)[0]
  if (!level) return false
  const next = tokens[level.end]
  return !next || next.startsSentence || next.isCapital || !tokens[at]!.isCapital
}

// One-syllable heads and short abbreviations are everyday words too: spelling, tones or capitals must not speak against them.
function isPlausible(tokens: readonly Token[], from: number, hit: PhraseHit<HeadReading>): boolean {
  const { head, isShort } = hit.value
  const token = tokens[from]!
  if (isSplit(tokens, from, hit.end)) return false
  if (hit.edits > 0 && (isShort || hit.letters < 8)) return false
  if (!isShort || hit.end > from + 1) return true
  if (head.shortNeedsCase && token.text !== token.text.toUpperCase()) return false
  return !token.isToned || token.folded.length > 2
}

/** True for two words with a comma between them: "cấp huyện, Ủy ban nhân dân các xã" names no Huyện ủy. */
export function isSplit(tokens: readonly Token[], from: number, end: number): boolean {
  return end === from + 2 && tokens[from + 1]!.startsPart
}

/** How well words were written: 1 = as they should be. */
export function rateHit({ edits, letters, clashes }: PhraseHit<unknown>): number {
  return 1 - (edits / Math.max(letters, 1)) * 0.8 - clashes * 0.03
}
