import type { Range } from '../../dates/place-time.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { rateDoneIn, type Compared, type ComparedRow, type Flow } from './compare-periods.ts'
import { formatChange } from './format-change.ts'

/** Two periods side by side: the sums, every rate with its numerator and denominator, then a line per unit, where more is overdue first. */
export function describeComparison({ periods, rows, sum }: Compared): Phrase[] {
  return [
    {
      say: 'compared-heading',
      with: { current: formatRange(periods.current), before: formatRange(periods.before), units: rows.length },
    },
    { say: 'compared-stock', with: compareFlow(sum.current, sum.before) },
    { say: 'compared-done', with: { ...compareFlow(sum.current, sum.before), ...describeRates(sum.current, sum.before) } },
    { say: 'compared-open', with: compareFlow(sum.current, sum.before) },
    { say: 'compared-how' },
    ...rows
      .toSorted((a, b) => growthOf(b) - growthOf(a) || b.current.overdue - a.current.overdue)
      .map(({ unit, current, before }) => ({
        say: 'compared-row',
        with: { unit, ...compareFlow(current, before), ...describeRates(current, before) },
      })),
  ]
}

/** How many more are overdue. */
function growthOf({ current, before }: Pick<ComparedRow, 'current' | 'before'>): number {
  return current.overdue - before.overdue
}

function compareFlow(current: Flow, before: Flow): Record<string, string | number> {
  return {
    ...current,
    load: current.carried + current.given,
    carriedBefore: before.carried,
    givenBefore: before.given,
    doneBefore: before.done,
    loadBefore: before.carried + before.given,
    doneOnTimeBefore: before.doneOnTime,
    openBefore: before.open,
    overdueBefore: before.overdue,
    carriedChange: formatChange(current.carried - before.carried),
    givenChange: formatChange(current.given - before.given),
    doneChange: formatChange(current.done - before.done),
    openChange: formatChange(current.open - before.open),
    overdueChange: formatChange(current.overdue - before.overdue),
  }
}

function describeRates(current: Flow, before: Flow): Record<string, string | number> {
  return { percent: rateDoneIn(current).percent ?? '', percentBefore: rateDoneIn(before).percent ?? '' }
}

function formatRange({ from, to }: Range): string {
  return from === to ? formatDay(from) : `${formatDay(from)}–${formatDay(to)}`
}
