import type { Level } from '../domain/unit.ts'
import { findDistrictsProvince, type PlaceStep, rankLevel } from './parse-place.ts'
import type { NameParts } from './parse-unit-name.ts'
import type { Head } from './unit-aliases.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** A unit that stands above another: its name taken apart, and the places around it. */
export type UnitAbove = { readonly parts: NameParts; readonly around: readonly PlaceStep[] }

/** A unit whose level and place are decided. */
export type PlacedName = {
  readonly parts: NameParts
  readonly level: Level
  readonly steps: readonly PlaceStep[]
  /** The word of its level, "huyện", "thị xã". */
  readonly word: string | null
  readonly context: readonly PlaceStep[]
}

// Whom the kinds of units answer to at their own level.
const UNDER_PEOPLE = new Set(['agency', 'service', 'force', 'judicial', 'vertical', 'press', 'association'])
const UNDER_PARTY = new Set(['party-body', 'party-committee', 'party-cell', 'council', 'front', 'mass'])

/**
 * Whose leaders follow a unit up. It is about the office that sends out the plan, not about who commands whom:
 * - a sở, phòng, trung tâm, đài, công an, quân sự, tòa án, thuế … stands below the UBND of its place;
 * - party bodies, HĐND, Mặt trận and đoàn thể stand below the cấp ủy of their place (Tỉnh ủy, Huyện ủy, Đảng ủy xã);
 * - "Ban Thường vụ Huyện đoàn" stands below the body that it is part of;
 * - an UBND or a cấp ủy stands below that of the next place above: xã → huyện where the district is known, else tỉnh.
 * Ban chỉ đạo and central bodies have nobody above them that a name alone tells.
 */
export function findUnitAbove(name: PlacedName, lexicon: UnitLexicon): UnitAbove | undefined {
  const { head, body } = name.parts
  if (!head || !name.word || name.level === 'central' || name.level === 'unknown') return undefined
  const people = lexicon.headOf('ubnd')
  const committee = findCommittee(name.word, lexicon)
  const isPeople = head.kind === people.kind
  if (isPeople || isMainCommittee(name, committee)) return findNextPlace(name, isPeople, lexicon)
  if (body && body.kind !== head.kind) return { parts: nameParts(body, name.level, name.word), around: name.steps }
  const owner = UNDER_PEOPLE.has(head.group) ? people : UNDER_PARTY.has(head.group) ? committee : undefined
  return owner && { parts: nameParts(owner, name.level, name.word), around: [...name.steps, ...name.context] }
}

function isMainCommittee({ parts: { head, body } }: PlacedName, committee: Head): boolean {
  return head?.kind === committee.kind && body === null
}

function findCommittee(word: string, { aliases, headOf }: UnitLexicon): Head {
  return headOf(aliases.committees.find((each) => each.word === word)?.kind ?? 'dang-uy')
}

function findNextPlace(name: PlacedName, isPeople: boolean, lexicon: UnitLexicon): UnitAbove | undefined {
  const around = [...name.steps, ...name.context].filter((step) => rankLevel(step.level) > rankLevel(name.level))
  const province = findProvince(name, around, lexicon)
  const above = around[0] ?? province
  if (!above?.word) return undefined
  const head = isPeople ? lexicon.headOf('ubnd') : findCommittee(above.word, lexicon)
  return { parts: nameParts(head, above.level, above.word), around: province && province !== above ? [above, province] : [above] }
}

function findProvince({ level, steps }: PlacedName, around: readonly PlaceStep[], lexicon: UnitLexicon): PlaceStep | undefined {
  const said = around.find((step) => step.level === 'province')
  const district = level === 'district' ? steps[0] : around.find((step) => step.level === 'district')
  return said ?? (district && findDistrictsProvince(district, lexicon))
}

function nameParts(head: Head, level: NameParts['level'], levelWord: string): NameParts {
  const nothingElse = { sector: null, subject: null, subjectKey: '', body: null, placeName: null }
  return { ...nothingElse, head, level, levelWord, start: 0, end: 0, headLength: 0, quality: 1 }
}
