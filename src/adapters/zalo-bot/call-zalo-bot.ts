import { SendError } from '../../ports/channel.ts'

/** Where and as whom to call. */
export type ZaloBotAccess = { readonly token: string; readonly apiRoot: string; readonly timeoutMs?: number }

type Envelope = {
  readonly ok?: unknown
  readonly result?: unknown
  readonly description?: unknown
  readonly error_code?: unknown
  readonly errorCode?: unknown
}

// Nothing was written yet: the name was not found or nobody listened.
const NOT_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_TLS\w*|CERT_\w+|\w+_CERT\w*)$/
const QUOTA_PAUSE_MS = 30_000
const SET_UP_PAUSE_MS = 60_000

/** Calls one method of the Zalo Bot Platform and answers its result; every failure is a SendError without the URL, which holds the token. */
export async function callZaloBot(access: ZaloBotAccess, method: string, params: object): Promise<unknown> {
  const { status, envelope } = await post(access, method, params)
  if (envelope?.ok === true) return envelope.result
  if (!envelope && status < 300) throw new SendError('unknown', `${status}: no answer that can be read`)
  // HTTP 200 may carry ok: false, and one method spells the code's name differently.
  const code = Number(envelope?.error_code ?? envelope?.errorCode) || status
  throw readRefusal(code, String(envelope?.description ?? '').replaceAll(access.token, '***'))
}

async function post({ token, apiRoot, timeoutMs = 15_000 }: ZaloBotAccess, method: string, params: object) {
  try {
    const response = await fetch(`${apiRoot.replace(/\/$/, '')}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'manual',
    })
    return { status: response.status, envelope: parseEnvelope(await response.text()) }
  } catch (error) {
    const code = readCode(error)
    if (NOT_CONNECTED.test(code)) throw new SendError('retry', `not connected: ${code}`)
    throw new SendError('unknown', `no answer: ${code}`)
  }
}

function parseEnvelope(text: string): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined // An HTML page of some proxy; its status says what there is to know.
  }
}

function readCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unnamed'
  const inner = error.cause instanceof Error ? error.cause : error
  const { code } = inner as Error & { code?: unknown }
  return typeof code === 'string' ? code : inner.name
}

function readRefusal(code: number, description: string): SendError {
  const says = `${code}: ${description}`
  // Also the spent monthly quota; no time is told for either.
  if (code === 429) return new SendError('retry', says, QUOTA_PAUSE_MS)
  // 403 is documented as "Internal server error", and seen for people who shut the bot out.
  if (code >= 500 || code === 408 || (code === 403 && /internal server error/i.test(description)))
    return new SendError('retry', says)
  if (code === 403) return new SendError('closed', says)
  // These blame the set-up, not the message: it waits until somebody repairs the token or the address.
  if (code === 401 || code === 404 || code === -216 || (code >= 300 && code < 400))
    return new SendError('retry', says, SET_UP_PAUSE_MS)
  return new SendError('rejected', says)
}
