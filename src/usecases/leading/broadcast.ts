import { addMinutes, type Moment } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { OutboxMessage, Platform } from '../../domain/message.ts'
import { mayLead } from '../../domain/permission.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { formatAcknowledgeChoice } from './acknowledge.ts'
import { findAudience } from './find-audience.ts'
import { listAudience, listMissed } from './list-audience.ts'
import { countPlatforms, listRecipients } from './list-recipients.ts'
import { askToSend, isCapped, listSentToday, previewSending, type Sending } from './preview-sending.ts'
import { readAnnouncement, readHead } from './read-announcement.ts'
import { asksForResult, tellSending } from './tell-sending.ts'

/** "Hủy" takes a broadcast back for so long. */
export const CANCEL_WITHIN_MINUTES = 1

/** "Thông báo tới các đơn vị: …": preview with the number of people; nothing leaves before a yes. "Kết quả gửi" tells what became of the last. */
export async function previewBroadcast(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  if (asksForResult(asked.text)) return tellSending(asked, world)
  const audience = findAudience(asked, readHead(asked.text), world)
  const text = readAnnouncement(asked, audience.end)
  if (text === '') return say('broadcast-how', {}, { asksBack: true })
  const recipients = listAudience(await listRecipients(asked, world), audience)
  const chatIds = recipients.map(({ account }) => account.chatId)
  return previewSending(recipients, { kind: 'broadcast', text, chatIds }, asked, world, listMissed(recipients, audience, world))
}

/** After the yes, and a second one when many are concerned: one outbox row per person, held back a minute so that it can still be cancelled. */
export async function sendBroadcast(pending: Sending, asked: Asked, world: World): Promise<Decision> {
  const { clock, ids, followUp } = world
  const { officer } = asked.asker
  if (!mayLead(officer)) return { ...say('no-longer-allowed'), remembers: { pending: null } }
  const today = await listSentToday(asked, world)
  if (!pending.urged && (await isCapped(today, world)))
    return { ...say('broadcast-cap', { most: followUp.broadcasts.perDay }), remembers: { pending: null } }
  const people = pending.chatIds.length
  if (people > followUp.broadcasts.confirmTwiceAbove && !pending.isSure) {
    const platforms = countPlatforms(pending.chatIds, world)
    return askToSend({ say: 'broadcast-sure', with: { people, platforms } }, { ...pending, isSure: true }, asked, world)
  }
  const at = clock.now()
  const cause = ids.next('out')
  const number = (today[0]?.number ?? 0) + 1
  return {
    ...say('broadcast-queued', { people, minutes: CANCEL_WITHIN_MINUTES }),
    changes: await queueSending(pending, { cause, number, officerId: officer.id, holdMinutes: CANCEL_WITHIN_MINUTES }, world),
    remembers: { pending: { kind: 'held-broadcast', cause }, expiresAt: addMinutes(at, CANCEL_WITHIN_MINUTES) },
  }
}

/** Under which cause and number of the day somebody's sending is kept, and how long its messages are held back. */
export type SendingAs = {
  readonly cause: string
  readonly number: number
  readonly officerId: string
  readonly holdMinutes: number
}

/** Everything that a confirmed sending changes, in one commit: it is all in the outbox or nothing is. */
export async function queueSending(pending: Sending, as: SendingAs, world: World): Promise<Change[]> {
  const { cause, number, officerId } = as
  const at = world.clock.now()
  const kind = pending.urged ? 'urging' : 'broadcast'
  const broadcast = { cause, officerId, kind, day: world.clock.today(), number, people: pending.chatIds.length, at } as const
  return [
    ...queueMessages(pending, as, at, world),
    ...(await recordUrgings(pending, officerId, cause, at, world)),
    { kind: 'record-broadcast', broadcast },
    { kind: 'audit', actor: officerId, action: `send-${kind}`, object: cause, at },
  ]
}

function queueMessages({ text, chatIds, urged }: Sending, { cause, holdMinutes }: SendingAs, at: Moment, world: World): Change[] {
  const { ids, templates } = world
  const choices = [{ id: formatAcknowledgeChoice(cause), label: renderPhrase({ say: 'choice-received' }, templates) }]
  const textOf = new Map(urged?.flatMap((unit) => unit.chatIds.map((chatId) => [chatId, unit] as const)))
  return chatIds.flatMap((chatId): Change[] => {
    const unit = textOf.get(chatId)
    const words = renderPhrase({ say: 'broadcast-text', with: { text: unit?.text ?? text } }, templates)
    const message = { ...toMessage(chatId, words, cause, at, ids.next('out')), choices, notBefore: addMinutes(at, holdMinutes) }
    return [
      { kind: 'queue-message', message },
      // "Việc 1 được 60 %" answers an urging.
      ...(unit ? [{ kind: 'remember-shown', chatId, accountId: chatId, dutyIds: unit.dutyIds, pages: [], at } as const] : []),
    ]
  })
}

/** Each duty of each urged unit, by the number that follows its last one. */
async function recordUrgings(
  { urged = [] }: Sending,
  officerId: string,
  cause: string,
  at: Moment,
  { reminders }: World,
): Promise<Change[]> {
  const before = await reminders.urgingsOf([...new Set(urged.flatMap(({ dutyIds }) => dutyIds))])
  const counts = new Map<string, number>()
  for (const { dutyId, unitId } of before) counts.set(`${dutyId} ${unitId}`, (counts.get(`${dutyId} ${unitId}`) ?? 0) + 1)
  return urged.flatMap(({ unitId, dutyIds }) =>
    dutyIds.map((dutyId): Change => {
      const number = (counts.get(`${dutyId} ${unitId}`) ?? 0) + 1
      return { kind: 'record-urging', urging: { dutyId, unitId, number, officerId, cause, at } }
    }),
  )
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
    notBefore: at,
    createdAt: at,
    cause,
    platformMessageId: null,
    error: null,
  }
}
