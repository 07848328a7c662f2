import type { Webhook } from '../../ports/webhook.ts'
import { parseEvent } from './parse-event.ts'

/** Zalo Bot Platform's webhook. It numbers no updates: an event is known by its name and its message. */
export function createZaloBotWebhook({ token, isSecret }: { token: string; isSecret: Webhook['isSecret'] }): Webhook {
  const botId = token.split(':')[0]
  return {
    platform: 'zalo-bot',
    path: '/webhooks/zalo-bot',
    secretHeader: 'X-Bot-Api-Secret-Token',
    isSecret,
    isProbed: true,
    file: (body) => {
      const event = parseEvent(body)
      return (
        event && {
          key: `zalo-bot:${botId}:${event.event_name}:${event.message.message_id}`,
          chatId: `zalo-bot:${event.message.chat.id}`,
        }
      )
    },
  }
}
