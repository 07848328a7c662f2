import { addDays, addMinutes } from '../../src/domain/calendar.ts'
import { NO_DEADLINE, type Deadline } from '../../src/domain/deadline.ts'
import type { Duty } from '../../src/domain/duty.ts'
import type { ProgressUpdate } from '../../src/domain/progress.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import { buildLibrary, type Library } from '../../src/usecases/library.ts'
import { aDuty, aDutyUnit, aPlan, aPlanHeader, aProgressUpdate, aUnit } from './builders.ts'
import { unitLexicon } from './unit-lexicon.ts'

/** A year of an office, made up and always the same for a seed. */
export type Year = {
  readonly library: Library
  readonly units: readonly Unit[]
  readonly duties: readonly Duty[]
  readonly log: readonly ProgressUpdate[]
}

/** Numbers below a bound from a seed: mulberry32. */
function drawNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const two = (number: number): string => String(number).padStart(2, '0')

function drawDeadline(draw: (below: number) => number): Deadline {
  const month = `2026-${two(1 + draw(12))}`
  const written = { asWritten: 'như văn bản', rrule: null }
  const day = `${month}-${two(1 + draw(28))}`
  const hour = 8 + draw(10)
  const kinds: readonly Deadline[] = [
    NO_DEADLINE,
    { kind: 'date', value: `${month}-${two(1 + draw(28))}`, op: (['before', 'on', 'by'] as const)[draw(3)]!, ...written },
    {
      kind: 'date',
      value: day,
      op: (['before', 'by'] as const)[draw(2)]!,
      asWritten: `trước ${hour} giờ ngày ${day}`,
      rrule: null,
    },
    { kind: 'month', value: month, ...written },
    { kind: 'quarter', value: `2026-Q${1 + draw(4)}`, ...written },
    { kind: 'year', value: '2026', ...written },
    { kind: 'period', value: `2026/${month}`, ...written },
    { kind: 'period', value: '2026/..', ...written },
    { kind: 'recurring', value: 'quarterly', asWritten: 'hằng quý', rrule: 'FREQ=MONTHLY;INTERVAL=3' },
  ]
  return kinds[draw(kinds.length)]!
}

/** Units, each with so many duties of its own, spread over twenty papers, and what was reported on them. */
export function buildYear({ seed = 1, unitCount = 200, dutiesEach = 40 } = {}): Year {
  const draw = drawNumbers(seed)
  const units = Array.from({ length: unitCount }, (_, index) => aUnit({ id: `unt_${index}`, name: `Đơn vị số ${index + 1}` }))
  const plans = Array.from({ length: 20 }, (_, index) =>
    aPlan({
      id: `pln_${index}`,
      slug: `nam-${index}`,
      plan: aPlanHeader({ number: `${index + 1}/KH-UBND`, issuedOn: addDays('2025-11-01', 18 * index) }),
    }),
  )
  const orders = plans.map(() => 0)
  const duties = units.flatMap((unit) =>
    Array.from({ length: dutiesEach }, (): Duty => {
      const plan = draw(plans.length)
      orders[plan]! += 1
      const superior = units[draw(units.length)]!
      return aDuty({
        id: `dty_${plan}.${orders[plan]}`,
        planId: `pln_${plan}`,
        order: orders[plan]!,
        deadline: drawDeadline(draw),
        units: [
          aDutyUnit({ unitId: unit.id, name: unit.name, role: (['lead', 'coordinate', 'assigned'] as const)[draw(3)]! }),
          ...(superior === unit ? [] : [aDutyUnit({ unitId: superior.id, name: superior.name, role: 'report_to' })]),
        ],
      })
    }),
  )
  const log = duties.flatMap((duty) => drawReports(duty, draw)).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const catalog = { version: '1', plans, duties, units, corrections: [] }
  return { library: buildLibrary(catalog, buildIndex, unitLexicon), units, duties, log }
}

function drawReports(duty: Duty, draw: (below: number) => number): ProgressUpdate[] {
  const lines: ProgressUpdate[] = []
  let at = addMinutes('2026-01-01T00:00:00.000Z', draw(400_000))
  for (let count = draw(5); count > 0; count -= 1) {
    const last = lines.findLast(({ revokes }) => revokes === null)
    const revokes = last && draw(5) === 0 ? last.id : null
    lines.push(
      aProgressUpdate({
        id: `prg_${duty.id}.${lines.length}`,
        dutyId: duty.id,
        unitId: duty.units[0]!.unitId,
        status: (['not_started', 'in_progress', 'blocked', 'done', 'done'] as const)[draw(5)]!,
        at,
        revokes,
      }),
    )
    at = addMinutes(at, 1 + draw(60_000))
  }
  return lines
}
