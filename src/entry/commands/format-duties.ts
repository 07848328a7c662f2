import type { Deadline } from '../../domain/deadline.ts'
import type { DutyReading } from '../../domain/plan.ts'

const TEXT = 150
const WIDEST = 64
const UNDER = ' '.repeat(4)

/** Why a duty is doubtful, in words; undefined when it is not. */
export type WhyDoubtful = (duty: DutyReading) => readonly string[] | undefined

/** Duties in aligned columns, each with its words below; "!" marks those to look at, with the reasons and the words of the source. */
export function formatDuties(duties: readonly DutyReading[], whyDoubtful: WhyDoubtful): string[] {
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
    ...rows.flatMap(({ duty, cells }) => {
      const reasons = whyDoubtful(duty)
      const row = [align(reasons ? '!' : ' ', cells), `${UNDER}${cutText(duty.text)}`]
      return reasons ? [...row, ...formatDoubt(duty, reasons)] : row
    }),
  ]
}

function formatDoubt({ quote, lines: [line] }: DutyReading, reasons: readonly string[]): string[] {
  return [...reasons.map((reason) => `${UNDER}why:    ${reason}`), `${UNDER}source: line ${line}: "${cutText(quote)}"`]
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
