import pino, { type DestinationStream } from 'pino'
import type { Log } from '../../ports/log.ts'

/** How much is logged; "silent" is nothing. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

// Fields that must never be logged, whoever logs them by mistake. pino's own redaction is not in its build for Workers.
const NEVER = new Set(['text', 'body', 'name', 'note', 'token', 'secret', 'authorization', 'password', 'code', 'url'])
// A bot token of Telegram or Zalo, and anything long enough to be a key: ids of ours are shorter.
const SECRET = /\d{6,}:[\w-]{20,}|[\w-]{60,}/g

/** A log of ids and codes: JSON lines on stdout unless told otherwise, objects on the console of a Worker. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const write = (entry: object) => destination?.write(`${JSON.stringify(entry)}\n`)
  const browser = { asObject: true, ...(destination ? { write } : {}) }
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, browser }
  const log = destination ? pino(options, destination) : pino(options)
  return {
    info: (event, ids) => log.info(censor(ids), event),
    warn: (event, ids) => log.warn(censor(ids), event),
    error: (event, error, ids) => log.error({ ...censor(ids), error: describeError(error) }, event),
  }
}

function censor(ids: Readonly<Record<string, string | number>> = {}): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(ids).map(([key, value]) => {
      if (NEVER.has(key)) return [key, '[redacted]']
      return [key, typeof value === 'string' ? value.replace(SECRET, '[redacted]') : value]
    }),
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
