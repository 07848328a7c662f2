import type { Platform } from './message.ts'

/** How the office wants to be reminded and to send: data/lexicon/follow-up.json. */
export type FollowUpRules = {
  readonly reminders: {
    /** Reminders are queued between these times of day, "07:30". */
    readonly from: string
    readonly until: string
    /** The hours that a person may wish. */
    readonly earliestHour: string
    readonly latestHour: string
    readonly workingDaysBefore: readonly number[]
    readonly daysAfter: readonly number[]
    readonly thenEveryDays: number
  }
  /** Overdue for more working days than that without any report, a duty is told to who decides. */
  readonly graceWorkingDays: number
  readonly broadcasts: { readonly perDay: number; readonly confirmTwiceAbove: number }
  /** What platforms let a bot send in a month, and how much of it is kept for answers and reminders. */
  readonly quotas: Readonly<Partial<Record<Platform, { readonly perMonth: number; readonly keepPercent: number }>>>
}
