import type { Day, Moment } from '../../domain/calendar.ts'
import { dayInVietnam, timeInVietnam } from '../../domain/calendar.ts'
import { isDone, type DutyStage, type LogLine } from '../../domain/duty-life.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Library } from '../library.ts'
import { buildLives, type Lives } from '../life/build-lives.ts'
import { hourOf, lastDayOf, listRows, type Row } from '../life/list-rows.ts'

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
  readonly aside: Aside
}

/** What the parts do not tell: of what is done or open, how much waits for somebody; what was stopped counts neither as done nor as open. */
export type Aside = {
  /** Reported done and not confirmed yet. */
  readonly unconfirmed: number
  readonly extensions: number
  readonly transfers: number
  readonly stopped: number
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
  log: readonly LogLine[],
  library: Pick<Library, 'plans' | 'chargesOf' | 'unitById' | 'covers' | 'dutyById'>,
  today: Day,
): Digest {
  const lives = buildLives(log, today)
  const rows = units.flatMap((unit) => {
    const ofUnit = listRows(unit, library, lives)
    return ofUnit.length > 0 ? [countUnit(unit, ofUnit, lives, today)] : []
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
    aside: {
      unconfirmed: sum(({ aside }) => aside.unconfirmed),
      extensions: sum(({ aside }) => aside.extensions),
      transfers: sum(({ aside }) => aside.transfers),
      stopped: sum(({ aside }) => aside.stopped),
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

function countUnit(unit: Unit, rows: readonly Row[], lives: Lives, today: Day): DigestRow {
  const counts = { onTime: 0, late: 0, doneNoDeadline: 0, inTime: 0, overdue: 0, noDeadline: 0 }
  const aside = { unconfirmed: 0, extensions: 0, transfers: 0, stopped: 0 }
  let lastReportAt: string | null = null
  for (const { duty, unitId, life } of rows) {
    const { report, stage } = life
    const heardAt = lives.lastReportAt(duty.id, unitId)
    if (heardAt && (lastReportAt === null || heardAt > lastReportAt)) lastReportAt = heardAt
    const waits = WAITING[stage]
    if (waits) aside[waits] += 1
    if (stage === 'stopped') continue
    const doneAt = isDone(life) && report ? report.at : undefined
    counts[bucketOf(lastDayOf(duty, life), hourOf(duty, life), doneAt, today)] += 1
  }
  const { onTime, late, doneNoDeadline, inTime, overdue, noDeadline } = counts
  return {
    unit: unit.name,
    unitId: unit.id,
    place: unit.place,
    total: rows.length - aside.stopped,
    done: { total: onTime + late + doneNoDeadline, onTime, late, noDeadline: doneNoDeadline },
    open: { total: inTime + overdue + noDeadline, inTime, overdue, noDeadline },
    lastReportAt,
    aside,
  }
}

const WAITING: Readonly<Partial<Record<DutyStage, keyof Aside>>> = {
  reported: 'unconfirmed',
  extension_asked: 'extensions',
  transfer_proposed: 'transfers',
  stopped: 'stopped',
}

type Bucket = 'onTime' | 'late' | 'doneNoDeadline' | 'inTime' | 'overdue' | 'noDeadline'

function bucketOf(lastDay: Day | undefined, hour: string | undefined, doneAt: Moment | undefined, today: Day): Bucket {
  if (doneAt === undefined) return lastDay === undefined ? 'noDeadline' : today <= lastDay ? 'inTime' : 'overdue'
  if (lastDay === undefined) return 'doneNoDeadline'
  const doneOn = dayInVietnam(doneAt)
  const isAfterHour = doneOn === lastDay && hour !== undefined && timeInVietnam(doneAt) > hour
  return doneOn <= lastDay && !isAfterHour ? 'onTime' : 'late'
}
