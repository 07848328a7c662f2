import { addDays, type Day, type Moment } from '../domain/calendar.ts'
import type { FollowUpRules } from '../domain/follow-up-rules.ts'
import type { Platform } from '../domain/message.ts'
import type { World } from './asked.ts'

/** What a platform lets a bot send in a month, and how much of it is used. */
export type Quota = {
  readonly platform: Platform
  readonly used: number
  readonly most: number
  readonly left: number
  /** Answers and reminders need what is left: nothing that can wait should go out. */
  readonly isLow: boolean
  /** A refusal for too many messages now means the month and not the moment. */
  readonly isSpent: boolean
}

/** How far the month's quota of a platform is used; undefined where the platform sets none. */
export async function readQuota(
  platform: Platform,
  { outbox, clock, followUp }: Pick<World, 'outbox' | 'clock'> & { readonly followUp: Pick<FollowUpRules, 'quotas'> },
): Promise<Quota | undefined> {
  const rule = followUp.quotas[platform]
  if (!rule) return undefined
  const used = await outbox.countSentSince(platform, beginOfMonth(clock.today()))
  const left = Math.max(0, rule.perMonth - used)
  return {
    platform,
    used,
    most: rule.perMonth,
    left,
    isLow: left * 100 < rule.perMonth * rule.keepPercent,
    isSpent: used * 10 > rule.perMonth * 9,
  }
}

/** Midnight in Viet Nam before the first of the month. */
function beginOfMonth(today: Day): Moment {
  return `${addDays(`${today.slice(0, 7)}-01`, -1)}T17:00:00.000Z`
}
