import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createOfficeFiles } from '../../../../src/adapters/office-files/create-office-files.ts'
import { findComparison } from '../../../../src/dates/find-comparison.ts'
import type { Deadline } from '../../../../src/domain/deadline.ts'
import type { Duty } from '../../../../src/domain/duty.ts'
import type { ProgressUpdate } from '../../../../src/domain/progress.ts'
import { buildChart } from '../../../../src/usecases/leading/build-chart.ts'
import { buildReport } from '../../../../src/usecases/leading/build-report.ts'
import { comparePeriods } from '../../../../src/usecases/leading/compare-periods.ts'
import { countCarried } from '../../../../src/usecases/leading/count-carried.ts'
import { countDuties } from '../../../../src/usecases/leading/count-duties.ts'
import { describeComparison } from '../../../../src/usecases/leading/describe-comparison.ts'
import type { ReportWords } from '../../../../src/usecases/leading/report-words.ts'
import { buildYear } from '../../../support/build-year.ts'
import { readDocument, readWorkbook } from '../../../support/read-office-files.ts'

const words = JSON.parse(readFileSync('prompts/report.vi.json', 'utf8')) as ReportWords
const TODAY = '2026-11-21'
const year = buildYear()

// The recount is written anew and as plainly as can be: nothing of what it checks is used.
function endOfMonth(y: number, m: number): string {
  return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10)
}

/** "Trước 16 giờ ngày 25": until then on that day; undefined = all day. */
function hourOf({ asWritten }: Deadline): number | undefined {
  const [, hour] = /^trước (\d+) giờ/.exec(asWritten ?? '') ?? []
  return hour === undefined ? undefined : Number(hour)
}

/** Whether a report came in time: on an earlier day, or on the last one before its hour. */
function isInTime(at: string, last: string, hour: number | undefined): boolean {
  if (dayOf(at) !== last || hour === undefined) return dayOf(at) <= last
  const minutes = (Date.parse(at) / 60_000 + 7 * 60) % 1440
  return Math.floor(minutes) <= hour * 60
}

function lastDayOf(deadline: Deadline): string | undefined {
  const { kind, value, op } = deadline
  if (!value) return undefined
  if (kind === 'date') {
    const day = new Date(`${value}T00:00:00Z`)
    if (op === 'before' && hourOf(deadline) === undefined) day.setUTCDate(day.getUTCDate() - 1)
    return day.toISOString().slice(0, 10)
  }
  if (kind === 'month') return endOfMonth(Number(value.slice(0, 4)), Number(value.slice(5)))
  if (kind === 'quarter') return endOfMonth(Number(value.slice(0, 4)), 3 * Number(value.slice(6)))
  if (kind === 'year') return `${value}-12-31`
  if (kind === 'period' && value === '2026/..') return undefined
  if (kind === 'period') return endOfMonth(Number(value.slice(5, 9)), Number(value.slice(10)))
  return undefined
}

function dayOf(moment: string): string {
  return new Date(Date.parse(moment) + 7 * 3600 * 1000).toISOString().slice(0, 10)
}

function quarterOf({ at }: { at: string }): string {
  return `${dayOf(at).slice(0, 4)} ${Math.ceil(Number(dayOf(at).slice(5, 7)) / 3)}`
}

function standing(lines: readonly ProgressUpdate[]): ProgressUpdate | undefined {
  let left = lines.filter(({ revokes }) => revokes === null)
  for (const { revokes } of lines) if (revokes !== null) left = left.filter(({ id }) => id !== revokes)
  return left.at(-1)
}

type Recount = { total: number; onTime: number; late: number; doneNone: number; inTime: number; overdue: number; openNone: number }

function bucketOf(deadline: Deadline, state: ProgressUpdate | undefined, today: string): keyof Recount {
  const last = lastDayOf(deadline)
  if (state?.status !== 'done') return last === undefined ? 'openNone' : today <= last ? 'inTime' : 'overdue'
  return last === undefined ? 'doneNone' : isInTime(state.at, last, hourOf(deadline)) ? 'onTime' : 'late'
}

function recount(duties: readonly Duty[], log: readonly ProgressUpdate[], today: string, round = today): Map<string, Recount> {
  const linesOf = Map.groupBy(log, ({ dutyId }) => dutyId)
  const result = new Map<string, Recount>()
  for (const { id, units, deadline } of duties) {
    for (const { unitId, role } of units) {
      if (role === 'report_to') continue
      const row = result.get(unitId) ?? { total: 0, onTime: 0, late: 0, doneNone: 0, inTime: 0, overdue: 0, openNone: 0 }
      const ofUnit = (linesOf.get(id) ?? []).filter((line) => line.unitId === unitId)
      // What comes back every quarter is counted in the quarter of the day.
      const isMeant = (line: ProgressUpdate) =>
        deadline.kind !== 'recurring' || quarterOf(line) === quarterOf({ at: `${round}T05:00:00Z` })
      const state = standing(ofUnit.filter(isMeant))
      row.total += 1
      row[bucketOf(deadline, state, today)] += 1
      result.set(unitId, row)
    }
  }
  return result
}

const log = year.log.filter(({ at }) => dayOf(at) <= TODAY)
const expected = recount(year.duties, log, TODAY)
const digest = countDuties(year.units, log, year.library, TODAY)
const carried = countCarried(year.units, year.log, year.library, '2026-11-01')
const report = buildReport({ digest, carried, issuer: undefined, superior: undefined }, words)

function percent(numerator: number, denominator: number): number | '' {
  return denominator === 0 ? '' : Math.round((100 * numerator) / denominator)
}

/** A row as it has to be printed, from the recount alone. */
function print(order: number | '', name: string, r: Recount, before: Recount): (string | number)[] {
  const done = r.onTime + r.late + r.doneNone
  const due = r.onTime + r.late + r.overdue
  const open = r.inTime + r.overdue + r.openNone
  return [
    order,
    name,
    r.total,
    openOf(before),
    done,
    r.onTime,
    r.late,
    r.doneNone,
    open,
    r.inTime,
    r.overdue,
    r.openNone,
    percent(done, r.total),
    `${done}/${r.total}`,
    percent(r.onTime, due),
    `${r.onTime}/${due}`,
    done - doneOf(before),
    r.overdue - before.overdue,
  ]
}

function add(rows: readonly Recount[]): Recount {
  const sum: Recount = { total: 0, onTime: 0, late: 0, doneNone: 0, inTime: 0, overdue: 0, openNone: 0 }
  for (const row of rows) for (const key of Object.keys(sum) as (keyof Recount)[]) sum[key] += row[key]
  return sum
}

const NONE: Recount = { total: 0, onTime: 0, late: 0, doneNone: 0, inTime: 0, overdue: 0, openNone: 0 }
const openOf = (r: Recount): number => r.inTime + r.overdue + r.openNone
const doneOf = (r: Recount): number => r.onTime + r.late + r.doneNone

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T05:00:00Z`) + 24 * 3600 * 1000).toISOString().slice(0, 10)
}

/** The recount as it would have been made at the end of a day: later papers and reports are not known; rounds are those of the day, or of another. */
function recountAt(day: string, round = day): Map<string, Recount> {
  const given = new Set(year.library.plans.filter(({ plan }) => plan.issuedOn! <= day).map(({ id }) => id))
  return recount(
    year.duties.filter(({ planId }) => given.has(planId)),
    year.log.filter(({ at }) => dayOf(at) <= day),
    day,
    round,
  )
}
const carriedExpected = recountAt('2026-10-31')
const printed = year.units.map(({ id, name }, index) => print(index + 1, name, expected.get(id)!, carriedExpected.get(id) ?? NONE))
const printedSum = print('', words.sum, add([...expected.values()]), add([...carriedExpected.values()]))

/** What went through between two recounts. */
function flow(begin: Recount, end: Recount) {
  return {
    carried: openOf(begin),
    given: end.total - begin.total,
    done: doneOf(end) - doneOf(begin),
    doneOnTime: end.onTime - begin.onTime,
    open: openOf(end),
    overdue: end.overdue,
  }
}

function amounts(r: Recount): number[] {
  return [r.onTime, r.late, r.doneNone, r.inTime, r.overdue, r.openNone]
}

function asRead(row: readonly (string | number)[]): (string | number | null)[] {
  return row.map((cell) => (cell === '' ? null : cell))
}

describe('a year of 200 units with 40 duties each', () => {
  test('table, sums and rates are those of a plain recount from the log', () => {
    expect(digest.rows).toHaveLength(200)
    expect(digest.rows.reduce((sum, { total }) => sum + total, 0)).toBe(8000)
    expect(report.rows.map((row) => row.slice(0, -1))).toEqual(printed)
    expect(report.sum.slice(0, -1)).toEqual(printedSum)
    const sum = add([...expected.values()])
    expect(digest.rate).toEqual({ numerator: sum.onTime, denominator: sum.onTime + sum.late + sum.overdue })
  })

  test('the chart shows the same numbers, the units beyond the twentieth in one bar', () => {
    const { bars, footer } = buildChart(digest, words, carried)
    expect(bars).toHaveLength(21)
    expect(bars[0]?.amounts).toEqual(amounts(add([...expected.values()])))
    for (const { name, amounts: shown, remark } of bars.slice(1, -1)) {
      const r = expected.get(year.units.find((unit) => unit.name === name)!.id)!
      expect(shown).toEqual(amounts(r))
      expect(remark).toBe(`${r.onTime + r.late + r.doneNone}/${r.total}`)
    }
    const parts = bars.slice(1).reduce((sums, bar) => sums.map((sum, index) => sum + bar.amounts[index]!), [0, 0, 0, 0, 0, 0])
    expect(parts).toEqual(bars[0]?.amounts)
    expect(footer).toContain(`${digest.rate.numerator}/${digest.rate.denominator}`)
    const [then, now] = [add([...carriedExpected.values()]), add([...expected.values()])]
    expect(footer).toContain(`hoàn thành ${doneOf(then)}, nay ${doneOf(now)} (`)
    expect(footer).toContain(`quá hạn chưa xong ${then.overdue}, nay ${now.overdue} (`)
  })

  test('the Excel file, read back, holds the same numbers as numbers', async () => {
    const rows = readWorkbook(await createOfficeFiles().writeWorkbook(report))
    const first = rows.findIndex(([order, name]) => order === 1 && name === 'Đơn vị số 1')
    expect(rows.slice(first, first + 200).map((row) => row.slice(0, 18))).toEqual(printed.map(asRead))
    expect(rows[first + 200]?.slice(0, 18)).toEqual(asRead(printedSum))
  })

  test('the Word file, read back, holds the same numbers', async () => {
    const { tables } = readDocument(await createOfficeFiles().writeDocument(report))
    const table = tables.find((rows) => rows.length > 200)!
    expect(table.slice(2, 202).map((row) => row.slice(0, 18))).toEqual(printed.map((row) => row.map(String)))
    expect(table[202]?.slice(0, 18)).toEqual(printedSum.map(String))
  })

  test('the report in words has its five sections, and the numbers of the recount in them', async () => {
    const perPlan = year.library.plans.map((plan) => ({
      plan,
      digest: countDuties(year.units, log, { ...year.library, plans: [plan] }, TODAY),
    }))
    const outcome = { perPlan, perDuty: [], concerns: [] }
    const sheet = buildReport({ digest, carried, issuer: undefined, superior: undefined, outcome }, words)
    const { tables, text } = readDocument(await createOfficeFiles().writeDocument(sheet))
    const sum = add([...expected.values()])
    expect(text).toContain(`Đã hoàn thành ${doneOf(sum)}/${sum.total} lượt việc: đúng hạn ${sum.onTime}, quá hạn ${sum.late}`)
    expect(text).toContain(`Chưa hoàn thành ${openOf(sum)}: trong hạn ${sum.inTime}, quá hạn ${sum.overdue}`)
    for (const { plan } of perPlan) {
      const own = add([
        ...recount(
          year.duties.filter(({ planId }) => planId === plan.id),
          log,
          TODAY,
        ).values(),
      ])
      expect(text).toContain(`${plan.plan.number}: ${own.total} lượt việc, hoàn thành ${doneOf(own)} (đúng hạn ${own.onTime},`)
    }
    const marks = ['I. CÔNG TÁC', 'II. KẾT QUẢ', 'III. ĐÁNH GIÁ', 'IV. PHƯƠNG HƯỚNG', 'V. KHÓ KHĂN', 'PHỤ LỤC']
    const places = marks.map((mark) => text.indexOf(mark))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(tables.find((rows) => rows.length > 200)?.slice(2, 202)).toHaveLength(200)
  })

  test.each([
    ['quý III so với quý II', ['2026-06-30', '2026-09-30'], ['2026-03-31', '2026-06-30']],
    ['tháng này so với tháng trước', ['2026-10-31', TODAY], ['2026-09-30', '2026-10-31']],
    ['tuần này so với tuần trước', ['2026-11-15', TODAY], ['2026-11-08', '2026-11-15']],
    ['tổng hợp so với cùng kỳ năm ngoái', ['2025-12-31', TODAY], ['2024-12-31', '2025-11-21']],
  ] as const)('%s: every number per unit and in sum is that of four plain recounts', (asked, now, then) => {
    const compared = comparePeriods(findComparison(asked, TODAY)!, year.units, year.log, year.library, TODAY)
    const [current, before] = [now, then].map(([from, to]) => [recountAt(from, nextDay(from)), recountAt(to)] as const)
    const flowsOf = (id: string) => ({
      current: flow(current![0].get(id) ?? NONE, current![1].get(id) ?? NONE),
      before: flow(before![0].get(id) ?? NONE, before![1].get(id) ?? NONE),
    })
    const known = year.units.filter(({ id }) => current![1].has(id) || before![1].has(id))
    expect(compared.rows).toEqual(known.map(({ id, name }) => ({ unit: name, ...flowsOf(id) })))
    const sums = [current, before].map((pair) => flow(add([...pair![0].values()]), add([...pair![1].values()])))
    expect(compared.sum).toEqual({ current: sums[0], before: sums[1] })
    for (const { carried: stock, given, done, open } of sums) expect(stock + given - done).toBe(open)
    // What is said is what was counted.
    const heading = describeComparison(compared)[2]!
    expect(heading.with).toMatchObject({ done: sums[0]!.done, load: sums[0]!.carried + sums[0]!.given, doneBefore: sums[1]!.done })
  })
})
