import { isWorkingDay, type Holidays } from '../../dates/working-days.ts'
import { addMinutes, dayInVietnam, timeInVietnam, type Moment } from '../../domain/calendar.ts'
import type { FollowUpRules } from '../../domain/follow-up-rules.ts'
import { REMINDER_LASTS_MINUTES, type ReminderPreference } from '../../domain/reminder.ts'

/** Whether somebody may be reminded now: on working days in the hours of the office, unless they asked for others. */
export function isRemindingTime(
  now: Moment,
  { hour, isEveryDay }: Pick<ReminderPreference, 'hour' | 'isEveryDay'>,
  { reminders }: FollowUpRules,
  holidays: Holidays,
): boolean {
  if (!isEveryDay && !isWorkingDay(dayInVietnam(now), holidays)) return false
  const time = timeInVietnam(now)
  const from = hour ?? reminders.from
  // Whoever asks for an hour after the office's own is given as long a time as a reminder lasts.
  const afterWish = addMinutes(`2000-01-01T${from}:00.000Z`, REMINDER_LASTS_MINUTES).slice(11, 16)
  const until = afterWish > reminders.until ? afterWish : reminders.until
  return from <= time && time < until
}
