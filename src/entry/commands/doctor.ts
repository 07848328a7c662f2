import { readConfig } from '../../config/read-config.ts'
import { readQuota, type Quota } from '../../usecases/read-quota.ts'
import { callPlatform } from '../call-platform.ts'
import { formatFault } from '../read-declaration-files.ts'
import { openOffice } from '../open-office.ts'
import { parseWords, print, Refusal, tell, type Command } from './outcome.ts'

type Check = { readonly check: string; readonly ok: boolean; readonly says: string }

/** `doctor`: tokens, webhooks, secrets, database and clock, each with what to do when it is not well. */
export const doctor: Command = {
  usage: '[--db FILE]',
  does: 'checks configuration, database, clock, tokens and webhooks',
  run: async (words) => {
    const { values } = parseWords(words, {})
    const checks = await examine(values.db)
    for (const { check, ok, says } of checks) tell(`${ok ? 'well' : 'ILL '}  ${check}: ${says}`)
    print({ ok: checks.every(({ ok }) => ok), checks })
    if (checks.some(({ ok }) => !ok)) throw new Refusal('something is not well; see above')
  },
}

async function examine(db: string | undefined): Promise<Check[]> {
  const result = readConfig(process.env)
  if ('faults' in result) return result.faults.map((says) => ({ check: 'configuration', ok: false, says }))
  const { config } = result
  const checks: Check[] = [{ check: 'configuration', ok: true, says: 'complete' }, checkClock()]
  const office = openOffice({ ...config, databasePath: db ?? config.databasePath, logLevel: 'silent' })
  const { faults } = office.data.declared
  checks.push({
    check: 'declared units',
    ok: faults.length === 0,
    says: faults.length === 0 ? 'complete' : faults.map(formatFault).join('; '),
  })
  const damage = office.storage.findDamage()
  const { library } = await office.openWorld()
  checks.push({
    check: 'database',
    ok: damage.length === 0,
    says: damage[0] ?? `sound, ${library.plans.length} plans, ${library.dutyById.size} duties`,
  })
  const buried = await office.storage.inbox.buried(100)
  checks.push({
    check: 'inbox',
    ok: buried.length === 0,
    says: buried.length === 0 ? 'no event was given up' : `${buried.length} events were given up after failing`,
  })
  const quota = await readQuota('zalo-bot', await office.openWorld())
  if (quota && config.zaloBot) checks.push(checkQuota(quota))
  office.storage.close()
  for (const platform of ['telegram', 'zaloBot'] as const) {
    const bot = config[platform]
    if (bot) checks.push(...(await checkBot(platform, bot, config.publicUrl)))
    else checks.push({ check: platform, ok: true, says: 'not configured' })
  }
  return checks
}

function checkQuota({ used, most, left, isLow }: Quota): Check {
  const says = `${used} of ${most} messages of this month are sent${isLow ? `, only ${left} are left for answers and reminders` : ''}`
  return { check: 'zaloBot quota', ok: !isLow, says }
}

function checkClock(): Check {
  const year = new Date().getUTCFullYear()
  return { check: 'clock', ok: year >= 2026 && year < 2100, says: new Date().toISOString() }
}

async function checkBot(name: string, bot: { token: string; apiRoot: string }, publicUrl: string | undefined): Promise<Check[]> {
  const me = await callPlatform(bot, 'getMe')
  if (!me.ok) return [{ check: `${name} token`, ok: false, says: `refused: ${me.description}` }]
  const info = await callPlatform(bot, 'getWebhookInfo')
  const url = String((info.result as { url?: string } | undefined)?.url ?? '')
  const isSet = url !== '' && (publicUrl === undefined || url.startsWith(publicUrl))
  return [
    { check: `${name} token`, ok: true, says: 'accepted' },
    {
      check: `${name} webhook`,
      ok: isSet,
      says: isSet ? `set to ${url}` : `not set to PUBLIC_URL: run "npm run -s dondoc -- webhook set"`,
    },
  ]
}
