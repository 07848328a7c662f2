import { readConfig, type Config } from '../../config/read-config.ts'
import { callPlatform } from '../call-platform.ts'
import { parseWords, print, Refusal, Usage, type Command } from './outcome.ts'

const PLATFORMS = new Set(['telegram', 'zalo-bot'])
const UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member']

/** `webhook`: tells a platform where to deliver, asks it, or takes it back. */
export const webhook: Command = {
  usage: 'set|info|delete telegram|zalo-bot',
  does: "sets, shows or deletes a platform's webhook",
  run: async (words) => {
    const [action, platform] = parseWords(words, {}).positionals
    if (!action || !['set', 'info', 'delete'].includes(action) || !platform)
      throw new Usage('webhook needs an action and a platform')
    if (!PLATFORMS.has(platform)) throw new Usage(`no webhook is known for ${platform}`)
    const result = readConfig(process.env)
    if ('faults' in result) throw new Refusal(result.faults.join('\n'))
    const bot = botOf(platform, result.config)
    const answer = await callPlatform(
      bot,
      METHODS[action] ?? '',
      action === 'set' ? setting(platform, bot.secret, result.config) : {},
    )
    if (!answer.ok) throw new Refusal(`${platform} refused: ${answer.description ?? 'no reason given'}`)
    print(answer.result)
  },
}

const METHODS: Readonly<Record<string, string>> = { set: 'setWebhook', info: 'getWebhookInfo', delete: 'deleteWebhook' }

function botOf(platform: string, { telegram, zaloBot }: Config): { token: string; secret: string; apiRoot: string } {
  const bot = platform === 'telegram' ? telegram : platform === 'zalo-bot' ? zaloBot : undefined
  if (!bot) throw new Refusal(`${platform} is not configured: set its token and webhook secret`)
  return bot
}

function setting(platform: string, secret: string, { publicUrl }: Config): object {
  if (!publicUrl?.startsWith('https://')) throw new Refusal('PUBLIC_URL must be set to the public https address of this server')
  const url = `${publicUrl.replace(/\/$/, '')}/webhooks/${platform}`
  return platform === 'telegram' ? { url, secret_token: secret, allowed_updates: UPDATES } : { url, secret_token: secret }
}
