import type { InboundMessage } from '../../domain/message.ts'
import { parseUpdate, type TelegramMessage, type TelegramUpdate } from './parse-update.ts'

/** The bot as Telegram knows it; without its username any bot's mention counts, since privacy mode brings only its own. */
export type BotInfo = { readonly id: number; readonly username?: string }

const ATTACHMENTS = ['photo', 'document', 'video', 'audio', 'animation'] as const
// An animation comes as a document as well.
const FILES = ['document', 'video', 'audio', 'animation'] as const
const UNREADABLE = ['voice', 'video_note', 'sticker', 'contact', 'location', 'poll', 'dice'] as const

/** A raw update as a message, or undefined when nobody said anything to us. */
export function normalizeUpdate(body: string, bot: BotInfo): InboundMessage | undefined {
  const update = parseUpdate(JSON.parse(body))
  if (!update) return undefined
  const message = update.message ?? update.edited_message
  if (message) return normalizeMessage(message, bot)
  return update.callback_query ? normalizePress(update.callback_query) : normalizeMembership(update.my_chat_member)
}

function normalizeMessage(message: TelegramMessage, bot: BotInfo): InboundMessage | undefined {
  const { chat, from } = message
  const isPrivate = chat.type === 'private'
  const said = (message.text ?? message.caption ?? '').normalize('NFC')
  const kind = findKind(message)
  if (!from || from.is_bot || !kind) return undefined
  // A sticker among colleagues wants no answer.
  if (!isPrivate && (kind === 'unsupported' || !isAddressed(message, said, bot))) return undefined
  return {
    platform: 'telegram',
    kind,
    chat: { id: `telegram:${chat.id}`, kind: isPrivate ? 'private' : 'group' },
    from: `telegram:${from.id}`,
    text: removeMention(said, bot),
    ...readFile(message),
    ...readTime(message.edit_date ?? message.date),
  }
}

function readTime(seconds: number | undefined): Pick<InboundMessage, 'sentAt'> {
  return seconds ? { sentAt: new Date(seconds * 1000).toISOString() } : {}
}

/** The largest of a photo's sizes, or the file with what Telegram says of it. */
function readFile(message: TelegramMessage): Pick<InboundMessage, 'file'> {
  if (message.text !== undefined) return {}
  const photo = message.photo?.at(-1)
  const sent = photo ?? FILES.map((name) => message[name]).find((file) => file !== undefined)
  if (!sent) return {}
  const { file_id: id, file_name: name = null, mime_type: type = null, file_size: size = null } = sent
  return { file: { kind: photo ? 'photo' : 'file', platform: 'telegram', id, url: null, name, type, size } }
}

function findKind(message: TelegramMessage): InboundMessage['kind'] | undefined {
  if (message.text !== undefined) return 'text'
  if (ATTACHMENTS.some((name) => message[name] !== undefined)) return 'attachment'
  return UNREADABLE.some((name) => message[name] !== undefined) ? 'unsupported' : undefined
}

function isAddressed(message: TelegramMessage, said: string, bot: BotInfo): boolean {
  if (message.reply_to_message?.from?.id === bot.id) return true
  // "/lenh" is for every bot of the group, "/lenh@other_bot" is not for us.
  return /^\/\w+(?![\w@])/.test(said) || mentionOf(bot).test(said)
}

/** Without the mention, wherever it stands: "@bot, tổng hợp" and "/start@bot 482913" alike. */
function removeMention(said: string, bot: BotInfo): string {
  const mention = mentionOf(bot)
  if (!mention.test(said)) return said.trim()
  return said
    .replace(mention, ' ')
    .replace(/^[\s,:;]+/, '')
    .trim()
}

function mentionOf({ username = String.raw`\w{2,29}bot` }: BotInfo): RegExp {
  return new RegExp(String.raw`(?:(?<=^/\w+)|\s+|^)@${username}(?!\w)\s*`, 'i')
}

function normalizePress({ id, from, message, data }: NonNullable<TelegramUpdate['callback_query']>): InboundMessage | undefined {
  if (data === undefined || from.is_bot) return undefined
  const chat = message?.chat ?? { id: from.id, type: 'private' }
  return {
    platform: 'telegram',
    kind: 'choice',
    chat: { id: `telegram:${chat.id}`, kind: chat.type === 'private' ? 'private' : 'group' },
    from: `telegram:${from.id}`,
    text: data,
    pressId: id,
  }
}

function normalizeMembership(change: TelegramUpdate['my_chat_member']): InboundMessage | undefined {
  if (change?.chat.type !== 'private') return undefined
  const kind = change.new_chat_member.status === 'kicked' ? 'blocked' : 'unblocked'
  const id = `telegram:${change.chat.id}`
  return { platform: 'telegram', kind, chat: { id, kind: 'private' }, from: `telegram:${change.from.id}`, text: '' }
}
