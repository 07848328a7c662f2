import { createInterface } from 'node:readline'
import { createTerminalChannel } from '../../adapters/terminal/create-terminal-channel.ts'
import { createMeter } from '../../http/create-meter.ts'
import { acceptEvent } from '../../usecases/accept-event.ts'
import { findAskerUnits } from '../../usecases/find-asker-units.ts'
import { admitPersona } from '../../usecases/linking/admit-persona.ts'
import { buildEngine } from '../build-engine.ts'
import { importShippedPlans, type Office } from '../open-office.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { parseWords, Refusal, tell, Usage, type Command } from './outcome.ts'

const ROLES = ['officer', 'leader', 'office'] as const

/** `chat`: a talk in the terminal through the very path of a webhook: inbox, understanding, outbox. */
export const chat: Command = {
  usage: '[--as UNIT|NAME] [--role officer|leader|office] [--db FILE]',
  does: 'talks to the assistant in the terminal; without --as as somebody not linked',
  run: async (words) => {
    const { values } = parseWords(words, { as: { type: 'string' }, role: { type: 'string' } })
    const role = ROLES.find((known) => known === (values.role ?? 'officer'))
    if (!role) throw new Usage('--role is officer, leader or office')
    const office = openDatabaseOffice(values)
    await importShippedPlans(office)
    const chatId = values.as ? await admit(values.as, role, office) : 'terminal:unlinked'
    await talk(chatId, office)
    office.storage.close()
  },
}

async function admit(name: string, role: (typeof ROLES)[number], office: Office): Promise<string> {
  const { library, officers } = await office.openWorld()
  const known = (await officers.all()).find(({ officer }) => officer.name === name)
  const units = findAskerUnits(name, library, office.data.units)
  const unit = known ? library.unitById.get(known.officer.unitId) : units[0]
  if (!unit) throw new Refusal(`nobody and no unit is called "${name}"`)
  if (!known && units.length > 1)
    throw new Refusal(`"${name}" fits several units: ${units.map(({ name, place }) => `${name} (${place ?? '?'})`).join(', ')}`)
  const persona = admitPersona('terminal', known?.officer.role ?? role, unit, office.clock)
  await office.storage.ledger.commit(persona.changes)
  return persona.accountId
}

async function talk(chatId: string, office: Office): Promise<void> {
  const channel = createTerminalChannel(({ text }) => process.stdout.write(`${text}\n\n`))
  const { storage, clock, log, openWorld, readers, data, ids } = office
  const engine = buildEngine({
    storage,
    channels: new Map([['terminal', channel]]),
    readers,
    templates: data.templates,
    clock,
    log,
    meter: createMeter(),
    openWorld,
  })
  if (process.stdin.isTTY) tell('(ctrl-D ends)')
  for await (const body of createInterface({ input: process.stdin })) {
    if (body.trim() === '') continue
    await acceptEvent({ key: `terminal:${ids.next('out')}`, platform: 'terminal', chatId, body }, { inbox: storage.inbox, clock })
    await engine.handle()
    await engine.deliver()
  }
}
