import type { Platform } from '../../domain/message.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { World } from '../asked.ts'
import { readQuota } from '../read-quota.ts'

/** What the month's quota says to a sending: nothing, a warning to be shown with it, or that it cannot go. */
export type QuotaCheck = { readonly warning: Phrase | undefined; readonly refusal: Phrase | undefined }

/** Holds a sending against what each platform still lets the bot send this month. */
export async function checkQuota(chatIds: readonly string[], world: World): Promise<QuotaCheck> {
  const byPlatform = Map.groupBy(chatIds, (chatId) => chatId.slice(0, chatId.indexOf(':')) as Platform)
  for (const [platform, { length: needed }] of byPlatform) {
    const quota = await readQuota(platform, world)
    if (!quota) continue
    const { used, most, left } = quota
    const values = { used, most, left, needed }
    if (needed > left) return { warning: undefined, refusal: { say: 'quota-exceeded', with: values } }
    const keep = (most * (world.followUp.quotas[platform]?.keepPercent ?? 0)) / 100
    if (left - needed < keep) return { warning: { say: 'quota-warning', with: values }, refusal: undefined }
  }
  return { warning: undefined, refusal: undefined }
}
