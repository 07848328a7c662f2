import { readConfig, type ConfigResult } from '../config/read-config.ts'

/** Where the machine that deploys keeps a Worker's configuration; undefined where there is no such file. */
export type WorkerFiles = {
  readonly wrangler: string
  readonly variables: Readonly<Record<string, string | undefined>> | undefined
}

const NO_ID = /^\s*database_id\s*=\s*"[0-]*"/m

/** What keeps a Worker from working: the faults of its configuration, no database, or no platform to serve. */
export function findWorkerFaults(result: ConfigResult, database: object | undefined): readonly string[] {
  const missing = database ? [] : ['DB is missing: the D1 database is not bound, see wrangler.toml']
  if ('faults' in result) return [...result.faults, ...missing]
  const { telegram, zaloBot } = result.config
  const idle =
    telegram || zaloBot ? [] : ['TELEGRAM_BOT_TOKEN and ZALO_BOT_TOKEN are both unset: a Worker serves at least one platform']
  return [...idle, ...missing]
}

/** What keeps `npm run dev:worker` from being of use. */
export function findDevFaults({ variables }: WorkerFiles): readonly string[] {
  if (!variables)
    return ['.env is missing: a Worker needs the token and the webhook secret of at least one platform, see README.md']
  return findWorkerFaults(readConfig(variables), {})
}

/** What must be put right before `npm run deploy:worker` touches anything. */
export function findDeployFaults(files: WorkerFiles): readonly string[] {
  const noId = NO_ID.test(files.wrangler)
    ? ['wrangler.toml: database_id is not filled in: create the database with "npx wrangler d1 create dondoc" and put its id there']
    : []
  const fixedDay = files.variables?.['TODAY'] ? ['TODAY is set: it would stop the clock of the office'] : []
  return [...noId, ...findDevFaults(files), ...fixedDay]
}
