import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'

/** unit-words.json: what names of units are made of. */
export type UnitWords = {
  readonly heads: readonly string[]
  readonly posts: readonly string[]
  readonly fields: readonly string[]
  readonly collectives: readonly string[]
  readonly qualifiers: readonly string[]
  readonly levels: readonly string[]
  /** Written-out names that stand abbreviated in the registry: "ủy ban nhân dân" -> "UBND". */
  readonly spellings: Readonly<Record<string, string>>
}

/** A unit's name inside a text. */
export type FoundUnitName = {
  /** Canonical: spelled as the registry spells it. */
  readonly name: string
  readonly start: number
  readonly end: number
  /** Stands for many units: "các sở, ban, ngành". */
  readonly isCollective: boolean
}

/** A run of names that belong together, "Sở A, Sở B và các đơn vị liên quan". */
export type UnitList = { readonly units: readonly FoundUnitName[]; readonly start: number; readonly end: number }

type Token = {
  readonly word: string
  readonly original: string
  readonly start: number
  readonly end: number
  readonly gap: string
}

/** Phrases by their first word, longest first, folded and split. */
type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>

type Tables = {
  readonly heads: PhraseTable
  readonly posts: PhraseTable
  readonly fields: PhraseTable
  readonly collectives: PhraseTable
  readonly qualifiers: PhraseTable
  readonly stops: PhraseTable
}

const TABLES = new WeakMap<UnitWords, Map<readonly string[], Tables>>()

function tablesOf(words: UnitWords, stops: readonly string[]): Tables {
  const known = TABLES.get(words) ?? new Map<readonly string[], Tables>()
  TABLES.set(words, known)
  const found = known.get(stops)
  if (found) return found
  const tables = {
    heads: tableOf(words.heads),
    posts: tableOf(words.posts),
    fields: tableOf(words.fields),
    collectives: tableOf(words.collectives),
    qualifiers: tableOf(words.qualifiers),
    stops: tableOf(stops),
  }
  known.set(stops, tables)
  return tables
}

function tableOf(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = listTokens(phrase).map(({ word }) => word)
    table.set(words[0]!, [...(table.get(words[0]!) ?? []), words])
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length)
  return table
}

function listTokens(text: string): Token[] {
  const folded = fold(text)
  let last = 0
  return [...folded.matchAll(/[\p{L}\p{N}]+|&/gu)].map(({ index, 0: word }) => {
    const gap = folded.slice(last, index)
    last = index + word.length
    return { word, original: text.slice(index, last), start: index, end: last, gap }
  })
}

/** Words of the phrase that stands at a token, 0 when none does. Commas and dashes inside a name are ignored. */
function lengthAt(table: PhraseTable, tokens: readonly Token[], at: number): number {
  for (const phrase of table.get(tokens[at]?.word ?? '') ?? []) {
    const fits = phrase.every((word, index) => {
      const token = tokens[at + index]
      return token?.word === word && (index === 0 || /^[\s,–—\-/&]*$/.test(token.gap))
    })
    if (fits) return phrase.length
  }
  return 0
}

/** The list of unit names that begins exactly at an offset, or undefined. Stops are words with which a predicate begins. */
export function matchUnitList(text: string, from: number, words: UnitWords, stops: readonly string[]): UnitList | undefined {
  const tables = tablesOf(words, stops)
  const tokens = listTokens(text.slice(from, from + 700))
  if (!tokens[0] || !/^[\s"“(]*$/.test(tokens[0].gap)) return undefined
  const units: FoundUnitName[] = []
  let at = 0
  while (at < tokens.length) {
    const next = units.length === 0 ? at : skipJoint(tokens, at)
    if (next === undefined) break
    const end = endOfUnit(tokens, next, tables)
    if (end === undefined) break
    units.push(nameOf(text, from, tokens.slice(next, end), words))
    at = end
  }
  if (units.length === 0) return undefined
  return { units, start: units[0]!.start, end: units.at(-1)!.end }
}

// ", " or "và" or ";" between two names of a list.
function skipJoint(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]!
  const isComma = /^\s*[,;]\s*$/.test(token.gap)
  if (['va', 'cung', 'hoac', '&'].includes(token.word) && (isComma || /^\s*$/.test(token.gap))) {
    return tokens[at + 1] && /^\s*$/.test(tokens[at + 1]!.gap) ? at + 1 : undefined
  }
  return isComma ? at : undefined
}

/** Token index after the unit name that begins at a token. */
function endOfUnit(tokens: readonly Token[], at: number, tables: Tables): number | undefined {
  const first = tokens[at]
  if (!first) return undefined
  if (['cac', 'nhung', 'toan', 'moi', 'tung', 'cac.'].includes(first.word)) return endOfCollective(tokens, at + 1, tables)
  const post = lengthAt(tables.posts, tokens, at)
  if (post > 0) return endOfUnit(tokens, at + post, tables) ?? (post > 1 || isCapital(first) ? at + post : undefined)
  // "Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố": a collective without "các".
  const collective = lengthAt(tables.collectives, tokens, at)
  const after = tokens[at + collective]
  if (
    collective > 0 &&
    after &&
    /^\s*,\s*$/.test(after.gap) &&
    lengthAt(tables.collectives, tokens, at + collective) > 0 &&
    !isCapital(after)
  ) {
    return endOfCollective(tokens, at, tables)
  }
  const head = lengthAt(tables.heads, tokens, at)
  if (head === 0) return undefined
  if (!isCapital(first) && !['cong', 'ubnd', 'uy', 'cap', 'mat', 'co', 'don'].includes(first.word)) return undefined
  const end = endOfProperName(tokens, at + head, tables)
  return end === at + head && head === 1 && !/^[A-ZĐ]{3,}$/.test(first.original) && first.word.length < 4 ? undefined : end
}

function isCapital(token: Token): boolean {
  return /^\p{Lu}/u.test(token.original)
}

// After the head: a known field, then words that keep the name going, until something ends it.
function endOfProperName(tokens: readonly Token[], from: number, tables: Tables): number {
  let at = from
  while (at < tokens.length) {
    const token = tokens[at]!
    if (!/^[\s\-–—&]*$/.test(token.gap)) {
      // A comma inside a name only before "tỉnh, thành phố"-like levels.
      if (!/^\s*,\s*$/.test(token.gap) || !continuesLevels(tokens, at, tables)) break
    }
    const field = lengthAt(tables.fields, tokens, at)
    if (field > 0) {
      at += field
      continue
    }
    if (lengthAt(tables.stops, tokens, at) > 0 && !isCapital(token)) break
    const qualifier = lengthAt(tables.qualifiers, tokens, at)
    if (qualifier > 0) {
      at += qualifier
      if (token.word === 'cac') at = endOfCollective(tokens, at - qualifier + 1, tables) ?? at
      continue
    }
    const head = lengthAt(tables.heads, tokens, at)
    if (head > 0 && at > from && !isCapital(token)) break
    if (isCapital(token) || /^\d+$/.test(token.word)) {
      at += 1
      continue
    }
    if (token.word === 'va' && tokens[at + 1] && continuesName(tokens, at + 1)) {
      at += 1
      continue
    }
    if (at > from && at - from < 12 && isCapital(tokens[at - 1]!) && /^\s*$/.test(token.gap) && !ENDS.has(token.word)) {
      at += 1
      continue
    }
    break
  }
  return at
}

const ENDS = new Set(
  'va voi cua cho tai la duoc theo trong tren ve tu den de nham khi neu co thi nhu do bang qua cung tien truoc sau hang dinh se'.split(
    ' ',
  ),
)

function continuesName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  return (
    isCapital(token) &&
    !['So', 'Phong', 'Ban', 'Bo', 'Cac', 'UBND', 'Uy', 'Cong', 'Van', 'Trung'].some((head) => fold(head) === token.word)
  )
}

function continuesLevels(tokens: readonly Token[], at: number, tables: Tables): boolean {
  return (
    !isCapital(tokens[at]!) &&
    !['cac', 'cong'].includes(tokens[at]!.word) &&
    lengthAt(tables.qualifiers, tokens, at) > 0 &&
    lengthAt(tables.stops, tokens, at) === 0
  )
}

/** After "các": collective nouns joined by commas, then what narrows them down. */
function endOfCollective(tokens: readonly Token[], from: number, tables: Tables): number | undefined {
  let at = from
  let nouns = 0
  while (at < tokens.length) {
    const token = tokens[at]!
    const isJoined = at === from || /^\s*[,\-–/]\s*$/.test(token.gap) || /^\s*$/.test(token.gap)
    if (!isJoined) break
    const isAnd = token.word === 'va' && nouns > 0
    const noun = lengthAt(tables.collectives, tokens, isAnd ? at + 1 : at)
    const isList = at === from || isAnd || /[,\-–/]/.test(token.gap)
    if (noun > 0 && isList && !(nouns > 0 && startsOtherUnit(tokens, isAnd ? at + 1 : at, tables))) {
      at += noun + (isAnd ? 1 : 0)
      nouns += 1
      continue
    }
    if (isAnd) break
    const qualifier = nouns > 0 ? lengthAt(tables.qualifiers, tokens, at) : 0
    const isStop = lengthAt(tables.stops, tokens, at) > Math.max(qualifier, 0)
    if (qualifier > 0 && !isStop && (/^\s*$/.test(token.gap) || !isCapital(token))) {
      at += qualifier
      if (['thuoc', 'truc'].includes(token.word) || ['thuoc', 'cac'].includes(tokens[at - 1]!.word))
        at = endAfterOf(tokens, at, tables)
      continue
    }
    if (nouns > 0 && isCapital(token) && /^\s*$/.test(token.gap) && !isStop) {
      at += 1
      continue
    }
    break
  }
  return nouns > 0 ? at : undefined
}

function startsOtherUnit(tokens: readonly Token[], at: number, tables: Tables): boolean {
  const token = tokens[at]!
  return isCapital(token) && lengthAt(tables.heads, tokens, at) > 0
}

// "thuộc UBND tỉnh", "trực thuộc Trung ương": the body that the collective belongs to.
function endAfterOf(tokens: readonly Token[], at: number, tables: Tables): number {
  const owner = tokens[at] && /^\s*$/.test(tokens[at]!.gap) ? endOfUnit(tokens, at, tables) : undefined
  return owner ?? at
}

function nameOf(text: string, from: number, tokens: readonly Token[], words: UnitWords): FoundUnitName {
  const start = from + tokens[0]!.start
  const end = from + tokens.at(-1)!.end
  const isCollective =
    /^(cac|nhung|toan|moi|tung|so ban|ban nganh)/.test(tokens.map(({ word }) => word).join(' ')) ||
    tokens.some(({ word }) => word === 'cac')
  return { name: spellUnitName(text.slice(start, end), words), start, end, isCollective }
}

/** The name as the registry spells it: modern tone marks, "UBND" for "Ủy ban nhân dân", no "cấp" before the level. */
export function spellUnitName(name: string, words: UnitWords): string {
  let spelled = normalize(name).replace(/\s+/g, ' ').trim()
  for (const [long, short] of Object.entries(words.spellings)) {
    const at = fold(spelled).indexOf(fold(long))
    if (at >= 0) spelled = `${spelled.slice(0, at)}${short}${spelled.slice(at + long.length)}`
  }
  return spelled
}

/** Every unit name of a text, in order; for questions about who is mentioned where. */
export function findUnitNames(text: string, words: UnitWords, stops: readonly string[]): FoundUnitName[] {
  const found: FoundUnitName[] = []
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)) {
    if (index < (found.at(-1)?.end ?? 0)) continue
    const list = matchUnitList(text, index, words, stops)
    if (list) found.push(...list.units)
  }
  return found
}
