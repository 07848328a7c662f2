import { join } from 'node:path'
import { createTerminalChannel } from '../../src/adapters/terminal/create-terminal-channel.ts'
import type { Config } from '../../src/config/read-config.ts'
import type { OutboxMessage } from '../../src/domain/message.ts'
import type { OfficerRole } from '../../src/domain/officer.ts'
import { buildEngine, type Engine } from '../../src/entry/build-engine.ts'
import { importFiles, openOffice, type Office } from '../../src/entry/open-office.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import { acceptEvent } from '../../src/usecases/accept-event.ts'
import { findAskerUnits } from '../../src/usecases/find-asker-units.ts'
import { admitPersona } from '../../src/usecases/linking/admit-persona.ts'
import { fixedClock, type FixedClock } from './clock.ts'
import { sequentialIds } from './ids.ts'

/** A made-up district's plan, with a bullet of every common kind. */
export const MY_LAM = join(import.meta.dirname, '../fixtures/papers/my-lam-12.txt')

/** A made-up district's plan whose duties have several sentences. */
export const TAN_HOA = join(import.meta.dirname, '../fixtures/papers/tan-hoa-34.txt')

/** A whole office over real SQLite: people talk to it through inbox and outbox, as through a webhook. */
export type TestOffice = {
  readonly office: Office
  readonly engine: Engine
  readonly clock: FixedClock
  /** Everything that was sent, oldest first. */
  readonly sent: readonly OutboxMessage[]
  readonly admit: (unit: string, role?: OfficerRole) => Promise<string>
  /** Says something in a chat and gives the answers to it, joined. */
  readonly say: (chatId: string, text: string) => Promise<string>
  readonly close: () => void
}

/** Opens an office with papers loaded; in memory unless a path is given. */
export async function openTestOffice({
  papers = [MY_LAM],
  path = ':memory:',
  clock = fixedClock(),
  model = undefined as Config['model'],
  publicUrl = undefined as Config['publicUrl'],
} = {}): Promise<TestOffice> {
  const ids = sequentialIds()
  const office = openOffice({ databasePath: path, today: undefined, logLevel: 'silent', model, publicUrl }, { clock, ids })
  const sent: OutboxMessage[] = []
  const { storage, data } = office
  const channels = new Map([['terminal', createTerminalChannel((message) => sent.push(message))]] as const)
  const engine = buildEngine({ ...office, templates: data.templates, channels, meter: createMeter() })
  await importFiles(office, papers)
  let events = 0
  return {
    office,
    engine,
    clock,
    sent,
    admit: async (unit, role = 'officer') => {
      const { library } = await office.openWorld()
      const [found] = findAskerUnits(unit, library, data.units)
      if (!found) throw new Error(`no unit can be read from "${unit}"`)
      const { accountId, changes } = admitPersona('terminal', role, found, clock)
      await storage.ledger.commit(changes)
      return accountId
    },
    say: async (chatId, text) => {
      const before = sent.length
      events += 1
      await acceptEvent(
        { key: `terminal:${path}:${events}:${clock.now()}`, platform: 'terminal', chatId, body: text },
        { inbox: storage.inbox, clock },
      )
      await engine.handle()
      await engine.deliver()
      return sent
        .slice(before)
        .filter((message) => message.chatId === chatId)
        .map((message) => message.text)
        .join('\n')
    },
    close: storage.close,
  }
}
