import { Telegram } from 'telegraf'
import type { BotInfo } from './normalize-update.ts'
import { toSendError } from './to-send-error.ts'

/** Asks Telegram who the bot is, so that a mention in a group can be recognized; also proves the token. */
export async function readTelegramBot({ token, apiRoot }: { token: string; apiRoot: string }): Promise<BotInfo> {
  try {
    const signal = AbortSignal.timeout(10_000) as never
    const { id, username } = await new Telegram(token, { apiRoot, webhookReply: false }).callApi('getMe', {}, { signal })
    return { id, username }
  } catch (error) {
    throw toSendError(error, token)
  }
}
