import { TelegramError } from 'telegraf'
import { SendError } from '../../ports/channel.ts'

// Nothing was written yet: the name was not found or nobody listened.
const NOT_CONNECTED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPROTO|ERR_TLS\w*|CERT_\w+|\w+_CERT\w*)$/
const BAD_TOKEN_PAUSE_MS = 60_000

/** What a failed call means for the message. Only codes and Telegram's own words are kept: a cause could carry the URL with the token. */
export function toSendError(error: unknown, token: string): SendError {
  if (error instanceof SendError) return error
  if (error instanceof TelegramError) return readRefusal(error, token)
  const code = readCode(error)
  if (NOT_CONNECTED.test(code)) return new SendError('retry', `not connected: ${code}`)
  return new SendError('unknown', `no answer: ${code}`)
}

function readRefusal({ response }: TelegramError, token: string): SendError {
  const { error_code: code, description = '', parameters } = response
  const says = `${code}: ${description.replaceAll(token, '***')}`
  if (code === 429) return new SendError('retry', says, (parameters?.retry_after ?? 1) * 1000)
  if (code >= 500) return new SendError('retry', says)
  if (code === 403) return new SendError('closed', says)
  // 401 and 404 blame the token, not the message: it waits until somebody repairs the set-up.
  if (code === 401 || code === 404) return new SendError('retry', says, BAD_TOKEN_PAUSE_MS)
  return new SendError('rejected', says)
}

function readCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unnamed'
  const { code, type, name } = error as Error & { code?: unknown; type?: unknown }
  return [code, type, name].find((word): word is string => typeof word === 'string') ?? 'unnamed'
}
