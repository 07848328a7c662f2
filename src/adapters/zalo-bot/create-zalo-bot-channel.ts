import type { Capabilities, OutboxMessage } from '../../domain/message.ts'
import { SendError, type Channel, type SendReceipt, type SendingRate } from '../../ports/channel.ts'
import { splitText } from '../../text/split-text.ts'
import { callZaloBot, type ZaloBotAccess } from './call-zalo-bot.ts'
import { normalizeEvent, type BotInfo } from './normalize-event.ts'
import { readZaloBot } from './read-zalo-bot.ts'

// Pictures by an address that Zalo fetches itself; it has no way for documents.
const CAPABILITIES: Capabilities = { maxText: 2000, buttons: 0, attaches: { png: 'link' } }
// No limit is published: one at a time, five a second.
const PART_PAUSE_MS = 200
const RATE: SendingRate = { perSecond: 5, atOnce: 1, chatPauseMs: () => PART_PAUSE_MS }

/** What createZaloBotChannel needs to know; the pauses have defaults. */
export type ZaloBotOptions = ZaloBotAccess & {
  readonly botInfo?: BotInfo
  /** Between the parts of one long message. */
  readonly partPauseMs?: number
}

/** Zalo Bot Platform behind the port. It has no buttons: choices stand in the text as numbered lines. */
export function createZaloBotChannel(options: ZaloBotOptions): Channel {
  let bot = options.botInfo ?? {}
  return {
    platform: 'zalo-bot',
    capabilities: CAPABILITIES,
    rate: RATE,
    normalize: (event) => normalizeEvent(event.body, bot),
    send: (message) => (isPicture(message) ? sendPicture(message, options) : sendParts(message, options)),
    introduce: async () => {
      bot = await readZaloBot(options)
    },
  }
}

function isPicture({ attachment }: OutboxMessage): boolean {
  return attachment?.kind === 'png' && attachment.link !== null
}

/** A picture that Zalo will not fetch goes as its link. */
async function sendPicture(message: OutboxMessage, options: ZaloBotOptions): Promise<SendReceipt> {
  const { chatId, text, attachment } = message
  const caption = text.normalize('NFC').slice(0, CAPABILITIES.maxText)
  try {
    const picture = { chat_id: chatId.slice('zalo-bot:'.length), photo: attachment?.link, caption }
    return { platformMessageId: readMessageId(await callZaloBot(options, 'sendPhoto', picture)) }
  } catch (error) {
    if (!(error instanceof SendError) || error.outcome !== 'rejected') throw error
    return sendParts({ ...message, text: `${text}\n${attachment?.link}` }, options)
  }
}

async function sendParts({ chatId, text }: OutboxMessage, options: ZaloBotOptions): Promise<SendReceipt> {
  const parts = splitText(text.normalize('NFC'), CAPABILITIES.maxText)
  if (parts.length === 0) throw new SendError('rejected', 'empty text')
  let last: SendReceipt = { platformMessageId: null }
  for (const [index, part] of parts.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, options.partPauseMs ?? PART_PAUSE_MS))
    try {
      const sent = await callZaloBot(options, 'sendMessage', { chat_id: chatId.slice('zalo-bot:'.length), text: part })
      last = { platformMessageId: readMessageId(sent) }
    } catch (error) {
      // The parts before this one arrived, so the message as a whole may not be sent again as if nothing had.
      throw index > 0 && error instanceof SendError ? new SendError('unknown', `part ${index + 1}: ${error.message}`) : error
    }
  }
  return last
}

function readMessageId(result: unknown): string | null {
  const { message_id: id } = Object(result) as { message_id?: unknown }
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}
