import type { Role } from '../domain/plan.ts'
import type { ChargedUnit, DutyDraft, ReadingContext } from './duty-draft.ts'
import { findOtherRoles } from './find-roles.ts'
import { readLabelDeadline, readOwnDeadline } from './govern-deadline.ts'
import { readLabelUnits } from './govern-duties.ts'
import { mergeUnits } from './read-charge.ts'
import type { Table, TableRow } from './read-tables.ts'

const ROLES: readonly Role[] = ['lead', 'assigned', 'coordinate'] as const

/** One duty a row; its path is the section that the table stands in, the part of the table and the row's number. */
export function readTableDuties(
  tables: readonly Table[],
  sectionAt: (line: number) => string | undefined,
  context: ReadingContext,
): DutyDraft[] {
  return tables.flatMap(({ rows }) =>
    rows.map((row) => draftRow(row, [sectionAt(row.first), row.group, row.ordinal].filter(Boolean).join('.'), context)),
  )
}

function draftRow(row: TableRow, path: string, context: ReadingContext): DutyDraft {
  const text = row.cells.content!
  const others = findOtherRoles(text, context.lexicon)
  const charged = ROLES.flatMap((role): ChargedUnit[] => {
    const cell = role === 'report_to' ? undefined : row.cells[role]
    return cell ? readLabelUnits(cell, role, context) : []
  })
  const due = row.cells.deadline ? readLabelDeadline(row.cells.deadline, context.issuedOn) : undefined
  const deadline = due && due.kind !== 'none' ? due : readOwnDeadline(text, context.issuedOn)
  return {
    path,
    first: row.first,
    last: row.last,
    text,
    units: mergeUnits(charged, others.units),
    deadline,
    reporting: others.reporting,
    confidence: charged.length > 0 ? 0.9 : 0.7,
  }
}
