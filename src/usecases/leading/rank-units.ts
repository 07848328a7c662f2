import { dayInVietnam } from '../../domain/calendar.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { nameRows, rateDone, type Digest, type DigestRow } from './count-duties.ts'
import { isSilent, SILENT_AFTER_DAYS } from './is-silent.ts'
import type { UnitsQuestion } from './read-units-question.ts'

type Named = DigestRow & { readonly name: string }

/** The units in the order that was asked for, each with its figures. */
export function rankUnits(question: UnitsQuestion, { asOf, rows }: Digest): Phrase[] {
  const names = nameRows(rows)
  const named = rows.map((row, index) => ({ ...row, name: names[index] ?? row.unit }))
  const byDone = named.toSorted((a, b) => shareDone(b) - shareDone(a) || b.done.total - a.done.total)
  const values = { day: formatDay(asOf), units: rows.length, days: SILENT_AFTER_DAYS }
  const silent = named.filter((row) => row.open.total > 0 && isSilent(row, asOf))
  const late = named.filter(({ open }) => open.overdue > 0).toSorted((a, b) => b.open.overdue - a.open.overdue)
  if (question === 'silent')
    return [{ say: 'units-silent', with: { ...values, count: silent.length } }, ...silent.map(describeUnit)]
  if (question === 'done') return [{ say: 'units-done', with: values }, ...byDone.map(describeUnit)]
  if (late.length > 0) return [{ say: 'units-late', with: { ...values, count: late.length } }, ...late.map(describeUnit)]
  return [{ say: 'units-late-none', with: values }, ...byDone.toReversed().map(describeUnit)]
}

function shareDone({ done, total }: DigestRow): number {
  return total === 0 ? 0 : done.total / total
}

function describeUnit(row: Named): Phrase {
  return {
    say: 'units-row',
    with: {
      unit: row.name,
      done: row.done.total,
      total: row.total,
      percent: rateDone(row).percent ?? '',
      overdue: row.open.overdue,
      last: row.lastReportAt === null ? [{ say: 'units-never' }] : formatDay(dayInVietnam(row.lastReportAt)),
    },
  }
}
