import { findAskerUnits } from '../../usecases/find-asker-units.ts'
import { createInvite } from '../../usecases/linking/create-invite.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

const ROLES = ['officer', 'leader', 'office'] as const

/** `invite`: a one-time link code for a person of a unit. */
export const invite: Command = {
  usage: '--unit NAME --role officer|leader|office [--name NAME] [--json] [--db FILE]',
  does: 'makes a one-time link code, valid for 15 minutes',
  run: async (words) => {
    const { values } = parseWords(words, { unit: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } })
    const role = ROLES.find((known) => known === values.role)
    if (!values.unit || !role) throw new Usage('invite needs --unit and --role officer, leader or office')
    const office = openDatabaseOffice(values)
    const { library } = await office.openWorld()
    const units = findAskerUnits(values.unit, library, office.data.units)
    const [unit] = units
    if (!unit) throw new Refusal(`no unit can be read from "${values.unit}"`)
    if (units.length > 1)
      throw new Refusal(
        `"${values.unit}" fits several units; say which: ${units.map(({ name, place }) => `${name} (${place ?? '?'})`).join(', ')}`,
      )
    const { code, expiresAt, changes } = createInvite({ unit, role, name: values.name ?? null }, office)
    await office.storage.ledger.commit(changes)
    office.storage.close()
    if (values.json) return print({ code, expiresAt, telegram: null })
    tell(
      `${unit.name}${unit.place ? ` (${unit.place})` : ''}, ${role}: send "mã liên kết ${code}" to the bot in a private chat within 15 minutes`,
    )
    print({ code, expiresAt, telegram: null })
  },
}
