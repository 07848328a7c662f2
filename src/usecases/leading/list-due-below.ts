import type { Duty } from '../../domain/duty.ts'
import type { DutyLife } from '../../domain/duty-life.ts'
import { mayLead } from '../../domain/permission.ts'
import type { Unit } from '../../domain/unit.ts'
import { describeDeadline, formatDay, shorten } from '../answers/describe-duty.ts'
import { isDue } from '../answers/list-due.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { listRows } from '../life/list-rows.ts'
import { readLives } from '../life/read-lives.ts'
import { listMeant } from './list-meant.ts'

const MOST_NAMED = 6

/** Of a duty that is due: how it stands for the first of the units, and all units for which it is. */
type Due = { readonly duty: Duty; readonly life: DutyLife; readonly units: readonly Unit[] }

/** "Việc nào quá hạn" of somebody who stands above others is about them too: by duty, with the units; undefined where nobody stands below, or a unit was named. */
export async function listDueBelow(asked: Asked, world: World): Promise<Decision | undefined> {
  const { asker, intent, isGroup } = asked
  if (isGroup || !mayLead(asker.officer) || intent.slots.units.length > 0) return undefined
  const { units, library } = listMeant(asked, world.library)
  if (!units.some(({ id }) => id !== asker.officer.unitId)) return undefined
  const lives = await readLives(world)
  const rows = units.flatMap((unit) => listRows(unit, library, lives).map((row) => ({ ...row, unit })))
  const { window } = intent.slots
  const due = groupByDuty(rows.filter(({ duty, life }) => isDue(duty, { ...life, heldBy: null }, window, world)))
  const undated = new Set(rows.filter(({ duty }) => duty.deadline.kind === 'none').map(({ duty }) => duty.id)).size
  const values = {
    from: window?.from ? formatDay(window.from) : '',
    to: window?.to ? formatDay(window.to) : '',
    count: due.length,
    units: new Set(rows.map(({ unit }) => unit.id)).size,
    undated,
  }
  if (due.length === 0) return say(window ? 'nothing-due-below-in-window' : 'nothing-due-below', values)
  const lines = due.map(({ duty, life, units: concerned }, index) => ({
    say: 'due-below-line',
    with: {
      number: index + 1,
      text: shorten(duty.text, 90),
      deadline: [describeDeadline(duty, world, life)],
      count: concerned.length,
      units: concerned
        .slice(0, MOST_NAMED)
        .map(({ name }) => name)
        .join(', '),
      more: concerned.length > MOST_NAMED ? concerned.length - MOST_NAMED : '',
    },
  }))
  const ids = due.map(({ duty }) => duty.id)
  return {
    reply: reply([{ say: window ? 'due-below-in-window' : 'due-below', with: values }, ...lines], {
      dutyIds: ids,
      facts: due.flatMap((each) => each.units.map(({ name }) => name)),
    }),
    remembers: { shownDutyIds: ids, shownUnitId: null },
  }
}

function groupByDuty(rows: readonly { readonly duty: Duty; readonly life: DutyLife; readonly unit: Unit }[]): Due[] {
  // Who was granted another day stands apart.
  const groups = Map.groupBy(rows, ({ duty, life }) => `${duty.id} ${life.grantedUntil ?? ''}`)
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ duty: first.duty, life: first.life, units: same.map(({ unit }) => unit) }] : []
  })
}
