import type { InboundMessage } from '../../domain/message.ts'
import { parseEvent, type ZaloBotEvent } from './parse-event.ts'

/** The bot as people see it in Zalo; a mention in a group arrives as "@" and this name. */
export type BotInfo = { readonly displayName?: string }

/** A raw event as a message, or undefined when it asks nothing of us. */
export function normalizeEvent(body: string, bot: BotInfo): InboundMessage | undefined {
  const event = parseEvent(JSON.parse(body))
  if (!event || event.message.from.is_bot) return undefined
  const { chat, from, date } = event.message
  const isGroup = chat.chat_type === 'GROUP'
  const kind = findKind(event)
  // In a group Zalo hands over only what mentions or answers the bot, but of a sticker nobody expects an answer.
  if (isGroup && kind === 'unsupported') return undefined
  const said = (event.message.text ?? event.message.caption ?? '').normalize('NFC')
  return {
    platform: 'zalo-bot',
    kind,
    chat: { id: `zalo-bot:${chat.id}`, kind: isGroup ? 'group' : 'private' },
    from: `zalo-bot:${from.id}`,
    text: isGroup ? removeMention(said, bot) : said.trim(),
    ...readPhoto(event),
    ...readTime(date),
  }
}

// By what a message holds: image events come with and without their announced name.
function findKind({ message }: ZaloBotEvent): InboundMessage['kind'] {
  if (message.text) return 'text'
  return (message.photo_url ?? message.photo) ? 'attachment' : 'unsupported'
}

/** Zalo gives an address and no id; it works for an unknown time. */
function readPhoto({ message: { text, photo_url, photo } }: ZaloBotEvent): Pick<InboundMessage, 'file'> {
  const url = [photo_url, photo].find((given) => typeof given === 'string' && given !== '')
  if (text || typeof url !== 'string') return {}
  return { file: { kind: 'photo', platform: 'zalo-bot', id: null, url, name: null, type: null, size: null } }
}

function removeMention(said: string, { displayName }: BotInfo): string {
  const mention = displayName && `@${displayName.normalize('NFC')}`
  const isMentioned = mention && said.toLowerCase().startsWith(mention.toLowerCase())
  return (isMentioned ? said.slice(mention.length).replace(/^[\s,:;]+/, '') : said).trim()
}

const FIRST_MILLISECONDS = 1e11
const LAST_MILLISECONDS = 4_102_444_800_000

/** Documented as milliseconds, seen as seconds. */
function readTime(date: number | undefined): Pick<InboundMessage, 'sentAt'> {
  if (!date || date < 0) return {}
  const ms = date < FIRST_MILLISECONDS ? date * 1000 : date
  return ms <= LAST_MILLISECONDS ? { sentAt: new Date(ms).toISOString() } : {}
}
