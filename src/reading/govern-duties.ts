import type { Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { findUnitNames, matchUnitList } from '../units/find-unit-names.ts'
import type { ChargedUnit, DutyDraft, ReadingContext } from './duty-draft.ts'
import { findOtherRoles, isLead } from './find-roles.ts'
import { readLabelDeadline } from './govern-deadline.ts'
import { listBracketRoles } from './list-bracket-roles.ts'
import { formatLonger } from './format-longer.ts'
import { isVerbal } from './match-heading-units.ts'
import { findLabels, matchLabel, splitLabel, type Label } from './match-label.ts'
import { mergeUnits } from './read-charge.ts'
import type { Block } from './read-outline.ts'

/** Lets a labelled line ("Cơ quan chủ trì: …", "Thời gian: …") govern duties. */
function governDuties(label: Label, governed: readonly DutyDraft[], context: ReadingContext): void {
  if (label.kind === 'deadline') {
    const deadline = readLabelDeadline(label.value, context.issuedOn)
    if (deadline.kind !== 'none') for (const duty of governed) duty.deadline = deadline
  }
  if (label.kind !== 'lead' && label.kind !== 'coordinate' && label.kind !== 'assigned') return
  const units = readLabelUnits(label.value, label.kind, context)
  for (const duty of governed) {
    // Who is named beside a label stands above "các cơ quan, đơn vị" inside the sentence.
    const isAboutCharged = label.kind !== 'coordinate'
    const known = duty.units.filter(
      (unit) =>
        !units.some(({ name }) => fold(name) === fold(unit.name)) &&
        !(isAboutCharged && unit.role === 'assigned' && /^(?:cac|moi|tung)\s/.test(fold(unit.name))),
    )
    duty.units = mergeUnits(known, units)
  }
}

/** "Phân công thực hiện:" with labelled lines or units below it lets each of them govern. */
export function governByBlock(label: Label, block: Block, governed: readonly DutyDraft[], context: ReadingContext): void {
  for (const each of splitLabel(label, context.lexicon.words)) governDuties(each, governed, context)
  if (label.value !== '') return
  for (const child of block.children) {
    const below = matchLabel(child.paragraph.text, context.lexicon.words) ?? { kind: label.kind, value: child.paragraph.text }
    governByBlock(below, child, governed, context)
  }
}

/** Labels inside a duty's own words govern it. */
export function governByOwnLabels(duty: DutyDraft, context: ReadingContext): DutyDraft {
  for (const label of findLabels(duty.text, context.lexicon.words)) governDuties(label, [duty], context)
  return duty
}

/** The units of a label's value, one clause after the other; a clause may say that its units lead, or to whom they report. */
export function readLabelUnits(value: string, role: Role, context: ReadingContext): ChargedUnit[] {
  const units: ChargedUnit[] = []
  let clauseRole = role
  let at = 0
  for (const clause of value.split(/;|\.(?=\s\p{L}[^:.;]{2,50}:)/u)) {
    const label = matchLabel(clause.trim(), context.lexicon.words)
    clauseRole = roleOf(label) ?? clauseRole
    const skipped = label ? clause.indexOf(':') + 1 : 0
    units.push(...readClause(value, at + skipped, at + clause.length, clauseRole, context))
    at += clause.length + 1
  }
  const reports = findOtherRoles(value, context.lexicon).units.filter(({ role: other }) => other !== role)
  return mergeUnits(units, reports)
}

// "Sở A; cơ quan phối hợp: Sở B" on one line.
function roleOf(label: Label | undefined): Role | undefined {
  return label?.kind === 'lead' || label?.kind === 'coordinate' || label?.kind === 'assigned' ? label.kind : undefined
}

function readClause(value: string, from: number, end: number, role: Role, { lexicon }: ReadingContext): ChargedUnit[] {
  const start = from + /^\s*(?:và\s+)?/.exec(value.slice(from, end))![0].length
  const list = matchUnitList(value, start, lexicon.units, lexicon.words.verbs)
  if (!list) return []
  const predicate = value.slice(list.end, end)
  const own: Role = role === 'assigned' && isLead(predicate.slice(0, 40)) ? 'lead' : role
  const more = fold(predicate).search(/\bva (?=cac )/)
  const isOneMore = more > 0 && /^\s*(?:trong|theo|can cu|tuy)\b/.test(fold(predicate))
  const others = isOneMore ? findUnitNames(predicate.slice(more), lexicon.units, lexicon.words.verbs).slice(0, 1) : []
  const roles = listBracketRoles(value, list)
  // "UBND các xã, phường có điểm du lịch": where nothing but names stands, what follows the last narrows it down.
  const tail = /^\s\p{Ll}[^,.;:()]{2,60}$/u.exec(predicate.trimEnd())?.[0]
  const isTold = tail === undefined || isOneMore || isVerbal(tail, lexicon) || isLead(tail)
  const named = isTold ? list.units : formatLonger(list.units, tail)
  return [...named, ...others].map(({ name }, index) => ({ name, role: roles?.[index] ?? own }))
}
