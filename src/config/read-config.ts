import { z } from 'zod'

/** Everything that the environment decides. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly databasePath: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** A fixed day for tests and demonstrations; the time of day goes on. */
  readonly today: string | undefined
  readonly try: boolean
  readonly metricsToken: string | undefined
  readonly telegram: { readonly token: string; readonly secret: string; readonly apiRoot: string } | undefined
  readonly zaloBot: { readonly token: string; readonly secret: string; readonly apiRoot: string } | undefined
  /** The optional language model; undefined = off. */
  readonly model: { readonly baseUrl: string; readonly name: string; readonly apiKey: string | undefined } | undefined
}

/** A whole configuration, or every fault of it at once, each naming its variable; never a value. */
export type ConfigResult = { readonly config: Config } | { readonly faults: readonly string[] }

const url = z.url({ protocol: /^https?$/ }).optional()

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url,
  DATABASE_PATH: z.string().min(1).default('data/var/dondoc.db'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TODAY: z.iso.date().optional(),
  TZ: z.literal('Asia/Ho_Chi_Minh').optional(),
  TRY: z.enum(['0', '1']).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/)
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/)
    .optional(),
  ZALO_BOT_WEBHOOK_SECRET: z.string().min(8).max(256).optional(),
  ZALO_BOT_API_ROOT: url.default('https://bot-api.zaloplatforms.com'),
  MODEL_BASE_URL: url,
  MODEL_NAME: z.string().min(1).max(200).optional(),
  // A header takes visible ASCII and nothing else.
  MODEL_API_KEY: z
    .string()
    .regex(/^[!-~]{1,500}$/)
    .optional(),
})

/** What each variable must look like, told instead of the value, which may be a secret. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof Environment>, string>> = {
  PORT: 'must be a port number from 0 to 65535',
  HOST: 'must be a host name or address',
  PUBLIC_URL: 'must be an http(s) URL, https://bot.example.gov.vn',
  DATABASE_PATH: 'must be a path to a file, or :memory:',
  LOG_LEVEL: 'must be debug, info, warn, error or silent',
  TODAY: 'must be a day, 2026-11-21',
  TZ: 'must be Asia/Ho_Chi_Minh, or unset',
  TRY: 'must be 0 or 1',
  METRICS_TOKEN: 'must have at least 16 characters',
  TELEGRAM_BOT_TOKEN: 'must be the token from BotFather, digits:letters',
  TELEGRAM_WEBHOOK_SECRET: 'must have 1 to 256 letters, digits, _ or -, and better 16 or more',
  TELEGRAM_API_ROOT: 'must be an http(s) URL',
  ZALO_BOT_TOKEN: 'must be the token from Zalo Bot Creator, digits:letters',
  ZALO_BOT_WEBHOOK_SECRET: 'must have 8 to 256 characters',
  ZALO_BOT_API_ROOT: 'must be an http(s) URL',
  MODEL_BASE_URL: 'must be the http(s) URL of an OpenAI-compatible server, http://127.0.0.1:11434/v1',
  MODEL_NAME: 'must be the name of a model of that server',
  MODEL_API_KEY: 'must be the key of that server, without spaces',
}

/** Reads the environment. An empty variable counts as unset. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  const names = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
  const faults = [
    ...names.map((name) => `${name} ${EXPECTED[name as keyof typeof EXPECTED]}`),
    ...missingHalves(given, 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'),
    ...missingHalves(given, 'ZALO_BOT_TOKEN', 'ZALO_BOT_WEBHOOK_SECRET'),
    ...missingModelParts(given),
  ]
  return parsed.success && faults.length === 0 ? { config: toConfig(parsed.data) } : { faults }
}

function missingHalves(given: Readonly<Record<string, unknown>>, token: string, secret: string): string[] {
  if (given[token] && !given[secret]) return [`${secret} is missing: ${token} is set, and the webhook needs its secret`]
  return given[secret] && !given[token] ? [`${token} is missing: ${secret} is set, but there is no bot to use it`] : []
}

function missingModelParts({
  MODEL_BASE_URL: address,
  MODEL_NAME: name,
  MODEL_API_KEY: key,
}: Readonly<Record<string, unknown>>): string[] {
  return [
    ...(address && !name ? ['MODEL_NAME is missing: MODEL_BASE_URL is set, and the server has to be told which model'] : []),
    ...(!address && name ? ['MODEL_BASE_URL is missing: MODEL_NAME is set, but there is no server to ask'] : []),
    ...(!address && key ? ['MODEL_BASE_URL is missing: MODEL_API_KEY is set, but there is no server to use it'] : []),
  ]
}

function toConfig(env: z.infer<typeof Environment>): Config {
  const telegram = env.TELEGRAM_BOT_TOKEN
    ? { token: env.TELEGRAM_BOT_TOKEN, secret: env.TELEGRAM_WEBHOOK_SECRET ?? '', apiRoot: env.TELEGRAM_API_ROOT }
    : undefined
  const zaloBot = env.ZALO_BOT_TOKEN
    ? { token: env.ZALO_BOT_TOKEN, secret: env.ZALO_BOT_WEBHOOK_SECRET ?? '', apiRoot: env.ZALO_BOT_API_ROOT }
    : undefined
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL,
    databasePath: env.DATABASE_PATH,
    logLevel: env.LOG_LEVEL,
    today: env.TODAY,
    try: env.TRY === '1' || (env.TRY !== '0' && !telegram && !zaloBot),
    metricsToken: env.METRICS_TOKEN,
    telegram,
    zaloBot,
    model:
      env.MODEL_BASE_URL && env.MODEL_NAME
        ? { baseUrl: env.MODEL_BASE_URL, name: env.MODEL_NAME, apiKey: env.MODEL_API_KEY }
        : undefined,
  }
}
