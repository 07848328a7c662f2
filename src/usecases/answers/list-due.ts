import { deadlineState } from '../../dates/deadline-state.ts'
import type { Duty } from '../../domain/duty.ts'
import { UNHEARD, type DutyLife } from '../../domain/duty-life.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { readShownLives } from '../life/read-shown-lives.ts'
import { isOpen, lastDayOf } from '../life/list-rows.ts'
import { deadlineOf, formatDay } from './describe-duty.ts'
import { listDuty } from './list-duty.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'

/** "Tháng này có việc gì đến hạn", "việc nào quá hạn": open duties whose last day falls in the window, or that are late or near. */
export async function listDue(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const units = isAboutUnit(asked) ? resolveUnits(asked, world, plans.found) : { found: [] }
  if ('reply' in units) return units
  const candidates = listCandidates(units.found, plans.found, world)
  const lifeOf = await readShownLives(
    candidates.map(({ id }) => id),
    units.found[0]?.id,
    asked,
    world,
  )
  const { window } = asked.intent.slots
  const due = candidates.filter((duty) => isDue(duty, lifeOf(duty) ?? UNHEARD, window, world))
  const undated = candidates.filter((duty) => duty.deadline.kind === 'none').length
  const values = { ...describeWindow(window), unit: units.found[0]?.name ?? '', count: due.length, undated }
  const inWindow = window ? '-in-window' : ''
  if (due.length === 0) return say(`nothing-due${inWindow}`, values)
  const unitIds = units.found.map(({ id }) => id)
  const lines = due.map((duty, index) => listDuty(duty, index + 1, unitIds, world, lifeOf(duty)))
  const ids = due.map(({ id }) => id)
  return {
    reply: reply([{ say: window ? 'due-in-window' : 'due-now', with: values }, ...lines], { dutyIds: ids }),
    remembers: { shownDutyIds: ids, shownUnitId: units.found[0]?.id ?? null },
  }
}

function isAboutUnit({ intent, asker }: Asked): boolean {
  return intent.slots.units.length > 0 || asker.units.length > 0
}

function listCandidates(units: readonly Unit[], plans: readonly Plan[], { library }: World): Duty[] {
  if (units.length === 0) return plans.flatMap(({ id }) => library.dutiesOfPlan.get(id) ?? [])
  return findUnitDuties(units, plans, library).flatMap(({ own, common }) => [...own, ...common])
}

function describeWindow(window: Asked['intent']['slots']['window']): { from: string; to: string } {
  return { from: window?.from ? formatDay(window.from) : '', to: window?.to ? formatDay(window.to) : '' }
}

type Window = Asked['intent']['slots']['window']

/** Open, and its last day (the granted one where there is one) falls into the window, or is past or near. */
export function isDue(duty: Duty, life: DutyLife, window: Window, { clock, holidays }: World): boolean {
  if (!isOpen(life) || life.heldBy !== null) return false
  const state = deadlineState(deadlineOf(duty, life), clock.today(), holidays)
  const day = state.kind === 'recurring' ? state.nextOn : lastDayOf(duty, life)
  if (window) return day !== undefined && (window.from ?? day) <= day && day <= (window.to ?? day)
  return state.kind === 'overdue' || state.kind === 'near' || state.kind === 'today'
}
