import type { Unit } from '../../domain/unit.ts'
import { findAskerUnits } from '../../usecases/find-asker-units.ts'
import type { Office } from '../open-office.ts'
import { Refusal } from './outcome.ts'

/** The one unit that an operator's words mean, or the refusal that says which ones they may mean. */
export async function findNamedUnit(name: string, office: Office): Promise<Unit> {
  const { library } = await office.openWorld()
  const [unit, ...others] = findAskerUnits(name, library, office.data.units)
  if (!unit) throw new Refusal(`no unit can be read from "${name}"`)
  if (others.length === 0) return unit
  const list = [unit, ...others].map(({ name, place }) => `${name} (${place ?? '?'})`).join(', ')
  throw new Refusal(`"${name}" fits several units; say which: ${list}`)
}
