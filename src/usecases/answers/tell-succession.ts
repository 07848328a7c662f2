import { reply, type Asked, type Decision, type World } from '../asked.ts'
import { formatDay } from './describe-duty.ts'
import { resolveUnits } from './resolve.ts'

/** "Phòng … giờ thuộc đâu": the recorded end of a unit, and that no successor is declared where none is. Never a guess. */
export async function tellSuccession(asked: Asked, world: World): Promise<Decision> {
  const units = resolveUnits(asked, world, world.library.plans)
  if ('reply' in units) return units
  return {
    reply: reply(
      units.found.map(({ name, place, endedOn, endedBy }) => ({
        say: endedOn ? 'unit-ended-by' : 'unit-not-ended',
        with: { unit: name, place: place ?? '', day: endedOn ? formatDay(endedOn) : '', basis: endedBy ?? '' },
      })),
    ),
  }
}
