import { deadlineState } from '../../dates/deadline-state.ts'
import { lastDayInTime } from '../../domain/deadline.ts'
import type { Duty } from '../../domain/duty.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { formatDay, listDuty, readProgress } from './describe-duty.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'

/** "Tháng này có việc gì đến hạn", "việc nào quá hạn": open duties whose last day falls in the window, or that are late or near. */
export async function listDue(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const isAboutUnit = asked.intent.slots.units.length > 0 || asked.asker.units.length > 0
  const units = isAboutUnit ? resolveUnits(asked, world, plans.found) : { found: [] }
  if ('reply' in units) return units
  const candidates = isAboutUnit
    ? findUnitDuties(units.found, plans.found, world.library).flatMap(({ own, common }) => [...own, ...common])
    : plans.found.flatMap(({ id }) => world.library.dutiesOfPlan.get(id) ?? [])
  const stateOf = await readProgress(
    candidates.map(({ id }) => id),
    units.found[0]?.id,
    asked,
    world,
  )
  const { window } = asked.intent.slots
  const due = candidates.filter((duty) => stateOf(duty)?.status !== 'done' && isDue(duty, window, world))
  const values = {
    unit: units.found[0]?.name ?? '',
    from: window?.from ? formatDay(window.from) : '',
    to: window?.to ? formatDay(window.to) : '',
    count: due.length,
    undated: candidates.filter((duty) => duty.deadline.kind === 'none').length,
  }
  if (due.length === 0) return say(window ? 'nothing-due-in-window' : 'nothing-due', values)
  const unitIds = units.found.map(({ id }) => id)
  const lines = due.map((duty, index) => listDuty(duty, index + 1, unitIds, world, stateOf(duty)))
  const ids = due.map(({ id }) => id)
  return {
    reply: reply([{ say: window ? 'due-in-window' : 'due-now', with: values }, ...lines], { dutyIds: ids }),
    remembers: { shownDutyIds: ids, shownUnitId: units.found[0]?.id ?? null },
  }
}

function isDue(duty: Duty, window: { readonly from: string | null; readonly to: string | null } | null, world: World): boolean {
  const state = deadlineState(duty.deadline, world.clock.today(), world.holidays)
  const day = state.kind === 'recurring' ? state.nextOn : lastDayInTime(duty.deadline)
  if (window) return day !== undefined && (window.from ?? day) <= day && day <= (window.to ?? day)
  return state.kind === 'overdue' || state.kind === 'near' || state.kind === 'today'
}
