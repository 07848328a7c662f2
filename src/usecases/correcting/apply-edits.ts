import { listDeadlines } from '../../dates/find-deadlines.ts'
import { parseDeadline } from '../../dates/parse-deadline.ts'
import { partsOf, type CorrectedParts } from '../../domain/correction.ts'
import { NO_DEADLINE, type Deadline } from '../../domain/deadline.ts'
import type { Duty, DutyUnit } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { findUnits } from '../../units/find-units.ts'
import { readPlanHome } from '../../units/read-plan-home.ts'
import { parseName, readUnit } from '../../units/read-unit.ts'
import type { UnitMention } from '../../units/unit-mention.ts'
import type { Library } from '../library.ts'
import type { Edit } from './read-correction.ts'

/** A duty with its edits; units are those that no paper has named yet. */
export type EditedDuty = { readonly after: CorrectedParts; readonly units: readonly Unit[] }

/** Words that could not be read as the part that they should be. */
export type UnreadEdit = { readonly unread: Edit['part']; readonly words: string }

const MIN_TEXT = 8

/** What a duty reads after the edits, or the words that could not be read; nothing is guessed. */
export function applyEdits(duty: Duty, edits: readonly Edit[], plan: Plan, library: Library): EditedDuty | UnreadEdit {
  let edited: EditedDuty = { after: partsOf(duty), units: [] }
  for (const edit of edits) {
    const next = applyEdit(edited, edit, plan, library)
    if ('unread' in next) return next
    edited = next
  }
  return edited
}

function applyEdit({ after, units }: EditedDuty, edit: Edit, plan: Plan, library: Library): EditedDuty | UnreadEdit {
  if (edit.part === 'text') {
    const text = edit.words.replaceAll(/\s+/g, ' ').trim()
    return text.length < MIN_TEXT ? { unread: 'text', words: text } : { after: { ...after, text }, units }
  }
  if (edit.part === 'deadline') {
    const deadline = edit.words === null ? NO_DEADLINE : readDeadline(edit.words, plan)
    return deadline ? { after: { ...after, deadline }, units } : { unread: 'deadline', words: edit.words ?? '' }
  }
  const named = readUnits(edit.names, plan, library)
  if (!named) return { unread: 'units', words: edit.names }
  const fresh = named.filter(({ id }) => !library.unitById.has(id))
  return { after: { ...after, units: replaceUnits(after.units, edit, named) }, units: [...units, ...fresh] }
}

/** As a duty has it: a recurring one with its frequency in a word. */
function readDeadline(words: string, { plan }: Plan): Deadline | undefined {
  const tidy = words.normalize('NFC').replace(/[\s.;]+$/, '')
  const parsed = parseDeadline(tidy, { issuedOn: plan.issuedOn })
  if (parsed.kind === 'none') return undefined
  if (parsed.kind !== 'recurring') return { ...parsed, asWritten: tidy }
  const found = listDeadlines(tidy, plan.issuedOn, true).find(({ deadline }) => deadline.rrule === parsed.rrule)
  return { ...parsed, value: found?.deadline.value ?? parsed.value, asWritten: tidy }
}

/** The units that words name, one after another with nothing else between them; undefined when something else is said. */
function readUnits(names: string, plan: Plan, library: Library): Unit[] | undefined {
  const tidy = names.normalize('NFC').replace(/[\s.]+$/, '')
  const home = readPlanHome(plan.plan, plan.duties, library.registry.lexicon)
  const mentions = findUnits(tidy, library.registry, home ? { place: home } : {})
  const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), fold(tidy))
  if (mentions.length === 0 || !/^(?:[\s,;]|\b(?:va|cung|voi)\b)*$/.test(rest)) return readWholeNames(tidy, home, library)
  return mentions.map((mention) => readMention(mention, home, library))
}

/** Names that nobody has registered, where each of them begins like a unit's. */
function readWholeNames(names: string, home: string | null, { unitById, registry: { lexicon } }: Library): Unit[] | undefined {
  const parts = names.split(/\s*[,;]\s*/)
  if (!parts.every((name) => parseName(name, lexicon))) return undefined
  return parts.map((name) => readUnit(name, home, lexicon)).map((unit) => unitById.get(unit.id) ?? unit)
}

/** A name means what it would mean in the paper: "Phòng Nội vụ" that of its place, also where only another place's is known. */
function readMention({ words, matches }: UnitMention, home: string | null, { unitById, registry }: Library): Unit {
  const read = readUnit(words, home, registry.lexicon)
  const match = unitById.get(matches[0]?.unitId ?? '')
  if (match && (read.level === 'unknown' || isNear(match, home, words))) return match
  return unitById.get(read.id) ?? read
}

/** At the place of the paper or above it, or at a place that is said. */
function isNear({ place }: Unit, home: string | null, words: string): boolean {
  if (!place || !home) return true
  const [first = ''] = place.split(', ')
  return home.includes(first) || place.includes(home) || fold(words).includes(fold(first.replace(/^\p{Ll}+ /u, '')))
}

function replaceUnits(units: readonly DutyUnit[], edit: Extract<Edit, { part: 'units' }>, named: readonly Unit[]): DutyUnit[] {
  const isNamed = ({ unitId }: DutyUnit): boolean => named.some(({ id }) => id === unitId)
  const others = units.filter((unit) => !isNamed(unit))
  if (edit.how === 'remove') return others
  const role = edit.role ?? 'assigned'
  const added = named.map(({ id, name, isCollective }): DutyUnit => ({ unitId: id, name, role, isCollective }))
  const kept = edit.how === 'set' ? others.filter((unit) => unit.role !== role) : others
  return role === 'lead' ? [...added, ...kept] : [...kept, ...added]
}
