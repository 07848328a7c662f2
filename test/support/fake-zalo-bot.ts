import {
  bring,
  findParamFault,
  findTextFault,
  startFakePlatform,
  type Answer,
  type FakePlatform,
  type Fault,
  type Target,
} from './fake-platform.ts'

/** A message that Zalo took from the bot. */
type TakenMessage = { readonly chatId: string; readonly messageId: string; readonly text: string; readonly photo?: string }

/** How events are put into the body: as they really come, or as the documentation shows them. */
type Wrapping = 'bare' | 'wrapped'

/** A Zalo Bot Platform that is stricter than the real one, over real HTTP. */
export type FakeZaloBot = FakePlatform & {
  readonly sent: readonly TakenMessage[]
  readonly connect: (url: string, secret: string) => void
  /** Brings any event; the statuses until 2xx. */
  readonly bring: (
    event: object,
    options?: { readonly secret?: string; readonly tries?: number; readonly wrapping?: Wrapping },
  ) => Promise<number[]>
  /** Somebody wrote to the bot before. */
  readonly know: (userId: string) => void
  readonly say: (userId: string, text: string, wrapping?: Wrapping) => Promise<number[]>
  /** The empty request without a secret, by which Zalo looks whether somebody is there. */
  readonly probe: () => Promise<number[]>
  /** From now on the monthly quota is spent. */
  readonly spendQuota: () => void
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  sendMessage: ['chat_id', 'text', 'parse_mode?', 'text_styles?'],
  sendPhoto: ['chat_id', 'photo', 'caption?'],
  sendChatAction: ['chat_id', 'action'],
  setWebhook: ['url', 'secret_token'],
  deleteWebhook: [],
  getWebhookInfo: [],
}

const ok = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } })
const refuse = (code: number, description: string, status = code): Answer => ({
  status,
  body: { ok: false, error_code: code, description },
})

/** Starts a Zalo Bot Platform for one bot. */
export async function startFakeZaloBot(token: string): Promise<FakeZaloBot> {
  const sent: TakenMessage[] = []
  const known = new Set<string>()
  let target: Target = { url: '', headers: {} }
  let isSpent = false
  let lastId = 100

  const calls: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Answer>> = {
    getMe: () =>
      ok({
        id: '1459232241454765289',
        account_name: 'bot.VDKyGxQvc',
        account_type: 'BASIC',
        can_join_groups: true,
        display_name: 'Bot Đôn đốc',
      }),
    sendMessage: (params) => {
      const { chat_id: chatId, text } = params
      if (isSpent) return refuse(429, 'Quota exceeded')
      if (typeof chatId !== 'string' || !known.has(chatId)) return refuse(400, 'chat_id is invalid')
      const fault = findTextFault(text, 2000)
      if (fault) return refuse(400, fault)
      const messageId = `5f42${(lastId += 1)}`
      sent.push({ chatId, messageId, text: String(text) })
      return ok({ message_id: messageId, date: 1789033572455 })
    },
    sendPhoto: ({ chat_id: chatId, photo, caption }) => {
      if (isSpent) return refuse(429, 'Quota exceeded')
      if (typeof chatId !== 'string' || !known.has(chatId)) return refuse(400, 'chat_id is invalid')
      // Zalo fetches the picture itself, from an address that everybody can reach.
      if (typeof photo !== 'string' || !/^https:\/\/[^/]+\.[^/]+\//.test(photo)) return refuse(400, 'photo is invalid')
      const fault = findTextFault(caption, 2000)
      if (fault) return refuse(400, fault)
      const messageId = `5f42${(lastId += 1)}`
      sent.push({ chatId, messageId, text: String(caption), photo })
      return ok({ message_id: messageId, date: 1789033572455 })
    },
    sendChatAction: ({ action }) => (action === 'typing' ? ok({ ok: true }) : refuse(400, 'action is invalid')),
    setWebhook: ({ url, secret_token: secret }) => {
      if (String(secret).length < 8 || String(secret).length > 256) return refuse(400, 'secret_token is invalid')
      target = { url: String(url), headers: headersFor(String(secret)) }
      return ok({ url, updated_at: 1789033572455, verification: { ok: true, outcome: 'webhook.ok' } })
    },
    deleteWebhook: () => {
      target = { url: '', headers: {} }
      return ok({ url: '', updated_at: 1789033572455 })
    },
    getWebhookInfo: () => (target.url ? ok({ url: target.url, updated_at: 1789033572455 }) : refuse(404, 'Webhook not found')),
  }

  const platform = await startFakePlatform({
    token,
    unknownToken: refuse(401, 'Unauthorized'),
    call: (method, params) => {
      const allowed = METHODS[method]
      if (!allowed) return refuse(404, 'Not found')
      const fault = findParamFault(params, allowed)
      return fault ? refuse(400, fault) : calls[method]!(params)
    },
    wordFault,
  })

  const bringEvent: FakeZaloBot['bring'] = (event, { secret, tries, wrapping = 'bare' } = {}) => {
    const headers = secret === undefined ? target.headers : headersFor(secret)
    const { message } = event as { message?: { chat?: { id?: string } } }
    if (message?.chat?.id) known.add(message.chat.id)
    return bring({ ...target, headers }, JSON.stringify(wrapping === 'bare' ? event : { ok: true, result: event }), tries)
  }

  return {
    ...platform,
    sent,
    connect: (url, secret) => {
      target = { url, headers: headersFor(secret) }
    },
    bring: bringEvent,
    know: (userId) => void known.add(userId),
    say: (userId, text, wrapping) => {
      const from = { id: userId, is_bot: false, display_name: 'Nguyễn Văn A' }
      const message = {
        date: 1789033572455,
        chat: { chat_type: 'PRIVATE', id: userId },
        message_id: `0c95${(lastId += 1)}`,
        from,
        text,
      }
      return bringEvent({ event_name: 'message.text.received', message }, wrapping ? { wrapping } : {})
    },
    probe: () => bring({ ...target, headers: {} }, '', 1),
    spendQuota: () => {
      isSpent = true
    },
  }
}

function headersFor(secret: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-bot-api-secret-token': secret, 'user-agent': 'Java/1.8.0_192' }
}

// Zalo tells no time to wait, and calls its own faults 403.
function wordFault(fault: Extract<Fault, { kind: 'too-many' | 'server-error' | 'blocked' | 'not-ok' }>): Answer {
  switch (fault.kind) {
    case 'too-many':
      return refuse(429, 'Quota exceeded')
    case 'server-error':
      return refuse(fault.status, 'Internal server error')
    case 'blocked':
      return refuse(403, 'User has blocked the bot')
    case 'not-ok':
      return refuse(400, 'Bad request', 200)
  }
}
