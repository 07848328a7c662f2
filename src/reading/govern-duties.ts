import type { Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList, type FoundUnitName } from '../units/find-unit-names.ts'
import { readLabelDeadline } from './govern-deadline.ts'
import type { ReadingLexicon } from './lexicon.ts'
import type { Label } from './match-label.ts'
import type { DutyDraft, ReadingContext } from './read-duties.ts'
import type { Block } from './read-outline.ts'

/** Lets a labelled line govern duties; returns duties that the line itself holds. */
export function applyLabel(label: Label, _block: Block, governed: readonly DutyDraft[], context: ReadingContext): DutyDraft[] {
  if (label.kind === 'deadline') {
    const deadline = readLabelDeadline(label.value, context.issuedOn)
    for (const duty of governed) if (deadline.kind !== 'none') duty.deadline = deadline
  }
  if (label.kind === 'lead' || label.kind === 'coordinate' || label.kind === 'assigned') {
    const role: Role = label.kind
    const units = listUnits(label.value, context.lexicon).map(({ name }) => ({ name, role }))
    for (const duty of governed) {
      const known = duty.units.filter((unit) => !units.some(({ name }) => fold(name) === fold(unit.name)))
      duty.units = [...known, ...units]
    }
  }
  return []
}

function listUnits(value: string, lexicon: ReadingLexicon): FoundUnitName[] {
  const units: FoundUnitName[] = []
  let at = 0
  for (const clause of value.split(';')) {
    const start = at + /^\s*(?:và\s+)?/.exec(clause)![0].length
    units.push(...(matchUnitList(value, start, lexicon.units, lexicon.words.verbs)?.units ?? []))
    at += clause.length + 1
  }
  return units
}
