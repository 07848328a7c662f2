import type { Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { findUnitNames, matchUnitList } from '../units/find-unit-names.ts'
import type { ChargedUnit, DutyDraft, ReadingContext } from './duty-draft.ts'
import { findOtherRoles, isLead } from './find-roles.ts'
import { readLabelDeadline } from './govern-deadline.ts'
import { matchLabel, type Label } from './match-label.ts'
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
        !(isAboutCharged && unit.role === 'assigned' && /^cac\s/.test(fold(unit.name))),
    )
    duty.units = mergeUnits(known, units)
  }
}

/** "Phân công thực hiện:" with labelled lines or units below it lets each of them govern. */
export function governByBlock(label: Label, block: Block, governed: readonly DutyDraft[], context: ReadingContext): void {
  governDuties(label, governed, context)
  if (label.value !== '') return
  for (const child of block.children) {
    const below = matchLabel(child.paragraph.text, context.lexicon.words) ?? { kind: label.kind, value: child.paragraph.text }
    governByBlock(below, child, governed, context)
  }
}

/** The units of a label's value, one clause after the other; a clause may say that its units lead, or to whom they report. */
export function readLabelUnits(value: string, role: Role, { lexicon }: ReadingContext): ChargedUnit[] {
  const units: ChargedUnit[] = []
  let at = 0
  for (const clause of value.split(';')) {
    const start = at + /^\s*(?:và\s+)?/.exec(clause)![0].length
    const list = matchUnitList(value, start, lexicon.units, lexicon.words.verbs)
    const predicate = list ? value.slice(list.end, at + clause.length) : clause
    const own: Role = role === 'assigned' && isLead(predicate.slice(0, 40)) ? 'lead' : role
    units.push(...(list?.units ?? []).map(({ name }) => ({ name, role: own })))
    const more = fold(predicate).search(/\bva (?=cac )/)
    if (list && more > 0 && /^\s*(?:trong|theo|can cu|tuy)\b/.test(fold(predicate))) {
      units.push(
        ...findUnitNames(predicate.slice(more), lexicon.units, lexicon.words.verbs)
          .slice(0, 1)
          .map(({ name }) => ({ name, role: own })),
      )
    }
    at += clause.length + 1
  }
  const reports = findOtherRoles(value, lexicon).units.filter(({ role: other }) => other !== role)
  return mergeUnits(units, reports)
}
