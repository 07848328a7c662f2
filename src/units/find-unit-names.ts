import { repairUnitTones, spellUnitName } from './spell-unit-name.ts'
import { isMany, type NameSource } from './name-source.ts'
import { matchUnitEnd } from './unit-name-grammar.ts'
import { lengthAt, readNameTables, readNameTokens, type NameTables, type NameToken, type UnitWords } from './unit-name-words.ts'

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
const BRACKET = /^\s*\(([^()]{2,90})\)/
const PLACE = '(?:tỉnh\\s+|thành phố\\s+)?\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*)*'
const RANGE = new RegExp(`^\\s+từ\\s+${PLACE}\\s+đến\\s+${PLACE}`, 'u')

/** The list of unit names that begins exactly at an offset of an NFC text. Stops are words with which a predicate begins. */
export function matchUnitList(text: string, from: number, words: UnitWords, stops: readonly string[]): UnitList | undefined {
  const tables = readNameTables(words, stops)
  const units: FoundUnitName[] = []
  let at = from
  for (;;) {
    const start = units.length === 0 ? at : skipJoint(text, at)
    const unit = start === undefined ? undefined : matchUnit(text, start, tables, words, units.length > 0)
    if (!unit) break
    const offices = listOffices(text, unit, tables, words)
    if (offices.length > 1) {
      units.push(...offices)
      at = offices.at(-1)!.end
      continue
    }
    const bracket = readBracket(text, unit.end, words, stops)
    units.push(bracket?.isUnit ? { ...unit, name: `${unit.name} (${bracket.words})`, end: bracket.end } : unit)
    at = bracket?.end ?? unit.end
  }
  const [first] = units
  return first && { units: shareOwner(units), start: first.start, end: units.at(-1)!.end }
}

// "Chủ tịch và các Phó Chủ tịch Ủy ban nhân dân tỉnh": the deputies' unit is the head's.
function shareOwner(units: readonly FoundUnitName[]): FoundUnitName[] {
  return units.map((unit, index) => {
    const [, deputy, owner] =
      /^(?:các\s+)?Phó\s+(.*?)(?=\s(?:UBND|HĐND|Ủy ban|Hội đồng)\s)(.+)$/u.exec(units[index + 1]?.name ?? '') ?? []
    return deputy?.toLowerCase() === unit.name.toLowerCase() ? { ...unit, name: `${unit.name}${owner!}` } : unit
  })
}

/** "các sở: Tài chính, Xây dựng và Nội vụ", "Giám đốc các Sở: …": each of them by its name. */
function listOffices(text: string, many: FoundUnitName, tables: NameTables, words: UnitWords): FoundUnitName[] {
  const head = /^((?:\p{L}+\s){0,2}?)[Cc]ác\s+([Ss]ở|[Bb]ộ)(?:\s*:\s*|\s+)(?=\p{Lu})/u.exec(text.slice(many.start))
  if (!head) return []
  const office = head[2] === 'sở' || head[2] === 'Sở' ? 'Sở' : 'Bộ'
  const found: FoundUnitName[] = []
  for (let at: number | undefined = many.start + head[0].length; at !== undefined;) {
    const unit = matchOffice(`${office} ${text.slice(at, at + 160)}`, tables, words)
    if (!unit) break
    const end = at + unit.end - office.length - 1
    found.push({ ...unit, name: `${head[1]}${unit.name}`, start: found.length === 0 ? many.start : at, end })
    at = skipJoint(text, end)
  }
  return found
}

// "Sở Tài chính"; "Công an" behind "các sở" is no sở.
function matchOffice(text: string, tables: NameTables, words: UnitWords): FoundUnitName | undefined {
  const tokens = readNameTokens(text)
  const isField = tokens[1]?.isCapital === true && lengthAt(tables.fields, tokens, 1) > 0
  return isField && !/^Sở Công an\b/u.test(text) ? matchUnit(text, 0, tables, words, false) : undefined
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
  const [first] = tokens
  const count = first && /^[\s"“]*$/.test(first.gap) ? matchUnitEnd({ tokens, tables }, 0, isInList) : undefined
  if (!first || count === undefined) return undefined
  const start = from + first.start
  const last = from + tokens[count - 1]!.end
  // "Chủ tịch UBND các tỉnh từ Hà Tĩnh đến Lâm Đồng"
  const end = last + (RANGE.exec(text.slice(last))?.[0].length ?? 0)
  const name = raiseHead(spellUnitName(repairUnitTones(text.slice(start, end), tables), words))
  return { name, start, end, isCollective: isCollective({ tokens: tokens.slice(0, count), tables }) }
}

// "sở Nông nghiệp và Môi trường"
function raiseHead(name: string): string {
  return /^(?:sở|bộ|phòng|ban)\s\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
}

function isCollective({ tokens, tables }: NameSource): boolean {
  if (tokens.some((_, at) => isMany({ tokens, tables }, at))) return true
  const isListed = ({ gap, isCapital }: NameToken, at: number): boolean =>
    at > 0 && gap.includes(',') && !isCapital && lengthAt(tables.collectives, tokens, at) > 0
  return tokens[0]!.word !== 'ubnd' && tokens.some(isListed)
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
