import { maySeeProgress } from '../../domain/permission.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { describeProgress, readProgress, shorten } from './describe-duty.ts'
import { resolvePlans, resolveUnits } from './resolve.ts'

/** "Tiến độ phòng tôi thế nào": what was reported on each duty, to those who may see it. */
export async function tellStatus(asked: Asked, world: World): Promise<Decision> {
  const plans = resolvePlans(asked, world)
  if ('reply' in plans) return plans
  const units = resolveUnits(asked, world, plans.found)
  if ('reply' in units) return units
  const [unit] = units.found
  if (!unit) return say('which-unit', {}, { asksBack: true })
  if (asked.isGroup) return say('private-only')
  if (!maySeeProgress(asked.asker.officer, unit.id, world.library.unitById)) return say('not-your-unit', { unit: unit.name })
  const duties = findUnitDuties(units.found, plans.found, world.library).flatMap(({ own, common }) => [...own, ...common])
  const pointed = asked.intent.slots.ordinals.flatMap(
    (ordinal) => world.library.dutyById.get(asked.conversation.shownDutyIds[ordinal - 1] ?? '') ?? [],
  )
  const shown = pointed.length > 0 ? pointed : duties
  if (shown.length === 0) return say('no-duty', { unit: unit.name }, { isAnswered: false })
  const stateOf = await readProgress(
    shown.map(({ id }) => id),
    unit.id,
    asked,
    world,
  )
  const reported = shown.filter((duty) => stateOf(duty) !== undefined).length
  const lines = shown.map((duty, index) => ({
    say: 'status-line',
    with: { number: index + 1, text: shorten(duty.text, 90), progress: [describeProgress(stateOf(duty))] },
  }))
  const ids = shown.map(({ id }) => id)
  return {
    reply: reply([{ say: 'status-heading', with: { unit: unit.name, reported, total: shown.length } }, ...lines], { dutyIds: ids }),
    remembers: { shownDutyIds: ids, shownUnitId: unit.id },
  }
}
