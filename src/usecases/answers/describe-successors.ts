import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import type { World } from '../asked.ts'
import { formatDay } from './describe-duty.ts'

/** Who took over from a unit as the office declared it: of what field, since when, on what basis. Empty when none is declared. */
export function describeSuccessors(unit: Unit, { library }: Pick<World, 'library'>): Phrase[] {
  return library.successionsOf(unit.id).map(({ toId, field, since, basis }) => {
    const successor = library.unitById.get(toId)
    if (!successor) throw new Error(`a declared successor is no unit: ${toId}`)
    return {
      say: 'unit-successor',
      with: {
        unit: unit.name,
        successor: successor.name,
        place: successor.place ?? '',
        field: field ?? '',
        since: formatDay(since),
        basis,
      },
    }
  })
}
