import { callZaloBot, type ZaloBotAccess } from './call-zalo-bot.ts'
import type { BotInfo } from './normalize-event.ts'

/** Asks Zalo what the bot is called, so that its name can be taken off messages in groups; also proves the token. */
export async function readZaloBot(access: ZaloBotAccess): Promise<BotInfo> {
  const { display_name: displayName } = Object(await callZaloBot(access, 'getMe', {})) as { display_name?: unknown }
  return typeof displayName === 'string' ? { displayName } : {}
}
