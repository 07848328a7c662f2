import type { Day, Moment } from './calendar.ts'
import type { DigestSchedule } from './digest-schedule.ts'

/** A reminder that could not leave for so long is dropped, and told anew at the next time. */
export const REMINDER_LASTS_MINUTES = 60

/** Nghỉ: nobody is reminded meanwhile, both days included; the stand-in is reminded whatever they wished themselves. */
export type Leave = { readonly from: Day; readonly until: Day; readonly standInId: string | null }

/** Tùy chọn nhắc việc: what one person wished by chat. */
export type ReminderPreference = {
  readonly officerId: string
  readonly isOff: boolean
  /** "08:00"; null = when the office begins to remind. */
  readonly hour: string | null
  /** Working days before the last day, instead of the office's own. */
  readonly leadDays: number | null
  /** Also on weekends and holidays. */
  readonly isEveryDay: boolean
  /** Duties that are left out: until a day, that day included, or null for good. */
  readonly snoozed: Readonly<Record<string, Day | null>>
  readonly leave: Leave | null
  /** When a leader wants the digest; left out = weekly. */
  readonly digest?: DigestSchedule
  readonly updatedAt: Moment
}

/** What holds for somebody who wished nothing. */
export function defaultPreference(officerId: string): ReminderPreference {
  return {
    officerId,
    isOff: false,
    hour: null,
    leadDays: null,
    isEveryDay: false,
    snoozed: {},
    leave: null,
    updatedAt: '1970-01-01T00:00:00.000Z',
  }
}

/** Đôn đốc: one urging of a unit on a duty, by its number ("lần 2"). */
export type Urging = {
  readonly dutyId: string
  readonly unitId: string
  /** 1-based order among the urgings of this unit on this duty. */
  readonly number: number
  readonly officerId: string
  /** The cause of its messages in the outbox. */
  readonly cause: string
  readonly at: Moment
}
