import { Telegram } from 'telegraf'
import type { Opts, Telegram as Methods } from 'telegraf/types'
import type { Capabilities, OutboxMessage } from '../../domain/message.ts'
import { SendError, type Channel, type OpenedFile, type SendReceipt, type SendingRate } from '../../ports/channel.ts'
import { splitText } from '../../text/split-text.ts'
import { buildKeyboard } from './build-keyboard.ts'
import { normalizeUpdate, type BotInfo } from './normalize-update.ts'
import { readTelegramBot } from './read-telegram-bot.ts'
import { toSendError } from './to-send-error.ts'

const CAPABILITIES: Capabilities = { maxText: 4096, buttons: 8, attaches: { png: 'bytes', xlsx: 'bytes', docx: 'bytes' } }
const PART_PAUSE_MS = 1000
// Published: 30 a second, one a second to a person, twenty a minute to a group, whose id is negative.
const RATE: SendingRate = { perSecond: 25, atOnce: 10, chatPauseMs: (chatId) => (chatId.startsWith('telegram:-') ? 3000 : 1000) }

/** What createTelegramChannel needs to know; the pauses have defaults. */
export type TelegramOptions = {
  readonly token: string
  readonly apiRoot: string
  readonly botInfo?: BotInfo
  readonly timeoutMs?: number
  /** Between the parts of one long message. */
  readonly partPauseMs?: number
}

/** Telegram behind the port, over telegraf's client; its webhook callback, which says 200 before the work is safe, is not used. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { token, apiRoot, timeoutMs = 15_000, partPauseMs = PART_PAUSE_MS } = options
  const telegram = new Telegram(token, { apiRoot, webhookReply: false })
  let bot = options.botInfo ?? { id: Number(token.split(':')[0]) }
  const call = createCaller(telegram, token, timeoutMs)

  return {
    platform: 'telegram',
    capabilities: CAPABILITIES,
    rate: RATE,
    normalize: (event) => normalizeUpdate(event.body, bot),
    send: (message, file) => (file ? sendFile(message, file, call, partPauseMs) : sendParts(message, call, partPauseMs)),
    introduce: async () => {
      bot = await readTelegramBot({ token, apiRoot })
    },
    answerPress: async (pressId) => {
      await call('answerCallbackQuery', { callback_query_id: pressId })
    },
  }
}

type Caller = <M extends 'sendMessage' | 'sendPhoto' | 'sendDocument' | 'answerCallbackQuery'>(
  method: M,
  payload: Opts<M>,
) => Promise<ReturnType<Methods[M]>>

function createCaller(telegram: Telegram, token: string, timeoutMs: number): Caller {
  return async (method, payload) => {
    try {
      // telegraf types its signal by a package that came before AbortSignal was everywhere.
      const signal = AbortSignal.timeout(timeoutMs) as never
      return await telegram.callApi(method, payload, { signal })
    } catch (error) {
      throw toSendError(error, token)
    }
  }
}

const MOST_CAPTION = 1024

/** A picture as a photo, anything else as a document. What Telegram will not take goes as its link, where there is one. */
async function sendFile(message: OutboxMessage, file: OpenedFile, call: Caller, pauseMs: number): Promise<SendReceipt> {
  const { chatId, text, attachment } = message
  const caption = text.normalize('NFC').slice(0, MOST_CAPTION)
  const common = { chat_id: Number(chatId.slice('telegram:'.length)), ...(caption === '' ? {} : { caption }) }
  const upload = { source: Buffer.from(file.bytes), filename: file.name }
  try {
    const sent = file.type.startsWith('image/')
      ? await call('sendPhoto', { ...common, photo: upload as never })
      : await call('sendDocument', { ...common, document: upload as never })
    return { platformMessageId: String(sent.message_id) }
  } catch (error) {
    const isRefused = error instanceof SendError && error.outcome === 'rejected'
    if (!isRefused || !attachment?.link) throw error
    return sendParts({ ...message, text: `${text}\n${attachment.link}` }, call, pauseMs)
  }
}

async function sendParts({ chatId, text, choices }: OutboxMessage, call: Caller, pauseMs: number): Promise<SendReceipt> {
  const parts = splitText(text.normalize('NFC'), CAPABILITIES.maxText)
  const keyboard = buildKeyboard(choices)
  if (parts.length === 0) throw new SendError('rejected', 'empty text')
  let last: SendReceipt = { platformMessageId: null }
  for (const [index, part] of parts.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    const isLast = index === parts.length - 1
    const markup = isLast && keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}
    try {
      const sent = await call('sendMessage', { chat_id: Number(chatId.slice('telegram:'.length)), text: part, ...markup })
      last = { platformMessageId: String(sent.message_id) }
    } catch (error) {
      throw index > 0 && error instanceof SendError ? new SendError('unknown', `part ${index + 1}: ${error.message}`) : error
    }
  }
  return last
}
