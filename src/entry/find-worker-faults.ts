import type { ConfigResult } from '../config/read-config.ts'

/** What keeps a Worker from working: the faults of its configuration, no database, or no platform to serve. */
export function findWorkerFaults(result: ConfigResult, database: object | undefined): readonly string[] {
  const missing = database ? [] : ['DB is missing: the D1 database is not bound, see wrangler.toml']
  if ('faults' in result) return [...result.faults, ...missing]
  const { telegram, zaloBot } = result.config
  const idle =
    telegram || zaloBot ? [] : ['TELEGRAM_BOT_TOKEN and ZALO_BOT_TOKEN are both unset: a Worker serves at least one platform']
  return [...idle, ...missing]
}
