import type { Level, Unit } from '../domain/unit.ts'
import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import { buildPlaceBook, parsePlace, type PlaceStep } from './parse-place.ts'
import { parseUnitNamesAt, type NameParts } from './parse-unit-name.ts'
import { isCollectiveName, skipTitles } from './read-collective.ts'
import { readTokens } from './read-tokens.ts'
import type { Head, UnitLexicon } from './unit-lexicon.ts'

const LEVELS: readonly Level[] = ['commune', 'district', 'province', 'central']

/** A unit as a paper or an operator writes it, with the place of that paper (null when unknown). */
export function readUnit(name: string, place: string | null, lexicon: UnitLexicon): Unit {
  const { outside, inside } = splitBrackets(name)
  const context = [...parsePlace(inside && !parseName(inside, lexicon) ? inside : null, lexicon), ...parsePlace(place, lexicon)]
  if (isCollectiveName(outside, lexicon)) return nameCollective(outside, context)
  const parts = parseName(outside, lexicon)
  if (!parts) return nameUnknown(outside, context)
  const unit = nameUnit(parts, context, lexicon)
  const owner = inside ? parseName(inside, lexicon) : undefined
  return owner ? { ...unit, parentId: nameUnit(owner, context, lexicon).id } : unit
}

/** The parts of a name that stands on its own, or undefined when it does not begin like a unit. */
export function parseName(name: string, lexicon: UnitLexicon): NameParts | undefined {
  const tokens = readTokens(name)
  const book = { lexicon, places: buildPlaceBook(lexicon, [], true), subjects: null, isWholeName: true }
  for (let from = 0; from < tokens.length;) {
    const past = skipTitles(tokens, from, lexicon)
    const parts = (past > from ? parseUnitNamesAt(tokens, past, book)[0] : undefined) ?? parseUnitNamesAt(tokens, from, book)[0]
    if (parts) return spellSubject(parts, name)
    if (past === from) return undefined
    from = past
  }
  return undefined
}

/** A unit from the parts of its name; what the name leaves open comes from the place around it. */
export function nameUnit(parts: NameParts, context: readonly PlaceStep[], lexicon: UnitLexicon): Unit {
  const level = decideLevel(parts, context)
  const steps = decidePlace(parts, level, context)
  const place = steps.length > 0 ? steps.map(writeStep).join(', ') : null
  const name = writeName(parts, level, steps[0], lexicon)
  const end = lexicon.aliases.ends.find((each) => each.level === level)
  return {
    id: makeId(name, steps, level),
    name,
    place,
    level,
    isCollective: false,
    aliases: [],
    parentId: guessParent(parts, level, steps, lexicon),
    endedOn: end?.on ?? null,
    endedBy: end?.by ?? null,
  }
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

function spellSubject(parts: NameParts, name: string): NameParts {
  if (parts.subject === null) return parts
  const words = parts.subject.split(' ')
  const tidy = normalize(name)
  const start = tidy.indexOf(words[0]!)
  const end = tidy.indexOf(words.at(-1)!, start + words.slice(0, -1).join(' ').length)
  return start < 0 || end < 0 ? parts : { ...parts, subject: tidy.slice(start, end + words.at(-1)!.length) }
}

function decideLevel({ head, body, level, placeName }: NameParts, context: readonly PlaceStep[]): Level {
  const near = context[0]?.level === 'city' ? 'district' : (context[0]?.level ?? null)
  const spoken = level === 'city' ? (!placeName && near === 'district' ? 'district' : 'province') : level
  if (spoken) return spoken
  if (body?.level) return body.level
  if (head?.kind === 'phong' && near === 'commune') return 'commune'
  return head?.level ?? near ?? 'unknown'
}

function decidePlace(parts: NameParts, level: Level, context: readonly PlaceStep[]): readonly PlaceStep[] {
  if (level === 'central') return []
  const above = context.filter((step) => rankOf(step.level) > rankOf(level))
  if (parts.placeName) {
    const isWhole = above.length > 0 && level === 'commune'
    return [{ name: parts.placeName, level, word: parts.levelWord ?? wordOf(level) }, ...(isWhole ? above.slice(0, 1) : [])]
  }
  const at = context.findIndex((step) => step.level === level)
  if (at >= 0) return context.slice(at, level === 'commune' ? at + 2 : at + 1)
  const nameless = context.find((step) => step.level === null)
  // "UBND xã (Bình Sơn)": Bình Sơn is what the commune lies in.
  if (nameless) return [level === 'commune' || !parts.levelWord ? nameless : { ...nameless, level, word: parts.levelWord }]
  return above.slice(0, 1)
}

function rankOf(level: Level | 'city' | null): number {
  return level === 'city' ? LEVELS.indexOf('district') : LEVELS.indexOf(level ?? 'unknown')
}

function wordOf(level: Level): string | null {
  return { province: 'tỉnh', district: 'huyện', commune: 'xã', central: null, unknown: null }[level]
}

function writeStep({ word, name }: PlaceStep): string {
  return word ? `${word} ${name}` : name
}

function writeName(parts: NameParts, level: Level, step: PlaceStep | undefined, lexicon: UnitLexicon): string {
  const { head, sector, subject, body } = parts
  if (!head) return sector?.name ?? ''
  const fixed = head.names?.[level]
  const isWordInside = fixed !== undefined && head.fixed !== undefined
  const word = parts.levelWord ?? (step?.level === level ? step.word : null)
  const committee = body ? nameBody(body, level, word) : impliedCommittee(head, level, word, lexicon)
  const suffix = committee ?? (needsLevel(head, isWordInside, parts) ? word : null)
  return [fixed ?? head.name, sector?.name ?? subject, suffix].filter((part) => part).join(' ')
}

function nameBody(body: Head, level: Level, word: string | null): string {
  const fixed = body.names?.[level]
  if (fixed && body.fixed) return fixed
  return body.takes === 'level' && word ? `${fixed ?? body.name} ${word}` : body.name
}

// "Ban Tuyên giáo tỉnh" is the Tỉnh ủy's; at the centre it is "Ban Tuyên giáo Trung ương".
function impliedCommittee(head: Head, level: Level, word: string | null, lexicon: UnitLexicon): string | null {
  if (head.group !== 'party-body' || head.takes === 'level') return null
  if (level === 'central') return lexicon.aliases.levels.find((each) => each.level === 'central')!.word.replace(/^t/, 'T')
  const committee = lexicon.aliases.committees.find((each) => each.word === word)
  return committee ? lexicon.headOf(committee.kind).name : null
}

function needsLevel(head: Head, isWordInside: boolean, { levelWord }: NameParts): boolean {
  if (head.takes === 'level') return !isWordInside
  return (head.takes === 'subject' || head.kind === 'ban-nn') && levelWord !== null
}

function guessParent({ head, body }: NameParts, level: Level, steps: readonly PlaceStep[], lexicon: UnitLexicon): string | null {
  const step = steps[0]
  const word = step?.level === level ? step.word : wordOf(level)
  if (!head || !word || level === 'unknown') return null
  if (head.group === 'agency' || head.group === 'service') return makeId(`${lexicon.headOf('ubnd').name} ${word}`, steps, level)
  if (head.group !== 'party-body' && head.takes !== 'body') return null
  const committee = body ?? lexicon.headOf(lexicon.aliases.committees.find((each) => each.word === word)?.kind ?? 'dang-uy')
  return makeId(nameBody(committee, level, word), steps, level)
}

function nameCollective(name: string, context: readonly PlaceStep[]): Unit {
  const step = context[0]
  const level = step?.level === 'city' ? 'district' : (step?.level ?? 'unknown')
  const written = name[0]!.toUpperCase() + name.slice(1)
  const place = context.length > 0 ? context.map(writeStep).join(', ') : null
  return { ...NOBODY, id: makeId(written, context, level), name: written, place, level, isCollective: true }
}

function nameUnknown(name: string, context: readonly PlaceStep[]): Unit {
  const place = context.length > 0 ? context.map(writeStep).join(', ') : null
  return { ...NOBODY, id: makeId(name, context, 'unknown'), name, place, level: 'unknown', isCollective: false }
}

const NOBODY = { aliases: [], parentId: null, endedOn: null, endedBy: null } as const

/** unt_, the name and the place, each said once: unt_ubnd-huyen-binh-son. Commas, dashes and "và" make no other unit. */
function makeId(name: string, steps: readonly PlaceStep[], level: Level): string {
  const words = slugOf(name)
  const place = steps.flatMap((step) => slugOf(step.level === 'province' ? `tinh ${step.name}` : writeStep(step)))
  const isSaidTwice =
    words.at(-1) === place[0] || (level === 'province' && steps[0]?.level === level && /(?:tinh|thanh-pho)$/.test(words.join('-')))
  const kept = isSaidTwice
    ? words.at(-1) === place[0]
      ? words.slice(0, -1)
      : words
          .join('-')
          .replace(/-?thanh-pho$/, '')
          .split('-')
    : words
  return `unt_${[...kept, ...place].join('-')}`
}

function slugOf(text: string): string[] {
  return readTokens(text)
    .filter((token) => !token.isAnd)
    .map(({ text: word }) => fold(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word)
}
