import type { Moment } from '../domain/calendar.ts'
import type { Change } from '../domain/change.ts'
import { openConversation, type Conversation } from '../domain/conversation.ts'
import type { InboundMessage, InboxEvent, OutboxMessage } from '../domain/message.ts'
import type { Channel } from '../ports/channel.ts'
import type { Log } from '../ports/log.ts'
import type { Conversations, Ledger, Storage } from '../ports/storage.ts'
import { renderPhrase } from '../wording/render-phrase.ts'
import { renderReply } from '../wording/render-reply.ts'
import { answerMessage } from './answer-message.ts'
import type { Decision, World } from './asked.ts'
import { placeAttachments } from './place-attachments.ts'
import type { Readers } from './answer-message.ts'

export type HandleEventDeps = Pick<Storage, 'ledger' | 'conversations'> & {
  readonly ledger: Ledger
  readonly conversations: Conversations
  readonly world: World
  readonly readers: Readers
  readonly log: Log
}

/** The path of a message, from stored event to queued reply. Storing: accept-event.ts. Sending: deliver-outbox.ts. */
export async function handleEvent(event: InboxEvent, channel: Channel, deps: HandleEventDeps): Promise<boolean> {
  const { world, ledger, conversations } = deps
  const at = world.clock.now()
  const handled: Change = { kind: 'mark-handled', eventKey: event.key, at }
  const message = channel.normalize(event)
  if (!message) return ledger.commit([handled])
  if (message.pressId) stopSpinner(message.pressId, channel, deps.log)
  if (message.kind === 'blocked' || message.kind === 'unblocked') {
    return ledger.commit([{ kind: 'close-account', accountId: message.from, at: message.kind === 'blocked' ? at : null }, handled])
  }

  const before = (await conversations.of(message.chat.id, message.from)) ?? openConversation(message.chat.id, message.from, at)
  const decision = await answerMessage(message, before, world, deps.readers)
  for (const { kind } of decision.withheld ?? [])
    deps.log.error('answer-withheld', undefined, { event: event.key, unfounded: kind })
  const { changes, conversation } = putIntoWords(decision, before, message, channel, world)

  // One commit: the report, the answer and the mark live or die together, so a
  // crash can neither lose an officer's report nor answer it twice.
  return ledger.commit([...(decision.changes ?? []), { kind: 'save-conversation', conversation }, ...changes, handled])
}

/** Beside the answer and never in its way: a press that is too old to be answered is still a choice. */
function stopSpinner(pressId: string, channel: Channel, log: Log): void {
  channel.answerPress?.(pressId).catch((error: unknown) => log.error('press-not-answered', error, { platform: channel.platform }))
}

/** The first page and the files as outbox rows; the other pages and the choices stay in the conversation. */
function putIntoWords(
  { reply, remembers }: Decision,
  before: Conversation,
  message: InboundMessage,
  channel: Channel,
  { clock, ids, templates }: World,
): { changes: Change[]; conversation: Conversation } {
  const placed = placeAttachments(reply, channel.capabilities)
  const { pages, choices: offered } = renderReply(placed.reply, templates, channel.capabilities)
  const [first = '', ...rest] = pages
  const further = remembers?.pages ?? rest
  const hasButtons = channel.capabilities.buttons > 0
  const next =
    further.length > 0 && hasButtons ? [{ id: ids.next('chc'), label: renderPhrase({ say: 'choice-next' }, templates) }] : []
  const choices = [...offered, ...next]
  const createdAt = clock.now()
  const compose = (text: string, rest: Partial<OutboxMessage>): Change => ({
    kind: 'queue-message',
    message: { ...blankAnswer(message, createdAt), id: ids.next('out'), text, ...rest },
  })
  const answers = [
    ...(first === '' ? [] : [compose(first, { choices: hasButtons ? choices : [] })]),
    ...placed.attached.map(({ attachment, caption }) => compose(renderPhrase(caption, templates), { attachment })),
  ]
  const menu = choices.map((choice) => ({ ...choice, means: choice.label }))
  const conversation = { ...before, choices: menu, ...remembers, pages: further, updatedAt: createdAt }
  return { changes: answers, conversation }
}

function blankAnswer({ platform, chat, pressId }: InboundMessage, at: Moment): OutboxMessage {
  return {
    id: '',
    platform,
    chatId: chat.id,
    text: '',
    choices: [],
    urgency: 'reply',
    state: 'ready',
    attempts: 0,
    notBefore: at,
    createdAt: at,
    cause: pressId ?? null,
    platformMessageId: null,
    error: null,
  }
}
