import { digestFor } from '../../usecases/leading/summarize.ts'
import { findAskerUnits } from '../../usecases/find-asker-units.ts'
import { openStandingOffice } from './open-command-office.ts'
import { parseWords, print, Refusal, type Command } from './outcome.ts'

/** `digest`: the leaders' 2×2 table per unit. */
export const digest: Command = {
  usage: '[--unit NAME] [--db FILE] [--json]',
  does: 'prints the table of done and open duties per unit, with the rate and its denominator',
  run: async (words) => {
    const { values } = parseWords(words, { unit: { type: 'string' } })
    const office = await openStandingOffice(values)
    const world = await office.openWorld()
    const officer = { id: 'off_operator', name: null, role: 'office', unitId: '', isActive: true } as const
    const all = await digestFor({ officer, units: [] }, world)
    const wanted = values.unit ? findAskerUnits(values.unit, world.library, office.data.units).map(({ id }) => id) : undefined
    const rows = all.rows.filter(({ unitId }) => !wanted || wanted.includes(unitId))
    if (rows.length === 0)
      throw new Refusal(values.unit ? 'no duty is known for that unit' : 'no plan is loaded: import one, or start the server once')
    const numerator = rows.reduce((sum, { done }) => sum + done.onTime, 0)
    const denominator = rows.reduce((sum, { done, open }) => sum + done.onTime + done.late + open.overdue, 0)
    print({
      asOf: all.asOf,
      rows: rows.map(({ unit, total, done, open }) => ({ unit, total, done, open })),
      rate: { numerator, denominator },
    })
  },
}
