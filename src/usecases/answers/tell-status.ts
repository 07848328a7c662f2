import { maySeeProgress } from '../../domain/permission.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { describeLife } from '../life/describe-life.ts'
import { readShownLives, readTaken } from '../life/read-shown-lives.ts'
import { shorten } from './describe-duty.ts'
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
  const taken = pointed.length > 0 ? [] : await readTaken(unit.id, asked, world)
  const shown = pointed.length > 0 ? pointed : [...duties, ...taken.map(({ duty }) => duty)]
  if (shown.length === 0) return say('no-duty', { unit: unit.name }, { isAnswered: false })
  const lifeOf = await readShownLives(
    shown.map(({ id }) => id),
    unit.id,
    asked,
    world,
  )
  const lives = shown.map((duty, index) => taken[index - (shown.length - taken.length)]?.life ?? lifeOf(duty))
  const reported = lives.filter((life) => life?.report !== undefined).length
  const lines = shown.map((duty, index) => ({
    say: 'status-line',
    with: { number: index + 1, text: shorten(duty.text, 90), progress: [describeLife(lives[index], world.library)] },
  }))
  const ids = shown.map(({ id }) => id)
  return {
    reply: reply([{ say: 'status-heading', with: { unit: unit.name, reported, total: shown.length } }, ...lines], { dutyIds: ids }),
    remembers: { shownDutyIds: ids, shownUnitId: unit.id },
  }
}
