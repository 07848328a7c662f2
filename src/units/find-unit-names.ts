import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import {
  lengthAt,
  phraseAt,
  readNameTables,
  readNameTokens,
  type NameTables,
  type NameToken,
  type UnitWords,
} from './unit-name-words.ts'

/** A unit's name inside a text. */
export type FoundUnitName = {
  /** Spelled as the registry spells it. */
  readonly name: string
  readonly start: number
  readonly end: number
  /** Stands for many units: "các sở, ban, ngành". */
  readonly isCollective: boolean
}

/** Names that stand in one list, "Sở A, Sở B và các đơn vị liên quan". */
export type UnitList = { readonly units: readonly FoundUnitName[]; readonly start: number; readonly end: number }

const REACH = 900
const MANY = new Set(['cac', 'nhung', 'moi', 'tung'])
const JOINTS = new Set(['va', 'cung', 'hoac', '&'])
const HEADS_IN_LOWER_CASE = new Set([
  'cong',
  'ubnd',
  'uy',
  'cap',
  'mat',
  'co',
  'don',
  'hdnd',
  'van',
  'tinh',
  'huyen',
  'thanh',
  'dang',
  'doan',
  'doanh',
  'chinh',
])
const ENDS = new Set(
  'va voi cua cho tai la duoc theo trong tren ve tu den de nham khi neu co thi nhu do bang qua cung tien truoc sau hang dinh se phai can da dang se cung lam co'.split(
    ' ',
  ),
)
/** Heads that name nobody without more words. */
const BARE = new Set(['co', 'don', 'van', 'trung', 'hoi'])
const BRACKET = /^\s*\(([^()]{2,90})\)/
const MISREAD_HEADS: Readonly<Record<string, string>> = { so: 'sở', su: 'sở', s: 'sở', phong: 'phòng', bo: 'bộ', ban: 'ban' }
const RANGE =
  /^\s+từ\s+(?:tỉnh\s+|thành phố\s+)?\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)*\s+đến\s+(?:tỉnh\s+|thành phố\s+)?\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)*/u

/** The list of unit names that begins exactly at an offset of an NFC text. Stops are words with which a predicate begins. */
export function matchUnitList(text: string, from: number, words: UnitWords, stops: readonly string[]): UnitList | undefined {
  const tables = readNameTables(words, stops)
  const units: FoundUnitName[] = []
  let at = from
  for (;;) {
    const start = units.length === 0 ? at : skipJoint(text, at)
    const unit = start === undefined ? undefined : matchUnit(text, start, tables, words, units.length > 0)
    if (!unit) break
    const bracket = readBracket(text, unit.end, words, stops)
    units.push(bracket?.isUnit ? { ...unit, name: `${unit.name} (${bracket.words})`, end: bracket.end } : unit)
    at = bracket?.end ?? unit.end
  }
  const [first] = units
  return first && { units, start: first.start, end: units.at(-1)!.end }
}

// ", " or "và" or ";" between two names of a list.
function skipJoint(text: string, at: number): number | undefined {
  const joint = /^\s*[,;]\s*(?:và\s+|cùng\s+)?|^\s+(?:và|cùng|hoặc|&)\s+(?:với\s+)?/.exec(text.slice(at, at + 20))
  return joint ? at + joint[0].length : undefined
}

/** "(Sở Nội vụ)" after a name belongs to it; other brackets are stepped over when the list goes on behind them. */
function readBracket(
  text: string,
  at: number,
  words: UnitWords,
  stops: readonly string[],
): { isUnit: boolean; words: string; end: number } | undefined {
  const match = BRACKET.exec(text.slice(at, at + 100))
  if (!match) return undefined
  const end = at + match[0].length
  const inner = matchUnitList(match[1]!, 0, words, stops)
  const isUnit = inner !== undefined && inner.end >= match[1]!.trimEnd().length
  return isUnit || /^\s*(?:[,;]|và\s)/.test(text.slice(end, end + 5)) ? { isUnit, words: match[1]!, end } : undefined
}

function matchUnit(text: string, from: number, tables: NameTables, words: UnitWords, isInList: boolean): FoundUnitName | undefined {
  const tokens = readNameTokens(text.slice(from, from + REACH))
  if (!tokens[0] || !/^[\s"“]*$/.test(tokens[0].gap)) return undefined
  const count = endOfUnit(tokens, 0, tables, isInList)
  if (count === undefined) return undefined
  const start = from + tokens[0].start
  const range = RANGE.exec(text.slice(from + tokens[count - 1]!.end))
  const end = from + tokens[count - 1]!.end + (range?.[0].length ?? 0)
  const read = tokens.slice(0, count)
  const isCollective =
    read.some(({ word }) => MANY.has(word)) ||
    (read[0]!.word !== 'ubnd' &&
      read.some(
        ({ gap }, index) =>
          index > 0 && gap.includes(',') && !read[index]!.isCapital && lengthAt(tables.collectives, read, index) > 0,
      ))
  return { name: spellUnitName(repairTones(text.slice(start, end), tables), words), start, end, isCollective }
}

/** Index of the token after the unit that begins at a token. */
function endOfUnit(tokens: readonly NameToken[], at: number, tables: NameTables, isInList: boolean): number | undefined {
  const first = tokens[at]
  if (!first) return undefined
  if (MANY.has(first.word)) return endOfCollective(tokens, at + 1, tables)
  if (first.word === 'toan' && tokens[at + 1]?.word === 'the') return endOfCollective(tokens, at + 2, tables)
  const post = lengthAt(tables.posts, tokens, at)
  if (post > 0) {
    const owner = tokens[at + post] && /^\s*$/.test(tokens[at + post]!.gap) ? endOfUnit(tokens, at + post, tables, true) : undefined
    return owner ?? endOfBareOwner(tokens, at + post, tables) ?? (post > 1 && first.isCapital ? at + post : undefined)
  }
  const head = lengthAt(tables.heads, tokens, at)
  if (isInList && first.isAcronym && head === 0) return at + 1
  if (
    isBareCollective(tokens, at, tables) ||
    (isInList && !first.isCapital && head < 2 && lengthAt(tables.collectives, tokens, at) > 0)
  )
    return endOfCollective(tokens, at, tables)
  if (head === 0 && isMisreadHead(tokens, at, tables)) return endOfProperName(tokens, at + 1, 1, tables)
  if (head === 0 || (!first.isCapital && !HEADS_IN_LOWER_CASE.has(first.word))) return undefined
  if (lengthAt(tables.subjectHeads, tokens, at) === head) return endOfSubject(tokens, at + head, tables)
  return endOfProperName(tokens, at + head, head, tables)
}

// "Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố": counted without "các".
function isBareCollective(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  const noun = lengthAt(tables.collectives, tokens, at)
  const after = tokens[at + noun]
  return (
    noun > 0 &&
    after !== undefined &&
    /^\s*[,-]\s*$/.test(after.gap) &&
    !after.isCapital &&
    lengthAt(tables.collectives, tokens, at + noun) > 0
  )
}

// "Sơ Thông tin và Truyền thông", "Sử Văn hóa, …": a head whose tone was restored wrongly, given away by the field behind it.
function isMisreadHead(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  return tokens[at]!.isCapital && MISREAD_HEADS[tokens[at]!.word] !== undefined && lengthAt(tables.fields, tokens, at + 1) > 0
}

function isStop(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  if (lengthAt(tables.strongStops, tokens, at) > 0) return true
  const stop = tokens[at]!.isCapital ? 0 : lengthAt(tables.stops, tokens, at)
  return stop > 0 && stop >= lengthAt(tables.qualifiers, tokens, at)
}

/** "Ban Chỉ đạo Công tác thông tin đối ngoại huyện": free words up to a verb that ends any name. */
function endOfSubject(tokens: readonly NameToken[], from: number, tables: NameTables): number {
  let at = from
  while (at < tokens.length && at - from < 24) {
    const { word, gap } = tokens[at]!
    const isJoined =
      /^[\s\-–]*$/.test(gap) ||
      (/^\s*,\s*$/.test(gap) && !tokens[at]!.isCapital && lengthAt(tables.stops, tokens, at) === 0 && !MANY.has(word))
    if (
      !isJoined ||
      lengthAt(tables.strongStops, tokens, at) > 0 ||
      (JOINTS.has(word) && tokens[at + 1] && (MANY.has(tokens[at + 1]!.word) || startsOtherUnit(tokens, at + 1, tables)))
    )
      break
    if (['trong', 'theo', 'tai', 'nham', 'de', 'voi', 'duoc', 'co', 'da', 'se'].includes(word)) break
    at += 1
  }
  return at
}

/** After the head: a known field, then whatever keeps the name going. */
function endOfProperName(tokens: readonly NameToken[], from: number, head: number, tables: NameTables): number | undefined {
  let at = from
  for (let next = stepInName(tokens, at, from, tables); next !== undefined; next = stepInName(tokens, at, from, tables)) at = next
  const isBareHead =
    at === from &&
    ((head < 3 && BARE.has(tokens[from - head]!.word)) ||
      (head === 1 && tokens[from - 1]!.word.length < 5 && !/^(?:ubnd|hdnd|mttq)$/.test(tokens[from - 1]!.word)))
  return isBareHead ? undefined : at
}

function stepInName(tokens: readonly NameToken[], at: number, from: number, tables: NameTables): number | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const qualifier = lengthAt(tables.qualifiers, tokens, at)
  if (!/^[\s\-–—&/]*$/.test(token.gap)) {
    const isLevels =
      /^\s*,\s*$/.test(token.gap) && !token.isCapital && qualifier > 0 && !MANY.has(token.word) && !isStop(tokens, at, tables)
    return isLevels && /^(?:tinh|huyen|thanh|thi|quan|xa|phuong|dac)$/.test(token.word) ? at + qualifier : undefined
  }
  if (startsOtherUnit(tokens, at, tables) && (/[-–—]/.test(token.gap) || /^(?:co|don)$/.test(token.word))) return undefined
  const field = lengthAt(tables.fields, tokens, at)
  if (field > 0 && (token.isCapital || !isStop(tokens, at, tables))) return at + field
  if (isStop(tokens, at, tables)) return undefined
  if (qualifier > 0) return endOfQualifier(tokens, at, qualifier, tables)
  if (MANY.has(token.word)) return endOfCollective(tokens, at + 1, tables)
  if (token.isCapital || /^\d+$/.test(token.word)) return at + 1
  if (token.word === 'va') return tokens[at + 1]?.isCapital && !startsOtherUnit(tokens, at + 1, tables) ? at + 1 : undefined
  return at > from && tokens[at - 1]!.isCapital && !ENDS.has(token.word) ? at + 1 : undefined
}

// "Giám đốc Sở": the unit that the reader is in.
function endOfBareOwner(tokens: readonly NameToken[], at: number, tables: NameTables): number | undefined {
  const token = tokens[at]
  const head = token?.isCapital && /^\s*$/.test(token.gap) ? lengthAt(tables.heads, tokens, at) : 0
  return head > 0 ? at + head : undefined
}

// "trực thuộc Trung ương", "thuộc UBND tỉnh", "các xã, phường": the narrowing words and what they name.
function endOfQualifier(tokens: readonly NameToken[], at: number, qualifier: number, tables: NameTables): number {
  const end = at + qualifier
  const last = tokens[end - 1]!.word
  if (last !== 'thuoc' && !MANY.has(last)) return end
  if (MANY.has(last)) return endOfCollective(tokens, end, tables) ?? end
  const owner = tokens[end] && /^\s*$/.test(tokens[end]!.gap) ? endOfUnit(tokens, end, tables, true) : undefined
  return owner ?? endOfBareOwner(tokens, end, tables) ?? end
}

/** After "các": nouns joined by commas, then what narrows them down. */
function endOfCollective(tokens: readonly NameToken[], from: number, tables: NameTables): number | undefined {
  let at = from
  let nouns = 0
  for (;;) {
    const next = stepInCollective(tokens, at, at === from, nouns, tables)
    if (next === undefined) break
    if (next.isNoun) nouns += 1
    at = next.at
  }
  return nouns > 0 ? at : undefined
}

function stepInCollective(
  tokens: readonly NameToken[],
  at: number,
  isFirst: boolean,
  nouns: number,
  tables: NameTables,
): { at: number; isNoun: boolean } | undefined {
  const token = tokens[at]
  if (!token || !(isFirst || /^\s*[,\-–/]?\s*$/.test(token.gap))) return undefined
  const isAnd = token.word === 'va' && nouns > 0 && /^\s*$/.test(token.gap)
  const place = isAnd ? at + 1 : at
  const noun = lengthAt(tables.collectives, tokens, place)
  const isList = isFirst || isAnd || /[,\-–/]/.test(token.gap)
  if (noun > 0 && isList && !(nouns > 0 && startsOtherUnit(tokens, place, tables)) && !(nouns > 0 && isStop(tokens, place, tables)))
    return { at: place + noun, isNoun: true }
  if (isAnd || nouns === 0) return undefined
  const field = nouns > 0 && /^\s*$/.test(token.gap) ? lengthAt(tables.fields, tokens, at) : 0
  if (field > 1 && field > lengthAt(tables.stops, tokens, at)) return { at: at + field, isNoun: false }
  const owner = token.isCapital && /^\s*$/.test(token.gap) ? lengthAt(tables.heads, tokens, at) : 0
  const qualifier = lengthAt(tables.qualifiers, tokens, at)
  if (owner > qualifier && owner > 1) return { at: at + owner, isNoun: false }
  if (qualifier > 0 && !isStop(tokens, at, tables) && !(token.gap.includes(',') && MANY.has(token.word)))
    return { at: endOfQualifier(tokens, at, qualifier, tables), isNoun: false }
  if (token.isCapital && /^\s*$/.test(token.gap) && !isStop(tokens, at, tables) && !startsOtherUnit(tokens, at, tables))
    return { at: at + 1, isNoun: false }
  return undefined
}

function startsOtherUnit(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  return tokens[at]!.isCapital && (lengthAt(tables.heads, tokens, at) > 0 || lengthAt(tables.posts, tokens, at) > 0)
}

/** Gives the words of known heads and fields their right tones. */
function repairTones(name: string, tables: NameTables): string {
  const tokens = readNameTokens(name.normalize('NFC'))
  const right = new Map<number, string>()
  if (tokens[0] && isMisreadHead(tokens, 0, tables)) right.set(0, MISREAD_HEADS[tokens[0].word]!)
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phraseAt(tables.fields, tokens, at) ?? phraseAt(tables.heads, tokens, at)
    if (!phrase || phrase.length < 2) continue
    for (const [index, { toned }] of phrase.entries()) right.set(at + index, toned)
    at += phrase.length - 1
  }
  return [...right].toReversed().reduce((text, [at, toned]) => {
    const { start, end, isCapital } = tokens[at]!
    const isShouted = text.slice(start, end) === text.slice(start, end).toUpperCase() && end - start > 1
    const word = isShouted ? toned.toUpperCase() : isCapital ? toned.charAt(0).toUpperCase() + toned.slice(1) : toned
    return normalize(text.slice(start, end)).toLowerCase() === toned ? text : text.slice(0, start) + word + text.slice(end)
  }, name.normalize('NFC'))
}

/** The name as the registry spells it: modern tone marks, "UBND" for "Ủy ban nhân dân", "Ban Chỉ đạo 35 huyện" for "… cấp huyện". */
export function spellUnitName(name: string, words: UnitWords): string {
  let spelled = normalize(name).replace(/\s+/g, ' ').trim()
  for (const [long, short] of Object.entries(words.spellings)) {
    const at = fold(spelled).indexOf(fold(long))
    if (at >= 0) spelled = `${spelled.slice(0, at)}${short}${spelled.slice(at + fold(long).length)}`
  }
  return spelled.replace(/(?<=\d )cấp (?=tỉnh|huyện|xã)/u, '')
}

/** Every unit name of an NFC text, in order. */
export function findUnitNames(text: string, words: UnitWords, stops: readonly string[]): FoundUnitName[] {
  const found: FoundUnitName[] = []
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)) {
    if (index < (found.at(-1)?.end ?? 0)) continue
    found.push(...(matchUnitList(text, index, words, stops)?.units ?? []))
  }
  return found
}
