import type { Webhook } from '../../ports/webhook.ts'
import { parseUpdate, type TelegramUpdate } from './parse-update.ts'

/** Telegram's webhook. The token is only asked for the number of the bot, which keeps the events of two bots apart. */
export function createTelegramWebhook({ token, isSecret }: { token: string; isSecret: Webhook['isSecret'] }): Webhook {
  const botId = token.split(':')[0]
  return {
    platform: 'telegram',
    path: '/webhooks/telegram',
    secretHeader: 'X-Telegram-Bot-Api-Secret-Token',
    isSecret,
    isProbed: false,
    file: (body) => {
      const update = parseUpdate(body)
      const chatId = update && findChat(update)
      return chatId === undefined ? undefined : { key: `telegram:${botId}:${update?.update_id}`, chatId: `telegram:${chatId}` }
    },
  }
}

function findChat({ message, edited_message, callback_query, my_chat_member }: TelegramUpdate): number | undefined {
  if (callback_query) return callback_query.message?.chat.id ?? callback_query.from.id
  return (message ?? edited_message ?? my_chat_member)?.chat.id
}
