import type { Level, Unit } from '../domain/unit.ts'
import { findUnitAbove } from './find-unit-above.ts'
import { makeUnitId } from './make-unit-id.ts'
import { rankLevel, type PlaceStep } from './parse-place.ts'
import type { NameParts } from './parse-unit-name.ts'
import type { Head } from './unit-aliases.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A unit from the parts of its name; what the name leaves open comes from the place around it. */
export function nameUnit(parts: NameParts, context: readonly PlaceStep[], lexicon: UnitLexicon): Unit {
  return nameUnitLine(parts, context, lexicon)[0]
}

/** A unit and those that stand above it, nearest first. */
export function nameUnitLine(
  parts: NameParts,
  context: readonly PlaceStep[],
  lexicon: UnitLexicon,
): readonly [unit: Unit, ...above: Unit[]] {
  const level = decideLevel(parts, context)
  const steps = decidePlace(parts, level, context, lexicon)
  const name = writeName(parts, level, steps[0], lexicon)
  const end = lexicon.aliases.ends.find((each) => each.level === level)
  const word = steps[0]?.level === level ? steps[0].word : wordOf(level, lexicon)
  const owner = findUnitAbove({ parts, level, steps, word, context }, lexicon)
  const above = owner ? nameUnitLine(owner.parts, owner.around, lexicon) : []
  const unit: Unit = {
    id: makeUnitId(name, steps),
    name,
    place: writePlace(steps),
    level,
    isCollective: false,
    aliases: [],
    parentId: above[0]?.id ?? null,
    endedOn: end?.on ?? null,
    endedBy: end?.by ?? null,
  }
  return [unit, ...above]
}

/** "xã Bình Minh, huyện Bình Sơn"; null for no place at all. */
export function writePlace(steps: readonly PlaceStep[]): string | null {
  return steps.length > 0 ? steps.map(({ word, name }) => (word ? `${word} ${name}` : name)).join(', ') : null
}

function decideLevel(parts: NameParts, context: readonly PlaceStep[]): Level {
  const around = context[0]?.level ?? null
  const near = around === 'city' ? 'district' : around
  const { head, body, level, placeName } = parts
  if (level === 'city') return !placeName && near === 'district' ? 'district' : 'province'
  return level ?? body?.level ?? usualLevel(head, near)
}

function usualLevel(head: Head | null, near: Level | null): Level {
  if (head?.kind === 'phong' && near === 'commune') return 'commune'
  return head?.level ?? near ?? 'unknown'
}

function decidePlace(parts: NameParts, level: Level, context: readonly PlaceStep[], lexicon: UnitLexicon): readonly PlaceStep[] {
  if (level === 'central') return []
  const above = context.filter((step) => rankLevel(step.level) > rankLevel(level))
  if (parts.placeName) {
    const own = { name: parts.placeName, level, word: parts.levelWord ?? wordOf(level, lexicon) }
    return [own, ...(level === 'commune' ? above.slice(0, 1) : [])]
  }
  const at = context.findIndex((step) => step.level === level)
  if (at >= 0) return context.slice(at, level === 'commune' ? at + 2 : at + 1)
  const nameless = context.find((step) => step.level === null)
  if (!nameless) return above.slice(0, 1)
  // "UBND xã (Bình Sơn)": Bình Sơn is what the commune lies in.
  return [level === 'commune' || !parts.levelWord ? nameless : { ...nameless, level, word: parts.levelWord }]
}

/** The usual word of a level, the first that is listed: "huyện" before "quận" and "thị xã". */
export function wordOf(level: Level, { aliases }: UnitLexicon): string | null {
  return (level !== 'central' && aliases.levels.find((each) => each.level === level)?.word) || null
}

function writeName(parts: NameParts, level: Level, step: PlaceStep | undefined, lexicon: UnitLexicon): string {
  const { head, sector, subject } = parts
  if (!head) return sector?.name ?? ''
  const word = parts.levelWord ?? (step?.level === level ? step.word : null)
  const suffix = writeSuffix(parts, head, level, word, lexicon)
  return [nameHead(head, level, word), sector?.name ?? subject, suffix].filter((part) => part).join(' ')
}

// "Huyện đoàn", "Thành đoàn" hold their level; "Bộ Chỉ huy Quân sự" is what a province calls it.
function nameHead(head: Head, level: Level, word: string | null): string {
  const own = head.names?.[level]
  const fixed = own && head.fixed?.find((each) => each.level === word)?.form
  return fixed ? capitalize(fixed) : (own ?? head.name)
}

function writeSuffix(parts: NameParts, head: Head, level: Level, word: string | null, lexicon: UnitLexicon): string | null {
  if (parts.body) return nameBody(parts.body, level, word)
  if (isOfCommittee(parts, head)) return impliedCommittee(level, word, lexicon)
  if (head.takes === 'level' || head.takes === 'body') return head.fixed && head.names?.[level] ? null : word
  return head.takes === 'subject' || head.takes === 'sector' ? keepLevelWord(head, parts.levelWord) : null
}

function isOfCommittee({ sector }: NameParts, { group, takes }: Head): boolean {
  return group === 'party-body' && takes !== 'level' && (sector !== null || takes !== 'sector')
}

// A sở is of a province and a phòng of a district anyway.
function keepLevelWord({ letter, kind }: Head, levelWord: string | null): string | null {
  return letter && !kind.startsWith('ban') ? null : levelWord
}

function nameBody(body: Head, level: Level, word: string | null): string {
  const name = nameHead(body, level, word)
  const takesWord = body.takes === 'level' || body.takes === 'body'
  return takesWord && word && name === body.name ? `${name} ${word}` : name
}

// "Ban Tuyên giáo tỉnh" is the Tỉnh ủy's; at the centre it is "Ban Tuyên giáo Trung ương".
function impliedCommittee(level: Level, word: string | null, lexicon: UnitLexicon): string | null {
  if (level === 'central') return capitalize(lexicon.aliases.levels.find((each) => each.level === level)?.word ?? '')
  const committee = lexicon.aliases.committees.find((each) => each.word === word)
  return committee ? lexicon.headOf(committee.kind).name : null
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
