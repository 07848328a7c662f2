import type { BarChart, ChartBar } from '../../ports/charts.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { nameRows, rateOnTime, sumRows, type Digest, type DigestRow } from './count-duties.ts'
import type { Carried } from './count-carried.ts'
import { formatChange } from './format-change.ts'
import { fillWords, type ReportWords } from './report-words.ts'

/** More bars than these cannot be told apart on a phone; the others are one bar together. */
const MOST_BARS = 20

type Counted = Pick<DigestRow, 'total' | 'done' | 'open'>

// Green is done, blue is on its way, red is late: told apart by brightness too, for those who see no colors.
const PARTS = [
  { name: 'onTime', color: '#1b7f4d', amount: ({ done }: Counted) => done.onTime },
  { name: 'late', color: '#e0a100', amount: ({ done }: Counted) => done.late },
  { name: 'doneNoDeadline', color: '#8fcfae', amount: ({ done }: Counted) => done.noDeadline },
  { name: 'inTime', color: '#2f6fb7', amount: ({ open }: Counted) => open.inTime },
  { name: 'overdue', color: '#c0392b', amount: ({ open }: Counted) => open.overdue },
  { name: 'noDeadline', color: '#b8c2cc', amount: ({ open }: Counted) => open.noDeadline },
] as const

/** The digest as stacked bars: the sum first, then the units, the most overdue first; below them how it moved since a period began. */
export function buildChart({ asOf, rows }: Digest, { chart: words }: ReportWords, carried?: Carried): BarChart {
  const sum = sumRows(rows)
  const { percent, ...rate } = rateOnTime(sum)
  const names = nameRows(rows)
  const named = rows.map((row, index) => ({ ...row, unit: names[index] ?? row.unit }))
  const sorted = named.toSorted((a, b) => b.open.overdue - a.open.overdue || b.total - a.total)
  const shown = sorted.length > MOST_BARS ? sorted.slice(0, MOST_BARS - 1) : sorted
  const others = sorted.slice(shown.length)
  const bar = (name: string, row: Counted): ChartBar => ({
    name,
    amounts: PARTS.map(({ amount }) => amount(row)),
    remark: fillWords(words.remark, { done: row.done.total, total: row.total }),
  })
  return {
    title: words.title,
    subtitle: fillWords(words.subtitle, { day: formatDay(asOf), units: rows.length, total: sum.total }),
    parts: PARTS.map(({ name, color }) => ({ name: words.parts[name], color })),
    bars: [
      bar(words.sum, sum),
      ...shown.map((row) => bar(row.unit, row)),
      ...(others.length > 0 ? [bar(fillWords(words.others, { count: others.length }), sumRows(others))] : []),
    ],
    footer: [
      percent === undefined ? words.footerNone : fillWords(words.footer, { ...rate, percent }),
      ...(carried ? [wordChange(sum, rows, carried, words)] : []),
    ].join(' '),
  }
}

function wordChange(
  { done, open }: Counted,
  rows: readonly DigestRow[],
  { since, byUnit }: Carried,
  words: ReportWords['chart'],
): string {
  const before = rows.flatMap(({ unitId }) => byUnit.get(unitId) ?? [])
  const doneBefore = before.reduce((total, row) => total + row.done.total, 0)
  const overdueBefore = before.reduce((total, row) => total + row.open.overdue, 0)
  return fillWords(words.compared, {
    day: formatDay(since),
    doneBefore,
    done: done.total,
    doneChange: formatChange(done.total - doneBefore),
    overdueBefore,
    overdue: open.overdue,
    overdueChange: formatChange(open.overdue - overdueBefore),
  })
}
