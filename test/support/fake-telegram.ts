import {
  bring,
  findParamFault,
  findTextFault,
  readUpload,
  startFakePlatform,
  type Answer,
  type FakePlatform,
  type Fault,
  type Target,
  type UploadedFile,
} from './fake-platform.ts'

/** A message that Telegram took from the bot. */
type TakenMessage = {
  readonly chatId: number
  readonly messageId: number
  readonly text: string
  readonly buttons: readonly { readonly text: string; readonly data: string }[]
  /** The uploaded photo or document; the text is its caption. */
  readonly file?: UploadedFile & { readonly kind: 'photo' | 'document' }
}

/** A Telegram that is stricter than the real one, over real HTTP. */
export type FakeTelegram = FakePlatform & {
  readonly sent: readonly TakenMessage[]
  readonly openPresses: ReadonlySet<string>
  readonly answeredPresses: readonly string[]
  /** Where updates go from now on. */
  readonly connect: (url: string, secret: string) => void
  /** Brings any update, under the next number unless it has its own; the statuses until 2xx. */
  readonly bring: (
    update: Readonly<Record<string, unknown>>,
    options?: { readonly secret?: string; readonly tries?: number },
  ) => Promise<number[]>
  /** Somebody wrote to the bot before. */
  readonly know: (userId: number) => void
  readonly say: (userId: number, text: string) => Promise<number[]>
  readonly press: (userId: number, message: TakenMessage, label: string) => Promise<number[]>
  readonly block: (userId: number) => Promise<number[]>
}

/** The bot that the fake serves. */
export const TELEGRAM_BOT = { id: 7000000001, is_bot: true, first_name: 'dondoc', username: 'dondoc_thu_bot' } as const

const METHODS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  sendMessage: [
    'chat_id',
    'text',
    'reply_markup?',
    'reply_parameters?',
    'disable_notification?',
    'link_preview_options?',
    'parse_mode?',
  ],
  sendPhoto: ['chat_id', 'photo', 'caption?', 'parse_mode?', 'reply_markup?', 'disable_notification?'],
  sendDocument: ['chat_id', 'document', 'caption?', 'parse_mode?', 'reply_markup?', 'disable_notification?'],
  answerCallbackQuery: ['callback_query_id', 'text?', 'show_alert?'],
  setWebhook: ['url', 'secret_token', 'allowed_updates?', 'max_connections?', 'drop_pending_updates?'],
  deleteWebhook: ['drop_pending_updates?'],
  getWebhookInfo: [],
}

const ok = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } })
const refuse = (code: number, description: string, parameters?: object): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
})
const bad = (what: string) => refuse(400, `Bad Request: ${what}`)

/** Starts a Telegram for one bot. */
export async function startFakeTelegram(token: string): Promise<FakeTelegram> {
  const sent: TakenMessage[] = []
  const known = new Set<number>()
  const blocked = new Set<number>()
  const openPresses = new Set<string>()
  const answeredPresses: string[] = []
  let target: Target = { url: '', headers: {} }
  let lastId = 100

  function takeFile(kind: 'photo' | 'document', params: Readonly<Record<string, unknown>>): Answer {
    const file = readUpload(params[kind])
    const fault = findChatFault(params['chat_id'], known, blocked) ?? findFileFault(kind, file, params['caption'])
    if (fault || !file) return fault ?? bad(`there is no ${kind} in the request`)
    const chatId = Number(params['chat_id'])
    const text = String(params['caption'] ?? '')
    const message = { chatId, messageId: (lastId += 1), text, buttons: [], file: { ...file, kind } }
    sent.push(message)
    return ok({ message_id: message.messageId, from: TELEGRAM_BOT, chat: { id: chatId, type: 'private' }, date: 1789033572 })
  }

  const calls: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Answer>> = {
    getMe: () => ok(TELEGRAM_BOT),
    sendMessage: (params) => {
      const fault = findSendFault(params, known, blocked)
      if (fault) return fault
      const buttons = readKeyboard(params['reply_markup'])
      const message = { chatId: Number(params['chat_id']), messageId: (lastId += 1), text: String(params['text']), buttons }
      sent.push(message)
      const chat = { id: message.chatId, type: message.chatId < 0 ? 'supergroup' : 'private' }
      return ok({ message_id: message.messageId, from: TELEGRAM_BOT, chat, date: 1789033572, text: message.text })
    },
    sendPhoto: (params) => takeFile('photo', params),
    sendDocument: (params) => takeFile('document', params),
    answerCallbackQuery: (params) => {
      const id = String(params['callback_query_id'])
      if (!openPresses.delete(id)) return bad('query is too old and response timeout expired or query ID is invalid')
      answeredPresses.push(id)
      return ok(true)
    },
    setWebhook: (params) => {
      target = { url: String(params['url']), headers: headersFor(String(params['secret_token'])) }
      return ok(true)
    },
    deleteWebhook: () => {
      target = { url: '', headers: {} }
      return ok(true)
    },
    getWebhookInfo: () => ok({ url: target.url, has_custom_certificate: false, pending_update_count: 0 }),
  }

  const platform = await startFakePlatform({
    token,
    unknownToken: refuse(401, 'Unauthorized'),
    call: (method, params) => {
      const allowed = METHODS[method]
      if (!allowed) return refuse(404, 'Not Found')
      const fault = findParamFault(params, allowed)
      return fault ? bad(fault) : calls[method]!(params)
    },
    wordFault,
  })

  function bringUpdate(
    update: Readonly<Record<string, unknown>>,
    options: { readonly secret?: string; readonly tries?: number } = {},
  ) {
    const headers = options.secret === undefined ? target.headers : headersFor(options.secret)
    const { chat } = (update['message'] ?? {}) as { chat?: { id: number } }
    if (chat) known.add(chat.id)
    return bring({ ...target, headers }, JSON.stringify({ update_id: (lastId += 1), ...update }), options.tries)
  }
  function aPerson(userId: number) {
    known.add(userId)
    return {
      from: { id: userId, is_bot: false, first_name: 'Nguyễn Văn A' },
      chat: { id: userId, type: 'private', first_name: 'Nguyễn Văn A' },
    }
  }

  return {
    ...platform,
    sent,
    openPresses,
    answeredPresses,
    connect: (url, secret) => {
      target = { url, headers: headersFor(secret) }
    },
    bring: bringUpdate,
    know: (userId) => void known.add(userId),
    say: (userId, text) => bringUpdate({ message: { message_id: (lastId += 1), ...aPerson(userId), date: 1789033572, text } }),
    press: (userId, message, label) => {
      const button = message.buttons.find(({ text }) => text === label)
      if (!button) throw new Error(`no button "${label}"`)
      const { from, chat } = aPerson(userId)
      const id = `press-${(lastId += 1)}`
      openPresses.add(id)
      const shown = { message_id: message.messageId, from: TELEGRAM_BOT, chat, date: 1789033572, text: message.text }
      return bringUpdate({ callback_query: { id, from, message: shown, chat_instance: '1', data: button.data } })
    },
    block: (userId) => {
      blocked.add(userId)
      return bringUpdate({
        my_chat_member: {
          ...aPerson(userId),
          date: 1789033572,
          old_chat_member: member('member'),
          new_chat_member: member('kicked'),
        },
      })
    },
  }
}

function member(status: string) {
  return { user: TELEGRAM_BOT, status }
}

function headersFor(secret: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }
}

function findSendFault(
  params: Readonly<Record<string, unknown>>,
  known: ReadonlySet<number>,
  blocked: ReadonlySet<number>,
): Answer | undefined {
  const stranger = findChatFault(params['chat_id'], known, blocked)
  if (stranger) return stranger
  const fault = findTextFault(params['text'], 4096) ?? findKeyboardFault(params['reply_markup'])
  return fault ? bad(fault) : undefined
}

function findChatFault(chatId: unknown, known: ReadonlySet<number>, blocked: ReadonlySet<number>): Answer | undefined {
  if (typeof chatId !== 'number') return bad('chat_id must be a number')
  if (blocked.has(chatId)) return refuse(403, 'Forbidden: bot was blocked by the user')
  return known.has(chatId) ? undefined : bad('chat not found')
}

const PNG = [0x89, 0x50, 0x4e, 0x47]
const MEGABYTE = 1024 * 1024

/** Pictures that are none, files too large or without a name, captions too long. */
function findFileFault(kind: 'photo' | 'document', file: UploadedFile | undefined, caption: unknown): Answer | undefined {
  if (!file || file.bytes.length === 0) return bad('file must be non-empty')
  if (file.bytes.length > (kind === 'photo' ? 10 : 50) * MEGABYTE) return bad('file is too big')
  if (kind === 'photo' && PNG.some((byte, at) => file.bytes[at] !== byte)) return bad('IMAGE_PROCESS_FAILED')
  if (!/^[\w.-]{5,100}$/.test(file.name)) return bad('wrong file name')
  const fault = caption === undefined ? undefined : findTextFault(caption, 1024)
  return fault ? bad(fault) : undefined
}

type Keyboard = { readonly inline_keyboard?: readonly (readonly { readonly text?: unknown; readonly callback_data?: unknown }[])[] }

function findKeyboardFault(markup: unknown): string | undefined {
  if (markup === undefined) return undefined
  const { inline_keyboard: rows } = markup as Keyboard
  if (!Array.isArray(rows) || rows.length === 0 || rows.some((row) => row.length === 0 || row.length > 8))
    return 'BUTTON_ROWS_INVALID'
  for (const { text, callback_data: data } of rows.flat()) {
    if (typeof text !== 'string' || text.trim() === '') return 'BUTTON_TEXT_INVALID'
    const bytes = Buffer.byteLength(String(data ?? ''))
    if (typeof data !== 'string' || bytes < 1 || bytes > 64) return 'BUTTON_DATA_INVALID'
  }
  return undefined
}

function readKeyboard(markup: unknown): TakenMessage['buttons'] {
  const rows = (markup as Keyboard | undefined)?.inline_keyboard ?? []
  return rows.flat().map(({ text, callback_data: data }) => ({ text: String(text), data: String(data) }))
}

function wordFault(fault: Extract<Fault, { kind: 'too-many' | 'server-error' | 'blocked' | 'not-ok' }>): Answer {
  switch (fault.kind) {
    case 'too-many':
      return refuse(429, `Too Many Requests: retry after ${fault.retryAfter}`, { retry_after: fault.retryAfter })
    case 'server-error':
      return refuse(fault.status, 'Internal Server Error')
    case 'blocked':
      return refuse(403, 'Forbidden: bot was blocked by the user')
    case 'not-ok':
      return { ...bad('message thread not found'), status: 200 }
  }
}
