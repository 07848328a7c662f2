import type { Unit } from '../domain/unit.ts'
import { normalize } from '../text/normalize.ts'
import { makeUnitId } from './make-unit-id.ts'
import { nameUnit, nameUnitLine, writePlace } from './name-unit.ts'
import { buildPlaceBook, parsePlace, type PlaceStep, type PlaceTrust } from './parse-place.ts'
import { parseNameRest } from './parse-name-rest.ts'
import { parseUnitNamesAt, type NameParts, type ParseBook } from './parse-unit-name.ts'
import { isCollectiveName, skipTitles } from './read-collective.ts'
import { readTokens } from './read-tokens.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A unit as a paper or an operator writes it, with the place of that paper (null when unknown). */
export function readUnit(name: string, place: string | null, lexicon: UnitLexicon): Unit {
  return readUnitLine(name, place, lexicon)[0]
}

/** A unit and those that stand above it, nearest first; what a damaged paper writes is trusted less than what people type. */
export function readUnitLine(
  name: string,
  place: string | null,
  lexicon: UnitLexicon,
  trust: PlaceTrust = 'likely',
): readonly [unit: Unit, ...above: Unit[]] {
  const { outside, inside } = splitOwner(name, lexicon)
  const home = parsePlace(place, lexicon)
  const book = openBook(lexicon, home, trust)
  const owner = inside ? parseWith(inside, book) : undefined
  const context = [...parsePlace(inside && !owner ? inside : null, lexicon), ...home]
  if (isCollectiveName(outside, lexicon)) return [nameCollective(outside, context)]
  const parts = parseWith(outside, book) ?? parseBarePlace(outside, book)
  if (!parts) return [nameUnknown(outside, context)]
  if (!owner) return nameUnitLine(parts, context, lexicon)
  const above = nameUnitLine(owner, context, lexicon)
  return [{ ...nameUnit(ofOwner(parts, owner), context, lexicon), parentId: above[0].id }, ...above]
}

// What belongs to a ministry is central.
function ofOwner(parts: NameParts, { head }: NameParts): NameParts {
  return head?.level === 'central' && parts.level === null ? { ...parts, level: 'central' } : parts
}

/** The parts of a name that stands on its own, or undefined when it does not begin like a unit, with or without a title. */
export function parseName(name: string, lexicon: UnitLexicon): NameParts | undefined {
  return parseWith(name, openBook(lexicon, [], 'likely'))
}

function openBook(lexicon: UnitLexicon, home: readonly PlaceStep[], trust: PlaceTrust): ParseBook {
  return { lexicon, places: buildPlaceBook(lexicon, home, trust), subjects: null, isWholeName: true }
}

function parseWith(name: string, book: ParseBook): NameParts | undefined {
  const tokens = readTokens(name)
  const past = skipTitles(tokens, 0, book.lexicon)
  const parts = (past > 0 ? parseUnitNamesAt(tokens, past, book)[0] : undefined) ?? parseUnitNamesAt(tokens, 0, book)[0]
  return parts && spellSubject(parts, normalize(name))
}

// "xã Bình Minh", said of one who acts, is its UBND.
function parseBarePlace(name: string, { lexicon, places }: ParseBook): NameParts | undefined {
  const tokens = readTokens(name)
  const head = lexicon.headOf('ubnd')
  const rest = parseNameRest(tokens, 0, head, {}, places)
  if (!rest.levelWord || !rest.placeName || rest.end < tokens.length) return undefined
  return { ...rest, head, sector: null, subject: null, subjectKey: '', start: 0, headLength: 0, quality: 0.9 }
}

/** A collective: its name as written, at the place of its paper. */
export function nameCollective(name: string, context: readonly PlaceStep[]): Unit {
  const step = context[0]
  const level = step?.level === 'city' ? 'district' : (step?.level ?? 'unknown')
  const written = name[0]!.toUpperCase() + name.slice(1)
  return {
    ...NOBODY,
    id: makeUnitId(written, context.slice(0, 1)),
    name: written,
    place: writePlace(context.slice(0, 1)),
    level,
    isCollective: true,
  }
}

const NOBODY = { aliases: [], parentId: null, endedOn: null, endedBy: null } as const

function nameUnknown(name: string, context: readonly PlaceStep[]): Unit {
  const steps = context.slice(0, 1)
  return { ...NOBODY, id: makeUnitId(name, steps), name, place: writePlace(steps), level: 'unknown', isCollective: false }
}

// "Cục Thông tin đối ngoại, Bộ Thông tin và Truyền thông": a ministry after a comma owns what stands before it.
function splitOwner(name: string, lexicon: UnitLexicon): { outside: string; inside: string | null } {
  const split = splitBrackets(name)
  const comma = split.outside.lastIndexOf(',')
  if (split.inside || comma < 0 || isCollectiveName(split.outside, lexicon)) return split
  const owner = parseName(split.outside.slice(comma + 1), lexicon)
  if (owner?.head?.group !== 'ministry') return split
  return { outside: split.outside.slice(0, comma), inside: split.outside.slice(comma + 1).trim() }
}

function splitBrackets(name: string): { outside: string; inside: string | null } {
  const tidy = normalize(name)
    .replace(/[—–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,:]+$/, '')
  const match = /^(.*?)\s*\(([^()]*)\)?\s*$/.exec(tidy)
  return match?.[1] ? { outside: match[1], inside: match[2] ?? null } : { outside: tidy, inside: null }
}

// The subject as it was written, with its commas and dashes.
function spellSubject(parts: NameParts, name: string): NameParts {
  const words = parts.subject?.split(' ') ?? []
  const start = words[0] ? name.indexOf(words[0]) : -1
  if (start < 0) return parts
  let end = start
  for (const word of words) end = name.indexOf(word, end) + word.length
  return { ...parts, subject: name.slice(start, end) }
}
