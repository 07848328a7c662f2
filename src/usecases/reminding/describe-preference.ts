import type { ReminderPreference } from '../../domain/reminder.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'

/** How somebody is reminded, a line for each thing that differs from silence. */
export function describePreference(
  { isOff, hour, leadDays, isEveryDay, snoozed, leave }: ReminderPreference,
  { library, followUp, clock }: World,
  nameOf: (officerId: string) => string = () => '',
): Phrase[] {
  const { from, workingDaysBefore } = followUp.reminders
  const today = clock.today()
  const isAway = leave !== null && leave.until >= today
  const silent = Object.entries(snoozed).filter(([, until]) => until === null || until >= today)
  return [
    ...(isOff
      ? [{ say: 'preference-off' }]
      : [
          {
            say: isEveryDay ? 'preference-every-day' : 'preference-working-days',
            with: { hour: hour ?? from, days: leadDays ?? Math.max(...workingDaysBefore) },
          },
        ]),
    ...(isAway
      ? [
          {
            say: 'preference-leave',
            with: {
              from: formatDay(leave.from),
              until: formatDay(leave.until),
              name: leave.standInId ? nameOf(leave.standInId) : '',
            },
          },
        ]
      : []),
    ...silent.map(([dutyId, until]) => ({
      say: 'preference-silent',
      with: { text: shorten(library.dutyById.get(dutyId)?.text ?? '', 70), until: until === null ? '' : formatDay(until) },
    })),
  ]
}
