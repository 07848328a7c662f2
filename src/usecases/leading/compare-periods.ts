import type { Comparison } from '../../dates/find-comparison.ts'
import type { Day } from '../../domain/calendar.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Library } from '../library.ts'
import { countDutiesAt, countDutiesOpening } from './count-carried.ts'
import { nameRows, rateOf, sumRows, type Digest, type DigestRow, type Rate } from './count-duties.ts'

/**
 * What went through a unit in a period. What was carried over and what was given make up the load; what of it is done net of what was
 * returned, and what is left open at the end, make it up again.
 */
export type Flow = {
  readonly carried: number
  readonly given: number
  readonly done: number
  readonly doneOnTime: number
  readonly open: number
  readonly overdue: number
}

/** A unit in two periods. */
export type ComparedRow = { readonly unit: string; readonly current: Flow; readonly before: Flow }

/** Two periods per unit, and all units together. */
export type Compared = {
  readonly periods: Comparison
  readonly rows: readonly ComparedRow[]
  readonly sum: Omit<ComparedRow, 'unit'>
}

/** Counts what went through every unit in two periods; a period that still runs ends today. */
export function comparePeriods(
  { current, before }: Comparison,
  units: readonly Unit[],
  log: readonly LogLine[],
  library: Library,
  today: Day,
): Compared {
  const clip = (day: Day): Day => (day < today ? day : today)
  const periods = { current: { from: current.from, to: clip(current.to) }, before: { from: before.from, to: clip(before.to) } }
  const [currentFlows, beforeFlows] = [periods.current, periods.before].map(({ from, to }) =>
    countFlows(countDutiesOpening(units, log, library, from), countDutiesAt(units, log, library, to)),
  ) as [Flows, Flows]
  const known = new Map([...beforeFlows.byUnit, ...currentFlows.byUnit].map(([unitId, { row }]) => [unitId, row]))
  const shown = units.flatMap(({ id }) => known.get(id) ?? [])
  const names = nameRows(shown)
  const rows = shown.map(({ unitId }, index) => ({
    unit: names[index] ?? '',
    current: currentFlows.byUnit.get(unitId)?.flow ?? NOTHING,
    before: beforeFlows.byUnit.get(unitId)?.flow ?? NOTHING,
  }))
  return { periods, rows, sum: { current: currentFlows.sum, before: beforeFlows.sum } }
}

/** Tỷ lệ hoàn thành trong kỳ: done in the period out of what was carried over and given. */
export function rateDoneIn({ done, carried, given }: Flow): Rate {
  return rateOf(done, carried + given)
}

type Flows = { readonly byUnit: ReadonlyMap<string, { readonly row: DigestRow; readonly flow: Flow }>; readonly sum: Flow }

const NOTHING: Flow = { carried: 0, given: 0, done: 0, doneOnTime: 0, open: 0, overdue: 0 }

function countFlows(begin: Digest, end: Digest): Flows {
  const atBegin = new Map(begin.rows.map((row) => [row.unitId, row]))
  return {
    byUnit: new Map(end.rows.map((row) => [row.unitId, { row, flow: flowBetween(atBegin.get(row.unitId), row) }])),
    sum: flowBetween(sumRows(begin.rows), sumRows(end.rows)),
  }
}

type Counted = Pick<DigestRow, 'total' | 'done' | 'open'>

function flowBetween(begin: Counted | undefined, end: Counted): Flow {
  return {
    carried: begin?.open.total ?? 0,
    given: end.total - (begin?.total ?? 0),
    done: end.done.total - (begin?.done.total ?? 0),
    doneOnTime: end.done.onTime - (begin?.done.onTime ?? 0),
    open: end.open.total,
    overdue: end.open.overdue,
  }
}
