import { dayInVietnam, daysBetween, type Day } from '../../domain/calendar.ts'
import type { DigestRow } from './count-duties.ts'

/** After so many days without a word a unit counts as silent. */
export const SILENT_AFTER_DAYS = 30

/** Whether a unit has said nothing for long, or never a word. */
export function isSilent({ lastReportAt }: Pick<DigestRow, 'lastReportAt'>, today: Day): boolean {
  return lastReportAt === null || daysBetween(dayInVietnam(lastReportAt), today) > SILENT_AFTER_DAYS
}
