import type { Deadline } from '../../domain/deadline.ts'
import type { DutyReading } from '../../domain/plan.ts'

const TEXT = 150
const WIDEST = 64
const UNDER = ' '.repeat(4)

/** Duties in aligned columns, each with its words below; "!" marks those that somebody should look at. */
export function formatDuties(duties: readonly DutyReading[], isDoubtful: (duty: DutyReading) => boolean): string[] {
  const rows = duties.map((duty) => ({
    duty,
    cells: [duty.path, duty.lines.join('-'), duty.confidence.toFixed(2), formatDeadline(duty.deadline), formatUnits(duty)],
  }))
  const heads = ['path', 'lines', 'certainty', 'deadline', 'units (role)']
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)))
  const align = (mark: string, cells: readonly string[]): string =>
    `${mark} ${cells.map((cell, column) => (column < cells.length - 1 ? cell.padEnd(Math.min(widths[column] ?? 0, WIDEST)) : cell)).join('  ')}`.trimEnd()
  return [
    align(' ', heads),
    ...rows.flatMap(({ duty, cells }) => [align(isDoubtful(duty) ? '!' : ' ', cells), `${UNDER}${cutText(duty.text)}`]),
  ]
}

function formatDeadline({ kind, value, asWritten }: Deadline): string {
  return kind === 'none' ? '-' : `${(asWritten ?? '').replaceAll(/\s+/g, ' ')} [${[...new Set([kind, value ?? kind])].join(' ')}]`
}

function formatUnits({ units }: DutyReading): string {
  return units.map(({ name, role }) => `${name} (${role})`).join(', ') || '-'
}

function cutText(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > TEXT ? `${line.slice(0, TEXT - 2).trimEnd()} …` : line
}
