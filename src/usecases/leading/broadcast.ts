import { addMinutes } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { Pending } from '../../domain/conversation.ts'
import type { OutboxMessage, Platform } from '../../domain/message.ts'
import type { Account, Officer } from '../../domain/officer.ts'
import { mayLead, maySeeProgress } from '../../domain/permission.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { countDuties } from './count-duties.ts'

const CONFIRM_WITHIN_MINUTES = 15
const CANCEL_WITHIN_MINUTES = 1

type Recipient = { readonly officer: Officer; readonly accounts: readonly Account[] }

/** "Thông báo tới các đơn vị: …": preview with the number of people; nothing leaves before a yes. */
export async function previewBroadcast(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  const text = readAnnouncement(asked)
  if (text === '') return say('broadcast-how', {}, { asksBack: true })
  const named = listNamedUnits(asked, world)
  const recipients = (await listRecipients(asked, world)).filter(
    ({ officer }) => named.length === 0 || named.includes(officer.unitId),
  )
  return previewTo(recipients, text, asked, world)
}

/** What stands after the colon goes out as typed; without one, what is left of the message. */
function readAnnouncement({ text, intent }: Asked): string {
  const colon = text.indexOf(':')
  return colon < 0 ? intent.slots.topic : text.slice(colon + 1).trim()
}

/** Units named one by one; "các đơn vị" means everybody whom the leader may reach. */
function listNamedUnits({ intent }: Asked, { library }: World): string[] {
  return intent.slots.units
    .flatMap(({ matches }) => library.unitById.get(matches[0]?.unitId ?? '') ?? [])
    .filter(({ isCollective }) => !isCollective)
    .map(({ id }) => id)
}

/** "Đôn đốc các đơn vị chưa báo cáo": the same preview, to the people of units with open duties and no report. */
export async function previewUrging(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  const units = [...world.library.unitById.values()].filter(({ isCollective }) => !isCollective)
  const { rows } = countDuties(units, await world.progress.all(), world.library, world.clock.today())
  const silent = new Set(
    rows.filter(({ open, lastReportAt }) => open.total > 0 && lastReportAt === null).map(({ unitId }) => unitId),
  )
  const recipients = (await listRecipients(asked, world)).filter(({ officer }) => silent.has(officer.unitId))
  return previewTo(recipients, renderPhrase({ say: 'urging-text' }, world.templates), asked, world)
}

async function listRecipients({ asker }: Asked, { officers, library }: World): Promise<Recipient[]> {
  const all = await officers.all()
  return all
    .map(({ officer, accounts }) => ({ officer, accounts: accounts.filter(({ closedAt }) => closedAt === null) }))
    .filter(({ officer, accounts }) => officer.isActive && accounts.length > 0 && officer.id !== asker.officer.id)
    .filter(({ officer }) => maySeeProgress(asker.officer, officer.unitId, library.unitById))
}

function previewTo(recipients: readonly Recipient[], text: string, asked: Asked, world: World): Decision {
  if (recipients.length === 0) return say('broadcast-nobody')
  const chatIds = recipients.flatMap(({ accounts }) => accounts.slice(0, 1).map(({ chatId }) => chatId))
  const unitIds = [...new Set(recipients.map(({ officer }) => officer.unitId))]
  const values = { people: chatIds.length, units: unitIds.length, text }
  const choices = offerChoices([{ say: 'choice-send' }, { say: 'choice-cancel' }], world)
  return {
    reply: reply([{ say: 'broadcast-preview', with: values }], { choices, asksBack: true }),
    remembers: {
      pending: { kind: 'broadcast', text, chatIds },
      expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES),
      lastIntent: asked.intent.name,
    },
  }
}

/** After the yes: one outbox row per person, held back a minute so that it can still be cancelled. */
export function sendBroadcast(pending: Extract<Pending, { kind: 'broadcast' }>, { asker }: Asked, { clock, ids }: World): Decision {
  if (!mayLead(asker.officer)) return { ...say('no-longer-allowed'), remembers: { pending: null } }
  const at = clock.now()
  const cause = ids.next('out')
  const changes = pending.chatIds.map((chatId): Change => ({
    kind: 'queue-message',
    message: toMessage(chatId, pending.text, cause, at, ids.next('out')),
  }))
  return {
    ...say('broadcast-queued', { people: pending.chatIds.length, minutes: CANCEL_WITHIN_MINUTES }),
    changes: [...changes, { kind: 'audit', actor: asker.officer.id, action: 'send-broadcast', object: cause, at }],
    remembers: { pending: { kind: 'held-broadcast', cause }, expiresAt: addMinutes(at, CANCEL_WITHIN_MINUTES) },
  }
}

/** "Hủy" within the minute: what has not left yet will not leave. */
export async function cancelBroadcast(cause: string, { asker }: Asked, { outbox, clock }: World): Promise<Decision> {
  const at = clock.now()
  const held = (await outbox.ofCause(cause)).filter(({ state }) => state === 'ready')
  const changes = held.map(({ id, attempts }): Change => ({
    kind: 'move-message',
    id,
    from: 'ready',
    to: 'failed',
    attempts,
    notBefore: at,
    platformMessageId: null,
    error: 'cancelled',
  }))
  return {
    ...say('broadcast-cancelled', { people: held.length }),
    changes: [...changes, { kind: 'audit', actor: asker.officer.id, action: 'cancel-broadcast', object: cause, at }],
    remembers: { pending: null },
  }
}

function toMessage(chatId: string, text: string, cause: string, at: string, id: string): OutboxMessage {
  const platform = chatId.slice(0, chatId.indexOf(':')) as Platform
  return {
    id,
    platform,
    chatId,
    text,
    choices: [],
    urgency: 'broadcast',
    state: 'ready',
    attempts: 0,
    notBefore: addMinutes(at, CANCEL_WITHIN_MINUTES),
    createdAt: at,
    cause,
    platformMessageId: null,
    error: null,
  }
}
