import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../adapters/system/log.ts'
import { readConfig } from '../../config/read-config.ts'
import type { OutboxMessage, Platform } from '../../domain/message.ts'
import type { OfficerRole } from '../../domain/officer.ts'
import { createMeter } from '../../http/create-meter.ts'
import {
  planAnnouncement,
  queueAnnouncement,
  type Announcement,
  type PlannedAnnouncement,
} from '../../usecases/leading/announce.ts'
import { readQuota } from '../../usecases/read-quota.ts'
import { buildEngine, type Engine } from '../build-engine.ts'
import type { Office } from '../open-office.ts'
import { findNamedUnit } from './find-named-unit.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

const ROLES = ['officer', 'leader', 'office'] as const satisfies readonly OfficerRole[]
const LOOK_EVERY_MS = 250
// A server over the same database looks every half second; when it has not begun by then, there is none.
const SERVER_BEGINS_WITHIN_MS = 1500
const LONGEST_WAIT_MS = 10 * 60_000

/** `broadcast`: shows whom a message would reach, and with --yes sends it; the same command again goes on where it stopped. */
export const broadcast: Command = {
  usage: 'TEXT --all | --unit NAME… | --role officer|leader|office… [--yes [--people N]] [--db FILE]',
  does: 'previews a message to people by unit and role; --yes sends it, and the same command again resumes or tells the result',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {
      all: { type: 'boolean' },
      unit: { type: 'string', multiple: true },
      role: { type: 'string', multiple: true },
      yes: { type: 'boolean' },
      people: { type: 'string' },
    })
    const text = positionals.join(' ').normalize('NFC').trim()
    const { unit: units = [], role: names = [] } = values
    if (text === '') throw new Usage('broadcast needs the text to send')
    if (Boolean(values.all) === units.length + names.length > 0) throw new Usage('say either --all, or --unit and --role')
    const roles = names.map(readRole)
    const office = openDatabaseOffice(values)
    try {
      const unitIds =
        units.length > 0 ? new Set((await Promise.all(units.map((name) => findNamedUnit(name, office)))).map(({ id }) => id)) : null
      const announcement = { text, unitIds, roles: roles.length > 0 ? new Set(roles) : null }
      print(await announce(announcement, { isSure: values.yes === true, people: values.people }, office))
    } finally {
      office.storage.close()
    }
  },
}

function readRole(name: string): OfficerRole {
  const role = ROLES.find((known) => known === name)
  if (!role) throw new Usage(`--role must be ${ROLES.join(', ')}`)
  return role
}

type Sureness = { readonly isSure: boolean; readonly people: string | undefined }

async function announce(announcement: Announcement, sureness: Sureness, office: Office): Promise<object> {
  const world = await office.openWorld()
  const planned = await planAnnouncement(announcement, world)
  const isQueued = (await world.broadcasts.ofCause(planned.cause)) !== undefined
  if (!sureness.isSure) return { ...describe(announcement, planned), sent: isQueued }
  if (!isQueued) await queue(announcement, planned, sureness, office)
  await sendOut(planned.cause, office)
  return tellResult(planned.cause, office)
}

function describe({ text }: Announcement, { recipients, missed }: PlannedAnnouncement): object {
  const platforms = Object.groupBy(recipients, ({ account }) => account.chatId.slice(0, account.chatId.indexOf(':')))
  const counts = Object.fromEntries(Object.entries(platforms).map(([name, people]) => [name, people?.length ?? 0]))
  const units = new Set(recipients.map(({ officer }) => officer.unitId)).size
  return { text, people: recipients.length, units, platforms: counts, unreached: missed }
}

async function queue(
  announcement: Announcement,
  planned: PlannedAnnouncement,
  { people }: Sureness,
  office: Office,
): Promise<void> {
  const world = await office.openWorld()
  const count = planned.recipients.length
  if (count === 0) throw new Refusal('nobody who was named has linked an account')
  if (count > world.followUp.broadcasts.confirmTwiceAbove && people !== String(count))
    throw new Refusal(`this goes to ${count} people: say --people ${count} as well`)
  for (const platform of new Set(planned.recipients.map(({ account }) => account.chatId.split(':')[0] as Platform))) {
    const quota = await readQuota(platform, world)
    const needed = planned.recipients.filter(({ account }) => account.chatId.startsWith(`${platform}:`)).length
    if (quota && needed > quota.left)
      throw new Refusal(`${platform} takes ${quota.left} more messages this month, this needs ${needed}`)
  }
  const changes = await queueAnnouncement(announcement.text, planned, world)
  if (changes === 'capped') throw new Refusal(`${world.followUp.broadcasts.perDay} broadcasts were sent today, which is the most`)
  if (!(await office.storage.ledger.commit(changes))) throw new Refusal('another broadcast was sent at this moment: try again')
}

/** Leaves the sending to the server where one runs, else sends from here, until nothing waits. */
async function sendOut(cause: string, office: Office): Promise<void> {
  const isServed = await isTakenUp(cause, office)
  const engine = isServed ? undefined : await openEngine(office)
  if (!isServed && !engine) return
  const until = Date.now() + LONGEST_WAIT_MS
  while ((await countWaiting(cause, office)) > 0 && Date.now() < until) {
    await engine?.deliver()
    await sleep(LOOK_EVERY_MS)
  }
}

/** Whether somebody else began to send it. */
async function isTakenUp(cause: string, office: Office): Promise<boolean> {
  const states = async () =>
    (await office.storage.outbox.ofCause(cause)).map(({ state, attempts }) => `${state} ${attempts}`).join()
  const before = await states()
  const until = Date.now() + SERVER_BEGINS_WITHIN_MS
  while (Date.now() < until) {
    if ((await countWaiting(cause, office)) === 0 || (await states()) !== before) return true
    await sleep(LOOK_EVERY_MS)
  }
  return false
}

async function countWaiting(cause: string, { storage }: Office): Promise<number> {
  return (await storage.outbox.ofCause(cause)).filter(({ state }) => state === 'ready' || state === 'sending').length
}

/** The platforms of this machine's configuration; undefined where it has none. */
async function openEngine(office: Office): Promise<Engine | undefined> {
  const result = readConfig(process.env)
  if ('faults' in result || (!result.config.telegram && !result.config.zaloBot)) return undefined
  const { openChannels } = await import('../open-channels.ts')
  const channels = new Map(openChannels(result.config).channels.map((channel) => [channel.platform, channel]))
  // Only the result is for stdout.
  const log = createLog('warn', process.stderr)
  return buildEngine({ ...office, log, templates: office.data.templates, channels, meter: createMeter() })
}

/** Who surely got it, who surely did not and why, who may have. */
async function tellResult(cause: string, { storage }: Office): Promise<object> {
  const messages = await storage.outbox.ofCause(cause)
  const people = new Map(
    (await storage.officers.all()).flatMap(({ officer, accounts }) => accounts.map(({ chatId }) => [chatId, officer] as const)),
  )
  const list = (state: OutboxMessage['state']) =>
    messages
      .filter((message) => message.state === state)
      .map(({ chatId, error }) => ({
        name: people.get(chatId)?.name ?? null,
        unitId: people.get(chatId)?.unitId ?? null,
        chatId,
        error,
      }))
  const waiting = messages.filter(({ state }) => state === 'ready' || state === 'sending').length
  if (waiting > 0) tell(`${waiting} messages wait: a server over this database sends them, or the same command again`)
  return {
    cause,
    people: messages.length,
    sent: messages.filter(({ state }) => state === 'sent').length,
    waiting,
    failed: list('failed'),
    doubtful: list('unknown'),
  }
}
