import type { Day } from '../../domain/calendar.ts'
import { dayInVietnam } from '../../domain/calendar.ts'
import { lastDayInTime } from '../../domain/deadline.ts'
import type { Duty } from '../../domain/duty.ts'
import { currentProgress, type ProgressUpdate } from '../../domain/progress.ts'
import type { Unit } from '../../domain/unit.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import type { Library } from '../library.ts'

/** One row of the leaders' 2×2 table; total is the sum of its parts, and what has no deadline is told apart. */
export type DigestRow = {
  readonly unit: string
  readonly unitId: string
  readonly place: string | null
  readonly total: number
  readonly done: { readonly total: number; readonly onTime: number; readonly late: number; readonly noDeadline: number }
  readonly open: { readonly total: number; readonly inTime: number; readonly overdue: number; readonly noDeadline: number }
  /** Last report of the unit, for "silent units". */
  readonly lastReportAt: string | null
}

/** So many out of so many; percent is whole, and undefined where there is nothing to be a share of. */
export type Rate = { readonly numerator: number; readonly denominator: number; readonly percent: number | undefined }

/** The table with its rate: done on time out of those whose deadline has come. */
export type Digest = {
  readonly asOf: Day
  readonly rows: readonly DigestRow[]
  readonly rate: { readonly numerator: number; readonly denominator: number }
}

/** Counts every unit's duties, own and common, as they stand on a day. Late is computed here and stored nowhere. */
export function countDuties(
  units: readonly Unit[],
  log: readonly ProgressUpdate[],
  library: Pick<Library, 'plans' | 'chargesOf' | 'unitById' | 'covers'>,
  today: Day,
): Digest {
  const byPlace = Map.groupBy(log, ({ dutyId, unitId }) => `${dutyId} ${unitId}`)
  const rows = units.flatMap((unit) => {
    const duties = findUnitDuties([unit], library.plans, library).flatMap(({ own, common }) => [...own, ...common])
    return duties.length > 0 ? [countUnit(unit, duties, (duty) => byPlace.get(`${duty.id} ${unit.id}`) ?? [], today)] : []
  })
  const { numerator, denominator } = rateOnTime(sumRows(rows))
  return { asOf: today, rows, rate: { numerator, denominator } }
}

/** The rows in one. */
export function sumRows(rows: readonly DigestRow[]): Omit<DigestRow, 'unit' | 'unitId' | 'place' | 'lastReportAt'> {
  const sum = (pick: (row: DigestRow) => number): number => rows.reduce((total, row) => total + pick(row), 0)
  return {
    total: sum(({ total }) => total),
    done: {
      total: sum(({ done }) => done.total),
      onTime: sum(({ done }) => done.onTime),
      late: sum(({ done }) => done.late),
      noDeadline: sum(({ done }) => done.noDeadline),
    },
    open: {
      total: sum(({ open }) => open.total),
      inTime: sum(({ open }) => open.inTime),
      overdue: sum(({ open }) => open.overdue),
      noDeadline: sum(({ open }) => open.noDeadline),
    },
  }
}

/** What each row is called: by its name, and with its place where two share the name. */
export function nameRows(rows: readonly DigestRow[]): string[] {
  const shared = Map.groupBy(rows, ({ unit }) => unit)
  return rows.map(({ unit, place }) => (place !== null && (shared.get(unit)?.length ?? 0) > 1 ? `${unit} (${place})` : unit))
}

/** Tỷ lệ hoàn thành: done out of all. */
export function rateDone({ done, total }: Pick<DigestRow, 'done' | 'total'>): Rate {
  return rateOf(done.total, total)
}

/** Tỷ lệ đúng hạn: done on time out of those with a deadline that are done or late. */
export function rateOnTime({ done, open }: Pick<DigestRow, 'done' | 'open'>): Rate {
  return rateOf(done.onTime, done.onTime + done.late + open.overdue)
}

/** So many out of so many. */
export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, percent: denominator > 0 ? Math.round((100 * numerator) / denominator) : undefined }
}

function countUnit(unit: Unit, duties: readonly Duty[], logOf: (duty: Duty) => readonly ProgressUpdate[], today: Day): DigestRow {
  const counts = { onTime: 0, late: 0, doneNoDeadline: 0, inTime: 0, overdue: 0, noDeadline: 0 }
  let lastReportAt: string | null = null
  for (const duty of duties) {
    const log = logOf(duty)
    const state = currentProgress(log)
    if (state && (lastReportAt === null || state.at > lastReportAt)) lastReportAt = state.at
    const lastDay = lastDayInTime(duty.deadline)
    const doneOn = state?.status === 'done' ? dayInVietnam(state.at) : undefined
    counts[bucketOf(lastDay, doneOn, today)] += 1
  }
  const { onTime, late, doneNoDeadline, inTime, overdue, noDeadline } = counts
  return {
    unit: unit.name,
    unitId: unit.id,
    place: unit.place,
    total: duties.length,
    done: { total: onTime + late + doneNoDeadline, onTime, late, noDeadline: doneNoDeadline },
    open: { total: inTime + overdue + noDeadline, inTime, overdue, noDeadline },
    lastReportAt,
  }
}

type Bucket = 'onTime' | 'late' | 'doneNoDeadline' | 'inTime' | 'overdue' | 'noDeadline'

function bucketOf(lastDay: Day | undefined, doneOn: Day | undefined, today: Day): Bucket {
  if (doneOn !== undefined) return lastDay === undefined ? 'doneNoDeadline' : doneOn <= lastDay ? 'onTime' : 'late'
  return lastDay === undefined ? 'noDeadline' : today <= lastDay ? 'inTime' : 'overdue'
}
