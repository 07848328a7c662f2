import { lengthAt, type NameTables, type NameToken } from './unit-name-words.ts'

/** What a name is read from: the tokens of a text and the tables of known words. */
export type NameSource = { readonly tokens: readonly NameToken[]; readonly tables: NameTables }

/** Token after the step, "end" when the name ends before the token, undefined when a rule has nothing to say about it. */
type Step = number | 'end' | undefined
type NameRule = (source: NameSource, at: number, from: number) => Step

const MANY = new Set(['cac', 'nhung', 'moi', 'tung'])
const AND = new Set(['va', 'cung', 'hoac', '&'])
const LEVELS = new Set(['tinh', 'huyen', 'thanh', 'thi', 'quan', 'xa', 'phuong', 'dac'])
const HEADS_IN_LOWER_CASE = new Set('cong ubnd uy cap mat co don hdnd van tinh huyen thanh dang doan doanh chinh'.split(' '))
/** Heads that name nobody without more words. */
const BARE = new Set(['co', 'don', 'van', 'trung', 'hoi'])
const COMPLETE = new Set(['ubnd', 'hdnd', 'mttq'])
/** Small words that no name goes on with. */
const ENDS = new Set(
  'va voi cua cho tai la duoc theo trong tren ve tu den de nham khi neu co thi nhu do bang qua cung tien truoc sau hang dinh se phai can da dang lam'.split(
    ' ',
  ),
)
const SUBJECT_ENDS = new Set('trong theo tai nham de voi duoc co da se'.split(' '))
const MAX_SUBJECT = 24

/** True for words that count units: "các", "những", "mỗi". */
export function isMany(word: string): boolean {
  return MANY.has(word)
}

/** Index of the token after the unit that begins at a token; inside a list names may stand without capital. */
export function matchUnitEnd(source: NameSource, at: number, isInList: boolean): number | undefined {
  const first = source.tokens[at]
  if (!first) return undefined
  if (MANY.has(first.word)) return matchCollectiveEnd(source, at + 1)
  if (first.word === 'toan' && source.tokens[at + 1]?.word === 'the') return matchCollectiveEnd(source, at + 2)
  const post = count(source, 'posts', at)
  if (post > 0) return matchPostEnd(source, at, post)
  if (isBareCollective(source, at) || (isInList && isLowerNoun(source, at))) return matchCollectiveEnd(source, at)
  return matchNamedEnd(source, at, isInList)
}

function count({ tokens, tables }: NameSource, table: Exclude<keyof NameTables, 'misreadHeads'>, at: number): number {
  return lengthAt(tables[table], tokens, at)
}

function isGlued({ tokens }: NameSource, at: number): boolean {
  return /^\s*$/.test(tokens[at]?.gap ?? '-')
}

// "Giám đốc Sở Nội vụ", "Giám đốc Sở", "Thủ tướng Chính phủ".
function matchPostEnd(source: NameSource, at: number, post: number): number | undefined {
  const owner = isGlued(source, at + post) ? matchUnitEnd(source, at + post, true) : undefined
  return owner ?? matchBareOwnerEnd(source, at + post) ?? (post > 1 && source.tokens[at]!.isCapital ? at + post : undefined)
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
  return !source.tokens[at]!.isCapital && count(source, 'heads', at) < 2 && count(source, 'collectives', at) > 0
}

function matchNamedEnd(source: NameSource, at: number, isInList: boolean): number | undefined {
  const first = source.tokens[at]!
  const head = count(source, 'heads', at)
  if (head === 0 && isInList && first.isAcronym) return at + 1
  if (head === 0) return isMisreadHead(source, at) ? matchProperEnd(source, at + 1, 1) : undefined
  if (!first.isCapital && !HEADS_IN_LOWER_CASE.has(first.word)) return undefined
  return count(source, 'subjectHeads', at) === head ? matchSubjectEnd(source, at + head) : matchProperEnd(source, at + head, head)
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
  const { word, gap, isCapital } = source.tokens[at]!
  if (SUBJECT_ENDS.has(word) || count(source, 'strongStops', at) > 0) return false
  const after = source.tokens[at + 1]
  if (AND.has(word) && after && (MANY.has(after.word) || startsOtherUnit(source, at + 1))) return false
  if (/^[\s\-–]*$/.test(gap)) return true
  return /^\s*,\s*$/.test(gap) && !isCapital && !MANY.has(word) && count(source, 'stops', at) === 0
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

function isStop(source: NameSource, at: number): boolean {
  if (count(source, 'strongStops', at) > 0) return true
  const stop = source.tokens[at]!.isCapital ? 0 : count(source, 'stops', at)
  return stop > 0 && stop >= count(source, 'qualifiers', at)
}

// One small rule per way in which a name goes on or ends; the first that has something to say decides.
const NAME_RULES: readonly NameRule[] = [
  // A comma goes on only between levels: "UBND xã, phường, đặc khu".
  (source, at) => {
    const { gap, word, isCapital } = source.tokens[at]!
    if (/^[\s\-–—&/]*$/.test(gap)) return undefined
    const isLevel = /^\s*,\s*$/.test(gap) && !isCapital && LEVELS.has(word) && !isStop(source, at)
    return isLevel && count(source, 'qualifiers', at) > 0 ? at + count(source, 'qualifiers', at) : 'end'
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
  (source, at) => (MANY.has(source.tokens[at]!.word) ? (matchCollectiveEnd(source, at + 1) ?? 'end') : undefined),
  (source, at) => (source.tokens[at]!.isCapital || /^\d+$/.test(source.tokens[at]!.word) ? at + 1 : undefined),
  (source, at) => {
    if (source.tokens[at]!.word !== 'va') return undefined
    return source.tokens[at + 1]?.isCapital && !startsOtherUnit(source, at + 1) ? at + 1 : 'end'
  },
  // The second syllable of a word: "Khoa học".
  (source, at, from) => (at > from && source.tokens[at - 1]!.isCapital && !ENDS.has(source.tokens[at]!.word) ? at + 1 : 'end'),
]

// "trực thuộc Trung ương", "thuộc UBND tỉnh", "các xã, phường": the narrowing words and what they name.
function matchQualifierEnd(source: NameSource, at: number, qualifier: number): number {
  const end = at + qualifier
  const last = source.tokens[end - 1]!.word
  if (MANY.has(last)) return matchCollectiveEnd(source, end) ?? end
  if (last !== 'thuoc') return end
  const owner = isGlued(source, end) ? matchUnitEnd(source, end, true) : undefined
  return owner ?? matchBareOwnerEnd(source, end) ?? end
}

/** After "các": nouns joined by commas, then what narrows them down. */
function matchCollectiveEnd(source: NameSource, from: number): number | undefined {
  const first = matchNounEnd(source, from, true)
  return first === undefined ? undefined : walk(source, first, COLLECTIVE_RULES)
}

function matchNounEnd(source: NameSource, at: number, isFirst: boolean): number | undefined {
  const noun = source.tokens[at] ? count(source, 'collectives', at) : 0
  if (noun === 0 || (!isFirst && (startsOtherUnit(source, at) || isStop(source, at)))) return undefined
  return at + noun
}

const COLLECTIVE_RULES: readonly NameRule[] = [
  (source, at) => (/^\s*[,\-–/]?\s*$/.test(source.tokens[at]!.gap) ? undefined : 'end'),
  // "…, ngành", "… và đoàn thể"
  (source, at) =>
    source.tokens[at]!.word === 'va' && isGlued(source, at) ? (matchNounEnd(source, at + 1, false) ?? 'end') : undefined,
  (source, at) => (isGlued(source, at) ? undefined : matchNounEnd(source, at, false)),
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
    const isNewList = MANY.has(source.tokens[at]!.word) && !isGlued(source, at)
    return qualifier > 0 && !isNewList ? matchQualifierEnd(source, at, qualifier) : undefined
  },
  (source, at) => (source.tokens[at]!.isCapital && isGlued(source, at) && !startsOtherUnit(source, at) ? at + 1 : 'end'),
]
