import { join } from 'node:path'
import { createTerminalChannel } from '../../src/adapters/terminal/create-terminal-channel.ts'
import type { Config } from '../../src/config/read-config.ts'
import type { InboxEvent, OutboxMessage } from '../../src/domain/message.ts'
import type { Officer, OfficerRole } from '../../src/domain/officer.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { buildEngine, type Engine } from '../../src/entry/build-engine.ts'
import { openFiles } from '../../src/entry/open-links.ts'
import type { AnsweringData } from '../../src/entry/answering-data.ts'
import { importFiles, openOffice, type Office } from '../../src/entry/open-office.ts'
import { readAnsweringData } from '../../src/entry/read-data.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import type { Channel } from '../../src/ports/channel.ts'
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
  /** Links an account of a platform to a new person of a unit. */
  readonly link: (accountId: string, unit: string, given?: Partial<Officer>) => Promise<Officer>
  /** Says something in a chat and gives the answers to it, joined. */
  readonly say: (chatId: string, text: string) => Promise<string>
  /** Takes in an event as a platform brings it, handles it and sends the answers. */
  readonly receive: (event: Omit<InboxEvent, 'key' | 'receivedAt'>) => Promise<void>
  readonly close: () => void
}

// Read once for all files of tests: nobody changes it.
let data: AnsweringData | undefined

/** Opens an office with papers loaded; in memory unless a path is given. */
export async function openTestOffice({
  papers = [MY_LAM],
  path = ':memory:',
  clock = fixedClock(),
  model = undefined as Config['model'],
  publicUrl = undefined as Config['publicUrl'],
  platforms = [] as readonly Channel[],
} = {}): Promise<TestOffice> {
  const ids = sequentialIds()
  data ??= readAnsweringData()
  const office = openOffice({ databasePath: path, today: undefined, logLevel: 'silent', model, publicUrl }, { clock, ids, data })
  const sent: OutboxMessage[] = []
  const { storage } = office
  const terminal = createTerminalChannel((message) => sent.push(message))
  const channels = new Map([terminal, ...platforms].map((channel) => [channel.platform, channel]))
  const openFile = await openFiles(office)
  const engine = buildEngine({ ...office, templates: office.data.templates, channels, meter: createMeter(), openFile })
  await importFiles(office, papers)
  const findUnit = async (name: string): Promise<Unit> => {
    const { library } = await office.openWorld()
    const [found] = findAskerUnits(name, library, office.data.units)
    if (!found) throw new Error(`no unit can be read from "${name}"`)
    return found
  }
  let events = 0
  const receive: TestOffice['receive'] = async (event) => {
    events += 1
    await acceptEvent({ key: `${event.platform}:${path}:${events}:${clock.now()}`, ...event }, { inbox: storage.inbox, clock })
    await engine.handle()
    await engine.deliver()
  }
  return {
    receive,
    office,
    engine,
    clock,
    sent,
    admit: async (unit, role = 'officer') => {
      const { accountId, changes } = admitPersona('terminal', role, await findUnit(unit), clock)
      await storage.ledger.commit(changes)
      return accountId
    },
    link: async (accountId, unit, given = {}) => {
      const found = await findUnit(unit)
      const officer = { id: `off_${accountId}`, name: null, role: 'officer', unitId: found.id, isActive: true, ...given } as const
      const account = { id: accountId, officerId: officer.id, chatId: accountId, linkedAt: clock.now(), closedAt: null }
      await storage.ledger.commit([
        { kind: 'save-unit', unit: found },
        { kind: 'save-officer', officer },
        { kind: 'link-account', account },
      ])
      return officer
    },
    say: async (chatId, text) => {
      const before = sent.length
      await receive({ platform: 'terminal', chatId, body: text })
      return sent
        .slice(before)
        .filter((message) => message.chatId === chatId)
        .map((message) => message.text)
        .join('\n')
    },
    close: storage.close,
  }
}
