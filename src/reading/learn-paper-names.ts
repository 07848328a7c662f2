import { matchUnitList } from '../units/find-unit-names.ts'
import { lengthAt, readNameTables, readNameTokens, type NameTables, type NameToken } from '../units/unit-name-words.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { matchLabel } from './match-label.ts'
import type { Paragraph } from './read-paragraphs.ts'

const MIN_WORDS = 3
const MAX_WORDS = 20
const MAX_HEADING = 130
/** "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông"; not "Sở Nội vụ các tỉnh". */
const MIN_BEFORE_MANY = 6
const LEADS = /^([^,;.:]{8,110}?)\s+(?:chủ trì|có trách nhiệm|chịu trách nhiệm)[,\s]/u
/** Heads whose fields are all known, or which places follow. */
const CLOSED = new Set('so bo ubnd hdnd uy hoi'.split(' '))

/** The lexicon with the whole names that a paper gives away where it prints nothing but a name: recipients, headings, "Cơ quan chủ trì: X". */
export function learnPaperNames(
  recipients: readonly string[],
  paragraphs: readonly Paragraph[],
  lexicon: ReadingLexicon,
): ReadingLexicon {
  const tables = readNameTables(lexicon.units, lexicon.words.verbs)
  const printed = [...recipients, ...paragraphs.flatMap((paragraph) => listPrinted(paragraph, lexicon))]
  const names = new Set(printed.map(tidyName).filter((name) => isWholeName(name, tables) && !isKnown(name, lexicon)))
  return names.size === 0 ? lexicon : { ...lexicon, units: { ...lexicon.units, paperNames: [...names] } }
}

function listPrinted({ mark, text }: Paragraph, { words }: ReadingLexicon): string[] {
  const label = matchLabel(text, words)
  if (label) return ['lead', 'coordinate', 'assigned'].includes(label.kind) ? label.value.split(';') : []
  const led = LEADS.exec(text)?.[1]
  const head = mark ? /^([^:;.]+)(?::|$)/u.exec(text.slice(0, MAX_HEADING))?.[1] : undefined
  return [led, head].filter((name) => name !== undefined)
}

function tidyName(printed: string): string {
  return printed
    .normalize('NFC')
    .replace(/\s*\([^)]*\)?\s*$/, '')
    .replace(/[\s;,.:]+$/, '')
    .replace(/^\s*(?:Đề nghị|Giao|Yêu cầu|Đối với)\s+/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function isKnown(name: string, { units, words }: ReadingLexicon): boolean {
  const list = matchUnitList(name, 0, units, words.verbs)
  return list !== undefined && list.end === name.length
}

// One head, no verb that ends names, no second unit behind a comma or "và".
function isWholeName(name: string, tables: NameTables): boolean {
  const tokens = readNameTokens(name)
  if (tokens.length < MIN_WORDS || tokens.length > MAX_WORDS || !/^\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name)) return false
  const head = lengthAt(tables.heads, tokens, 0)
  if (
    head === 0 ||
    lengthAt(tables.stops, tokens, 0) >= head ||
    (CLOSED.has(tokens[0]!.word) && /,/.test(name)) ||
    /[;:()"“]/.test(name)
  )
    return false
  return tokens.every((_, at) => at < head || goesOn(tokens, at, tables))
}

function goesOn(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  if (isBreak(tokens, at, tables)) return false
  const { gap, isCapital } = tokens[at]!
  const isNew = /[,–—]|\s-/.test(gap) || ['va', 'cung'].includes(tokens[at - 1]!.word)
  const isMany = lengthAt(tables.counters, tokens, at) > 0
  if (!isNew) return lengthAt(tables.subjectEnds, tokens, at) === 0 && (!isMany || at >= MIN_BEFORE_MANY)
  const isUnit = lengthAt(tables.heads, tokens, at) > 0 && isCapital
  return !isUnit && !isMany && [tables.posts, tables.collectives].every((table) => lengthAt(table, tokens, at) === 0)
}

function isBreak(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  const { gap, isCapital } = tokens[at]!
  // "Ban Tuyên giáo Huyện ủy Cơ quan thường trực …": what a scan lost stood between two names.
  const isOther = isCapital && lengthAt(tables.collectives, tokens, at) > 1
  return isOther || !/^[\s,–—\-&]*$/.test(gap) || (lengthAt(tables.strongStops, tokens, at) > 0 && !isPart(tokens, at, tables))
}

// "trình" of "công trình"
function isPart(tokens: readonly NameToken[], at: number, tables: NameTables): boolean {
  return [0, 1, 2].some((back) => at >= back && lengthAt(tables.compounds, tokens, at - back) > back)
}
