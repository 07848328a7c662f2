import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canAct,
  DUTY_ACTS,
  foldLife,
  isDone,
  makerOf,
  type DutyAct,
  type DutyActKind,
  type DutyLife,
  type DutyStage,
} from '../../src/domain/duty-life.ts'
import type { Officer } from '../../src/domain/officer.ts'
import { mayAct } from '../../src/domain/permission.ts'
import type { ProgressUpdate } from '../../src/domain/progress.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { aDutyAct, anOfficer, aProgressUpdate, aUnit } from '../support/builders.ts'

const STAGES: readonly DutyStage[] = [
  'not_started',
  'in_progress',
  'reported',
  'confirmed',
  'returned',
  'extension_asked',
  'transfer_proposed',
  'stopped',
]
const KINDS = Object.keys(DUTY_ACTS) as DutyActKind[]

// A district with two offices below it; everybody whom the right to decide may hang on.
const DISTRICT = 'unt_huyen'
const OFFICE = 'unt_phong'
const OTHER = 'unt_phong-khac'
const UNITS: ReadonlyMap<string, Unit> = new Map(
  [aUnit({ id: DISTRICT }), aUnit({ id: OFFICE, parentId: DISTRICT }), aUnit({ id: OTHER, parentId: DISTRICT })].map((unit) => [
    unit.id,
    unit,
  ]),
)
const PEOPLE: readonly Officer[] = [
  anOfficer({ id: 'off_lan', unitId: OFFICE }),
  anOfficer({ id: 'off_truong', unitId: OFFICE, role: 'leader' }),
  anOfficer({ id: 'off_pho', unitId: OFFICE, role: 'leader' }),
  anOfficer({ id: 'off_huyen', unitId: DISTRICT, role: 'leader' }),
  anOfficer({ id: 'off_khac', unitId: OTHER, role: 'leader' }),
  anOfficer({ id: 'off_vp', unitId: DISTRICT, role: 'office' }),
  anOfficer({ id: 'off_nghi', unitId: DISTRICT, role: 'office', isActive: false }),
]

const person = fc.constantFrom(...PEOPLE)
const reported = fc.record({
  by: fc.constantFrom(...PEOPLE.filter(({ unitId, isActive }) => unitId === OFFICE && isActive)),
  status: fc.constantFrom('not_started', 'in_progress', 'blocked', 'done'),
  dueChange: fc.constantFrom(null, '2026-12-15'),
})
const acted = fc.record({ by: person, act: fc.constantFrom(...KINDS), toUnitId: fc.constantFrom(OTHER, OFFICE) })
const tookBack = fc.record({ by: person, takesBack: fc.nat(20) })
const command = fc.oneof({ weight: 3, arbitrary: reported }, { weight: 4, arbitrary: acted }, tookBack)
type Command = typeof command extends fc.Arbitrary<infer Each> ? Each : never
type Logs = { readonly reports: readonly ProgressUpdate[]; readonly acts: readonly DutyAct[] }

const lifeOf = ({ reports, acts }: Logs): DutyLife => foldLife(reports, acts)
const nextAct = ({ reports, acts }: Logs, given: Partial<DutyAct>): DutyAct =>
  aDutyAct({
    id: `act_${acts.length + 1}`,
    unitId: OFFICE,
    number: acts.length + 1,
    afterId: reports.at(-1)?.id ?? null,
    until: given.kind === 'grant_extension' ? '2026-12-31' : null,
    ...given,
  })

function isAllowed(logs: Logs, { by, act: kind, toUnitId }: { by: Officer; act: DutyActKind; toUnitId: string }): boolean {
  const life = lifeOf(logs)
  const maker = PEOPLE.find(({ id }) => id === makerOf(life, kind))
  return canAct(life, kind) && mayAct(by, { kind, unitId: life.heldBy ?? OFFICE, toUnitId, maker }, UNITS)
}

/** Carries out what is allowed, as the use cases do. */
function obey(logs: Logs, asked: Command): Logs {
  if ('status' in asked) {
    const { by, status, dueChange } = asked
    const id = `prg_${logs.reports.length + 1}`
    return { ...logs, reports: [...logs.reports, aProgressUpdate({ id, officerId: by.id, status, dueChange })] }
  }
  if ('takesBack' in asked) {
    const last = logs.acts.at(-1)
    const isLast = last !== undefined && last.revokes === null && last.afterId === (logs.reports.at(-1)?.id ?? null)
    return isLast ? { ...logs, acts: [...logs.acts, nextAct(logs, { ...last, ...nextRevocation(logs, last) })] } : logs
  }
  if (!isAllowed(logs, asked)) return logs
  const { by, act: kind, toUnitId } = asked
  return { ...logs, acts: [...logs.acts, nextAct(logs, { kind, officerId: by.id, toUnitId })] }
}

function nextRevocation({ acts }: Logs, last: DutyAct): Partial<DutyAct> {
  return { id: `act_${acts.length + 1}`, number: acts.length + 1, revokes: last.id }
}

const history = fc.array(command, { maxLength: 25 })
const NOTHING: Logs = { reports: [], acts: [] }
const live = (commands: readonly Command[]): Logs => commands.reduce(obey, NOTHING)

describe('the life of a duty', () => {
  test('every pair of logs adds up to one stage, also what no use case would have written', () => {
    const report = fc
      .record({
        id: fc.constantFrom('prg_1', 'prg_2', 'prg_3'),
        status: fc.constantFrom('not_started', 'in_progress', 'blocked', 'done'),
        dueChange: fc.constantFrom(null, '2026-12-15'),
        revokes: fc.constantFrom(null, null, 'prg_1', 'prg_9'),
      })
      .map((given) => aProgressUpdate(given as Partial<ProgressUpdate>))
    const act = fc
      .record({
        id: fc.constantFrom('act_1', 'act_2', 'act_3'),
        kind: fc.constantFrom(...KINDS),
        afterId: fc.constantFrom(null, 'prg_1', 'prg_2', 'prg_9'),
        revokes: fc.constantFrom(null, null, 'act_1', 'prg_1'),
      })
      .map((given) => aDutyAct(given))
    fc.assert(
      fc.property(fc.array(report), fc.array(act), (reports, acts) => {
        expect(STAGES).toContain(foldLife(reports, acts).stage)
      }),
    )
  })

  test('an act that does not fit the stage changes nothing, even where it stands in the log', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...KINDS), (commands, kind) => {
        const logs = live(commands)
        const life = lifeOf(logs)
        const after = lifeOf({ ...logs, acts: [...logs.acts, nextAct(logs, { kind, toUnitId: OTHER })] })
        fc.pre(!canAct(life, kind))
        expect(after).toEqual(life)
      }),
    )
  })

  test('an act that fits leads where the table says', () => {
    fc.assert(
      fc.property(history, acted, (commands, asked) => {
        const before = live(commands)
        const after = obey(before, asked)
        fc.pre(after !== before)
        const { stage, work } = lifeOf(after)
        const { to } = DUTY_ACTS[asked.act]
        expect(stage).toBe(to === 'work' ? work : to)
      }),
    )
  })

  test('nobody decides on what they reported themselves, and what a leader reported is for one above', () => {
    fc.assert(
      fc.property(history, person, fc.constantFrom<DutyActKind>('confirm', 'return', 'grant_extension'), (commands, by, act) => {
        const logs = live(commands)
        const reporter = PEOPLE.find(({ id }) => id === lifeOf(logs).report?.officerId)
        fc.pre(isAllowed(logs, { by, act, toUnitId: OTHER }))
        expect(by.role).not.toBe('officer')
        expect(by.isActive).toBe(true)
        expect(by.id).not.toBe(reporter?.id)
        expect(by.unitId === OFFICE && reporter?.role === 'leader').toBe(false)
      }),
    )
  })

  test('done is what was reported done or confirmed last; what was returned or stopped is not', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const life = lifeOf(live(commands))
        expect(isDone(life) && (life.stage === 'returned' || life.stage === 'stopped')).toBe(false)
        expect(!isDone(life) || life.report?.status === 'done').toBe(true)
      }),
    )
  })

  test('an extension moves nothing but the granted day: only a grant sets it, and no report takes it away', () => {
    fc.assert(
      fc.property(history, command, (commands, next) => {
        const before = live(commands)
        const after = obey(before, next)
        const isGrant = after.acts.at(-1)?.kind === 'grant_extension' && after.acts.length > before.acts.length
        const isTakenBack = after.acts.at(-1)?.revokes !== null
        fc.pre(!isGrant || !isTakenBack)
        expect(lifeOf(after).grantedUntil).toBe(isGrant ? '2026-12-31' : lifeOf(before).grantedUntil)
      }),
    )
  })

  test('an act that is taken back leaves everything as it was before', () => {
    fc.assert(
      fc.property(history, acted, (commands, asked) => {
        const before = live(commands)
        const acts = obey(before, asked)
        fc.pre(acts !== before)
        const back = obey(acts, { by: asked.by, takesBack: 0 })
        expect(back.acts).toHaveLength(before.acts.length + 2)
        expect(lifeOf(back)).toEqual(lifeOf(before))
      }),
    )
  })

  test('a report on a stopped duty is kept and changes nothing until it is resumed', () => {
    fc.assert(
      fc.property(history, reported, (commands, report) => {
        const logs = live(commands)
        const life = lifeOf(logs)
        fc.pre(life.stage === 'stopped')
        expect(lifeOf(obey(logs, report))).toEqual(life)
      }),
    )
  })
})
