import { countNoun, isOtherNoun } from './collective-nouns.ts'
import { count, countStops, endsWithLevel, isGlued, isLevel, isMany, isStop, type NameSource } from './name-source.ts'
import type { NameToken } from './unit-name-words.ts'

/** Token after the step, "end" when the name ends before the token, undefined when a rule has nothing to say about it. */
type Step = number | 'end' | undefined
type NameRule = (source: NameSource, at: number, from: number) => Step

const AND = new Set(['va', 'cung', 'hoac', '&'])
const PLACED = new Set(['xa', 'phuong', 'khu', 'huyen', 'tinh', 'pho', 'tran', 'thon'])
/** Heads whose fields are all known. */
const OFFICES = new Set('so bo ubnd hdnd an uy mttq'.split(' '))
const HEADS_IN_LOWER_CASE = new Set('cong ubnd uy cap mat co don hdnd van tinh huyen thanh dang doan doanh chinh'.split(' '))
/** Heads that name nobody without more words. */
const BARE = new Set(['co', 'don', 'van', 'trung', 'hoi'])
const COMPLETE = new Set(['ubnd', 'hdnd', 'mttq'])
const MAX_SUBJECT = 24

/** Index of the token after the unit that begins at a token; inside a list names may stand without capital. */
export function matchUnitEnd(source: NameSource, at: number, isInList: boolean): number | undefined {
  const whole = source.tokens[at]?.isCapital ? count(source, 'paperNames', at) : 0
  const end = matchAnyEnd(source, at, isInList)
  return whole > 0 && at + whole >= (end ?? 0) ? at + whole : end
}

function matchAnyEnd(source: NameSource, at: number, isInList: boolean): number | undefined {
  const first = source.tokens[at]
  if (!first) return undefined
  if (isMany(source, at)) return matchCollectiveEnd(source, at + 1) ?? matchManyPostsEnd(source, at + 1)
  if (first.word === 'toan' && source.tokens[at + 1]?.word === 'the') return matchCollectiveEnd(source, at + 2)
  const post = count(source, 'posts', at)
  if (post > 0) return matchPostEnd(source, at, post, isInList)
  if (isBareCollective(source, at) || (isInList && isLowerNoun(source, at))) return matchCollectiveEnd(source, at)
  return matchNamedEnd(source, at, isInList)
}

// "Giám đốc Sở Nội vụ", "Giám đốc Sở", "Thủ tướng Chính phủ".
function matchPostEnd(source: NameSource, at: number, post: number, isInList: boolean): number | undefined {
  const owner = isGlued(source, at + post) ? matchUnitEnd(source, at + post, true) : undefined
  // "Trưởng Ban Chỉ đạo": the ban is that of the unit.
  const longer = owner === undefined && post > 1 ? matchNamedEnd(source, at + post - 1, true) : undefined
  if (longer !== undefined && longer > at + post) return longer
  return (
    owner ??
    matchBareOwnerEnd(source, at + post) ??
    matchSharedEnd(source, at + post) ??
    (post > 1 && (isInList || source.tokens[at]!.isCapital) ? at + post : undefined)
  )
}

// "các Phó Chủ tịch Ủy ban nhân dân tỉnh"
function matchManyPostsEnd(source: NameSource, at: number): number | undefined {
  const post = count(source, 'posts', at)
  return post > 0 && isGlued(source, at) && isGlued(source, at + post) ? matchUnitEnd(source, at + post, true) : undefined
}

// "Giám đốc, Thủ trưởng các sở, ban, ngành": two posts in the same many units.
function matchSharedEnd(source: NameSource, at: number): number | undefined {
  const other = count(source, 'posts', at)
  const isJoined = other > 0 && /^\s*,\s*$/.test(source.tokens[at]?.gap ?? '')
  return isJoined && isGlued(source, at + other) && isMany(source, at + other)
    ? matchCollectiveEnd(source, at + other + 1)
    : undefined
}

// "Giám đốc Sở", "trực thuộc Sở": the unit that the reader is in.
function matchBareOwnerEnd(source: NameSource, at: number): number | undefined {
  const head = source.tokens[at]?.isCapital && isGlued(source, at) ? count(source, 'heads', at) : 0
  return head > 0 ? at + head : undefined
}

// "Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố": counted without "các".
function isBareCollective(source: NameSource, at: number): boolean {
  const noun = count(source, 'collectives', at)
  const after = source.tokens[at + noun]
  const isListed = noun > 0 && after !== undefined && /^\s*[,-]\s*$/.test(after.gap) && !after.isCapital
  return isListed && count(source, 'collectives', at + noun) > 0
}

function isLowerNoun(source: NameSource, at: number): boolean {
  const isHead = count(source, 'heads', at) > 1 && count(source, 'subjectHeads', at) === 0
  return !source.tokens[at]!.isCapital && !isHead && count(source, 'collectives', at) > 0
}

function matchNamedEnd(source: NameSource, at: number, isInList: boolean): number | undefined {
  const first = source.tokens[at]!
  const head = count(source, 'heads', at)
  // "Báo cáo" is no paper.
  if (count(source, 'strongStops', at) > head) return undefined
  if (head === 0 && isInList && first.isAcronym) return at + 1
  if (head === 0) return isMisreadHead(source, at) ? matchProperEnd(source, at + 1, 1) : undefined
  if (!isHeadSpelled(source, at)) return undefined
  return count(source, 'subjectHeads', at) === head ? matchSubjectEnd(source, at + head) : matchProperEnd(source, at + head, head)
}

// "Giao sở Nông nghiệp và Môi trường": scans lose capitals.
function isHeadSpelled(source: NameSource, at: number): boolean {
  const { isCapital, word } = source.tokens[at]!
  return (
    isCapital || HEADS_IN_LOWER_CASE.has(word) || (source.tokens[at + 1]?.isCapital === true && count(source, 'fields', at + 1) > 0)
  )
}

/** "Sơ Thông tin và Truyền thông", "Sử Văn hóa, …": a head whose tone was restored wrongly, given away by the field behind it. */
export function isMisreadHead(source: NameSource, at: number): boolean {
  const { word, isCapital } = source.tokens[at]!
  return isCapital && source.tables.misreadHeads.has(word) && count(source, 'fields', at + 1) > 0
}

/** "Ban Chỉ đạo Công tác thông tin đối ngoại huyện": free words up to a verb that ends any name. */
function matchSubjectEnd(source: NameSource, from: number): number {
  let at = from
  while (at < source.tokens.length && at - from < MAX_SUBJECT && goesOnInSubject(source, at)) at += 1
  return at
}

function goesOnInSubject(source: NameSource, at: number): boolean {
  const { gap, isCapital } = source.tokens[at]!
  if (count(source, 'subjectEnds', at) > 0 || countStops(source, 'strongStops', at) > 0 || joinsOtherUnit(source, at)) return false
  if (endsWithLevel(source, at) && isStop(source, at)) return false
  if (/^[\s\-–]*$/.test(gap)) return true
  return /^\s*,\s*$/.test(gap) && !isCapital && !isMany(source, at) && countStops(source, 'stops', at) === 0
}

function joinsOtherUnit(source: NameSource, at: number): boolean {
  const isJoint = AND.has(source.tokens[at]!.word) && at + 1 < source.tokens.length
  return isJoint && (isMany(source, at + 1) || startsOtherUnit(source, at + 1))
}

/** After the head: a known field, then whatever keeps the name going. */
function matchProperEnd(source: NameSource, from: number, head: number): number | undefined {
  const at = walk(source, from, NAME_RULES)
  return at === from && isNobody(source, from, head) ? undefined : at
}

// "Sở" alone names nobody, "Công an" and "UBND" do.
function isNobody({ tokens }: NameSource, from: number, head: number): boolean {
  const { word } = tokens[from - 1]!
  return (head < 3 && BARE.has(tokens[from - head]!.word)) || (head === 1 && word.length < 5 && !COMPLETE.has(word))
}

function walk(source: NameSource, from: number, rules: readonly NameRule[]): number {
  let at = from
  while (at < source.tokens.length) {
    const step = rules.map((rule) => rule(source, at, from)).find((result) => result !== undefined)
    if (step === undefined || step === 'end') break
    at = step
  }
  return at
}

function startsOtherUnit(source: NameSource, at: number): boolean {
  return source.tokens[at]!.isCapital && (count(source, 'heads', at) > 0 || count(source, 'posts', at) > 0)
}

function matchFreeWordsEnd(source: NameSource, at: number, from: number): Step {
  const { tokens } = source
  if (tokens.slice(from, at).some((_, index) => isLevel(source, from + index))) return undefined
  const end = tokens.findIndex((_, index) => index >= at && !isFreeWord(source, index))
  return end > at && end <= at + 4 && isLevel(source, end) && isGlued(source, end) ? end : undefined
}

function isFreeWord(source: NameSource, at: number): boolean {
  const { isCapital } = source.tokens[at]!
  return isGlued(source, at) && !isCapital && !isLevel(source, at) && !isStop(source, at) && count(source, 'nameEnds', at) === 0
}

/** "UBND các xã, phường: Hòa Bình, Kỳ Sơn và phường Tân Hòa": places that the level named before them counts. */
function matchNextPlaceEnd(source: NameSource, at: number, from: number): Step {
  const { tokens } = source
  const { word, gap } = tokens[at]!
  const isJoined = word === 'va' && isGlued(source, at)
  const isNext = isJoined || /^\s*:\s*$/.test(gap) || (/^\s*,\s*$/.test(gap) && tokens[at - 1]!.isCapital)
  if (!isNext || !tokens.slice(from - 1, at).some(isLevelOfPlaces)) return undefined
  const place = skipLevel(tokens, isJoined ? at + 1 : at)
  return (place === at || isGlued(source, place)) && isPlainName(source, place) ? place + 1 : undefined
}

function isPlainName(source: NameSource, at: number): boolean {
  return source.tokens[at]?.isCapital === true && !startsOtherUnit(source, at)
}

function isLevelOfPlaces({ word, isCapital }: NameToken): boolean {
  return PLACED.has(word) && !isCapital
}

function skipLevel(tokens: readonly NameToken[], at: number): number {
  const level = tokens[at]
  return level && isLevelOfPlaces(level) ? at + 1 : at
}

// One small rule per way in which a name goes on or ends; the first that has something to say decides.
const NAME_RULES: readonly NameRule[] = [
  (source, at, from) =>
    source.tokens.slice(from, at).some((_, index) => isMany(source, from + index))
      ? matchNextPlaceEnd(source, at, from)
      : undefined,
  // A comma goes on only between levels: "UBND xã, phường, đặc khu".
  (source, at) => {
    const { gap } = source.tokens[at]!
    if (/^[\s\-–—&/]*$/.test(gap) || (gap.startsWith('.') && source.tokens[at - 1]!.word === 'tp')) return undefined
    const isNext = /^\s*,\s*$/.test(gap) && isLevel(source, at) && !isStop(source, at)
    return isNext && count(source, 'qualifiers', at) > 0 ? at + count(source, 'qualifiers', at) : 'end'
  },
  // "Ban Tuyên giáo - Cơ quan thường trực …"
  (source, at) => {
    const { gap, word } = source.tokens[at]!
    return startsOtherUnit(source, at) && (/[-–—]/.test(gap) || word === 'co' || word === 'don') ? 'end' : undefined
  },
  (source, at) => {
    const field = count(source, 'fields', at)
    return field > 0 && (source.tokens[at]!.isCapital || !isStop(source, at)) ? at + field : undefined
  },
  (source, at) => (isStop(source, at) ? 'end' : undefined),
  (source, at) => {
    const qualifier = count(source, 'qualifiers', at)
    return qualifier > 0 ? matchQualifierEnd(source, at, qualifier) : undefined
  },
  (source, at) => (isMany(source, at) ? (matchCollectiveEnd(source, at + 1) ?? 'end') : undefined),
  (source, at) => (source.tokens[at]!.isCapital || /^\d+$/.test(source.tokens[at]!.word) ? at + 1 : undefined),
  (source, at) => {
    if (source.tokens[at]!.word !== 'va') return undefined
    return source.tokens[at + 1]?.isCapital && !startsOtherUnit(source, at + 1) ? at + 1 : 'end'
  },
  // "Trung tâm Thanh thiếu niên tỉnh": the place tells where the free words of a name end.
  (source, at, from) => (OFFICES.has(source.tokens[from - 1]!.word) ? undefined : matchFreeWordsEnd(source, at, from)),
  // The second syllable of a word: "Khoa học".
  (source, at, from) => (at > from && source.tokens[at - 1]!.isCapital && count(source, 'nameEnds', at) === 0 ? at + 1 : 'end'),
]

// "trực thuộc Trung ương", "thuộc UBND tỉnh", "các xã, phường": the narrowing words and what they name.
function matchQualifierEnd(source: NameSource, at: number, qualifier: number): number {
  const end = at + qualifier
  const last = source.tokens[end - 1]!
  if (isMany(source, end - 1)) return matchCollectiveEnd(source, end) ?? end
  if (last.word !== 'thuoc') return end
  const owner = isGlued(source, end) ? matchUnitEnd(source, end, true) : undefined
  return owner ?? matchBareOwnerEnd(source, end) ?? end
}

/** After "các": nouns joined by commas, then what narrows them down. */
function matchCollectiveEnd(source: NameSource, from: number): number | undefined {
  const first = matchNounEnd(source, from, true)
  return first === undefined ? undefined : walk(source, first, COLLECTIVE_RULES)
}

function matchNounEnd(source: NameSource, at: number, isFirst: boolean): number | undefined {
  const noun = countNoun(source, at)
  if (noun === 0 || (!isFirst && (startsOtherUnit(source, at) || count(source, 'posts', at) > noun))) return undefined
  const isVerb = !isFirst && isStop(source, at) && Math.max(count(source, 'stops', at), count(source, 'strongStops', at)) >= noun
  return isVerb ? undefined : at + noun
}

const COLLECTIVE_RULES: readonly NameRule[] = [
  matchNextPlaceEnd,
  (source, at) => (/^\s*[,\-–/]?\s*$/.test(source.tokens[at]!.gap) ? undefined : 'end'),
  (source, at, from) => {
    const noun = source.tokens[at]!.word === 'va' ? at + 1 : at
    return (noun > at || !isGlued(source, at)) && isOtherNoun(source, noun, from, at) ? 'end' : undefined
  },
  // "…, ngành", "… và đoàn thể"
  (source, at) =>
    source.tokens[at]!.word === 'va' && isGlued(source, at) ? (matchNounEnd(source, at + 1, false) ?? 'end') : undefined,
  (source, at) => (isGlued(source, at) ? undefined : matchNounEnd(source, at, false)),
  // "ban tự quản các thôn, buôn"
  (source, at) => (isGlued(source, at) && isMany(source, at) ? matchNounEnd(source, at + 1, true) : undefined),
  // "các sở giáo dục và đào tạo"
  (source, at) => {
    const field = isGlued(source, at) ? count(source, 'fields', at) : 0
    return field > 1 && field > count(source, 'stops', at) ? at + field : undefined
  },
  // "các Ban Xây dựng Đảng Huyện ủy"
  (source, at) => {
    const owner = source.tokens[at]!.isCapital && isGlued(source, at) ? count(source, 'heads', at) : 0
    return owner > 1 && owner > count(source, 'qualifiers', at) ? at + owner : undefined
  },
  // "các cơ quan Báo và Phát thanh, Truyền hình Nghệ An"
  (source, at, from) =>
    at === from && isGlued(source, at) && startsOtherUnit(source, at) ? matchNamedEnd(source, at, true) : undefined,
  (source, at) => (isStop(source, at) ? 'end' : undefined),
  (source, at) => {
    const qualifier = count(source, 'qualifiers', at)
    const isNewList = isMany(source, at) && !isGlued(source, at)
    return qualifier > 0 && !isNewList ? matchQualifierEnd(source, at, qualifier) : undefined
  },
  (source, at) => (source.tokens[at]!.isCapital && isGlued(source, at) && !startsOtherUnit(source, at) ? at + 1 : 'end'),
]
