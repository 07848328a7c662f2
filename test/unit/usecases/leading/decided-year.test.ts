import { describe, expect, test } from 'vitest'
import { dayInVietnam } from '../../../../src/domain/calendar.ts'
import { lastDayInTime } from '../../../../src/domain/deadline.ts'
import type { DutyAct, DutyActKind } from '../../../../src/domain/duty-life.ts'
import type { ProgressUpdate } from '../../../../src/domain/progress.ts'
import { countDuties } from '../../../../src/usecases/leading/count-duties.ts'
import { aDutyAct } from '../../../support/builders.ts'
import { buildYear } from '../../../support/build-year.ts'

const TODAY = '2026-12-31'
const year = buildYear({ seed: 7, unitCount: 60, dutiesEach: 20 })

/** What a leader did to a duty after its last report, by the order of the duty; nothing to most of what comes back. */
const DONE_TO: readonly (readonly DutyActKind[])[] = [
  [],
  ['confirm'],
  ['return'],
  ['confirm', 'return'],
  ['grant_extension'],
  ['grant_extension', 'stop'],
  ['stop'],
  ['stop', 'resume'],
  ['assign'],
  ['assign', 'return'],
]

type Recount = {
  total: number
  onTime: number
  late: number
  doneNone: number
  inTime: number
  overdue: number
  openNone: number
  stopped: number
}

const nothing = (): Recount => ({ total: 0, onTime: 0, late: 0, doneNone: 0, inTime: 0, overdue: 0, openNone: 0, stopped: 0 })

function standing(lines: readonly ProgressUpdate[]): ProgressUpdate | undefined {
  const revoked = new Set(lines.flatMap(({ revokes }) => revokes ?? []))
  return lines.findLast(({ id, revokes }) => revokes === null && !revoked.has(id))
}

type Standing = { isDone: boolean; isConfirmed: boolean; isStopped: boolean; lastDay: string | undefined; holder: string }

/** What an act does, said as plainly as can be. */
function apply(state: Standing, kind: DutyActKind, other: string): Standing {
  const { isDone, isConfirmed } = state
  if (kind === 'confirm') return { ...state, isConfirmed: isDone }
  if (kind === 'return') return { ...state, isDone: false, isConfirmed: false }
  if (kind === 'grant_extension') return isDone ? state : { ...state, lastDay: '2027-03-31' }
  if (kind === 'assign') return isDone ? state : { ...state, holder: other }
  return { ...state, isStopped: kind === 'stop' && !isConfirmed }
}

function partOf({ isDone, lastDay }: Standing, report: ProgressUpdate | undefined): keyof Recount {
  if (isDone && report) return lastDay === undefined ? 'doneNone' : dayInVietnam(report.at) <= lastDay ? 'onTime' : 'late'
  return lastDay === undefined ? 'openNone' : TODAY <= lastDay ? 'inTime' : 'overdue'
}

/** The log of acts, and beside it the table counted by hand while they happen. */
function decide(): { acts: DutyAct[]; expected: Map<string, Recount> } {
  const acts: DutyAct[] = []
  const expected = new Map<string, Recount>(year.units.map(({ id }) => [id, nothing()]))
  for (const [order, duty] of year.duties.entries()) {
    const unitId = duty.units[0]!.unitId
    const other = year.units[(order * 7 + 3) % year.units.length]!.id
    const lines = year.log.filter(({ dutyId }) => dutyId === duty.id)
    const report = standing(duty.deadline.kind === 'recurring' ? lines.filter(({ at }) => dayInVietnam(at) >= '2026-10-01') : lines)
    const lastDay = lastDayInTime(duty.deadline)
    let state: Standing = { isDone: report?.status === 'done', isConfirmed: false, isStopped: false, lastDay, holder: unitId }
    for (const [index, kind] of DONE_TO[order % DONE_TO.length]!.entries()) {
      state = apply(state, kind, other)
      const until = kind === 'grant_extension' ? '2027-03-31' : null
      const place = { number: index + 1, afterId: lines.at(-1)?.id ?? null, at: '2026-12-31T03:00:00.000Z' }
      const toUnitId = kind === 'assign' ? other : null
      acts.push(aDutyAct({ id: `act_${duty.id}.${index}`, kind, dutyId: duty.id, unitId, ...place, until, toUnitId }))
    }
    const row = expected.get(state.holder)!
    row[state.isStopped ? 'stopped' : 'total'] += 1
    if (!state.isStopped) row[partOf(state, report)] += 1
  }
  return { acts, expected }
}

describe('a year in which leaders decided', () => {
  const { acts, expected } = decide()
  const { rows } = countDuties(year.units, [...year.log, ...acts], year.library, TODAY)

  test('every number per unit is that of a recount by hand', () => {
    expect(acts.length).toBeGreaterThan(1000)
    for (const { unitId, total, done, open, aside } of rows) {
      const { onTime, late, doneNone, inTime, overdue, openNone, stopped, total: counted } = expected.get(unitId)!
      expect({ unitId, total, stopped: aside.stopped }).toEqual({ unitId, total: counted, stopped })
      expect(done).toEqual({ total: onTime + late + doneNone, onTime, late, noDeadline: doneNone })
      expect(open).toEqual({ total: inTime + overdue + openNone, inTime, overdue, noDeadline: openNone })
    }
  })

  test('no duty is lost and none is counted twice, whoever does it', () => {
    const counted = rows.reduce((sum, { total, aside }) => sum + total + aside.stopped, 0)
    expect(counted).toBe(year.duties.length)
  })
})
