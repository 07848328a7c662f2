import pino, { type DestinationStream } from 'pino'
import type { Log } from '../../ports/log.ts'

/** How much is logged; "silent" is nothing. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

// Fields that must never be logged, whoever logs them by mistake.
const NEVER = ['text', 'body', 'name', 'note', 'token', 'secret', 'authorization', 'password', 'code', 'url']
// A bot token of Telegram or Zalo, and anything long enough to be a key: ids of ours are shorter.
const SECRET = /\d{6,}:[\w-]{20,}|[\w-]{60,}/g

/** A log of ids and codes as JSON lines, on stdout unless told otherwise. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...NEVER], censor: '[redacted]' },
  }
  const log = destination ? pino(options, destination) : pino(options)
  return {
    info: (event, ids) => log.info(scrub(ids), event),
    warn: (event, ids) => log.warn(scrub(ids), event),
    error: (event, error, ids) => log.error({ ...scrub(ids), error: describeError(error) }, event),
  }
}

function scrub(ids: Readonly<Record<string, string | number>> = {}): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(ids).map(([key, value]) => [key, typeof value === 'string' ? value.replace(SECRET, '[redacted]') : value]),
  )
}

/**
 * An error by its kind, its codes and where it came from. Its message is left out: a failed query carries its
 * parameters there, a failed parse the text, and a failed fetch the address with the token.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, outcome } = error as { code?: unknown; outcome?: unknown }
  return {
    kind: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { reason: code } : {}),
    ...(typeof outcome === 'string' ? { outcome } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim().slice(3))
      .slice(0, 8),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}
