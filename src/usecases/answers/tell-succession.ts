import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { reply, type Asked, type Decision, type World } from '../asked.ts'
import { formatDay } from './describe-duty.ts'
import { describeSuccessors } from './describe-successors.ts'
import { resolveUnits } from './resolve.ts'

/** "Phòng … giờ thuộc đâu": the recorded end of a unit and its declared successors, or that none is declared. Never a guess. */
export async function tellSuccession(asked: Asked, world: World): Promise<Decision> {
  const units = resolveUnits(asked, world, world.library.plans)
  if ('reply' in units) return units
  return { reply: reply(units.found.flatMap((unit) => tellUnit(unit, world))) }
}

function tellUnit(unit: Unit, world: World): Phrase[] {
  const successors = describeSuccessors(unit, world)
  const { name, place, endedOn, endedBy } = unit
  const ending = successors.length > 0 ? 'unit-ended-at' : 'unit-ended-by'
  if (!endedOn && successors.length > 0) return successors
  const say = endedOn ? ending : 'unit-not-ended'
  const day = endedOn ? formatDay(endedOn) : ''
  return [{ say, with: { unit: name, place: place ?? '', day, basis: endedBy ?? '' } }, ...successors]
}
