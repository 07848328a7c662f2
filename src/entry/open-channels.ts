import { createSecretMatcher } from '../adapters/system/create-secret-matcher.ts'
import { createTelegramChannel } from '../adapters/telegram/create-telegram-channel.ts'
import { createTelegramWebhook } from '../adapters/telegram/create-telegram-webhook.ts'
import { createZaloBotChannel } from '../adapters/zalo-bot/create-zalo-bot-channel.ts'
import { createZaloBotWebhook } from '../adapters/zalo-bot/create-zalo-bot-webhook.ts'
import type { Config } from '../config/read-config.ts'
import type { Channel } from '../ports/channel.ts'
import type { Webhook } from '../ports/webhook.ts'

/** The configured platforms: how their events come in and how messages go out. */
export type Platforms = { readonly channels: Channel[]; readonly webhooks: readonly Webhook[] }

/** Opens every platform that has a token. */
export function openChannels({ telegram, zaloBot }: Pick<Config, 'telegram' | 'zaloBot'>): Platforms {
  const channels: Channel[] = []
  const webhooks: Webhook[] = []
  if (telegram) {
    channels.push(createTelegramChannel(telegram))
    webhooks.push(createTelegramWebhook({ token: telegram.token, isSecret: createSecretMatcher(telegram.secret) }))
  }
  if (zaloBot) {
    channels.push(createZaloBotChannel(zaloBot))
    webhooks.push(createZaloBotWebhook({ token: zaloBot.token, isSecret: createSecretMatcher(zaloBot.secret) }))
  }
  return { channels, webhooks }
}
