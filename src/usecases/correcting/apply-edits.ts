import { listDeadlines } from '../../dates/find-deadlines.ts'
import { parseDeadline } from '../../dates/parse-deadline.ts'
import { partsOf, type CorrectedParts } from '../../domain/correction.ts'
import { NO_DEADLINE, type Deadline } from '../../domain/deadline.ts'
import type { Duty, DutyUnit } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { findUnits } from '../../units/find-units.ts'
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
  const named = readUnits(edit.names, after, plan, library)
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
function readUnits(names: string, { units }: CorrectedParts, { plan }: Plan, { registry, unitById }: Library): Unit[] | undefined {
  const tidy = names.normalize('NFC').replace(/[\s.]+$/, '')
  const place = units.map(({ unitId }) => unitById.get(unitId)?.place).find((known) => known) ?? plan.place
  const mentions = findUnits(tidy, registry, place ? { place } : {})
  const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), fold(tidy))
  if (mentions.length === 0 || !/^(?:[\s,;]|\b(?:va|cung|voi)\b)*$/.test(rest)) return undefined
  const named = mentions.map(({ matches, derived }) => unitById.get(matches[0]?.unitId ?? '') ?? derived)
  return named.every((unit) => unit !== undefined) ? named : undefined
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
