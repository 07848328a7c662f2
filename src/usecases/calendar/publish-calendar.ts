import type { Ids } from '../../ports/ids.ts'
import type { CalendarFeeds } from '../../ports/storage.ts'
import type { World } from '../asked.ts'
import { buildLives } from '../life/build-lives.ts'
import { listRows } from '../life/list-rows.ts'
import { readLog } from '../life/read-lives.ts'
import { fillWords, type ReportWords } from '../leading/report-words.ts'
import { listCalendarEvents } from './list-calendar-events.ts'
import { renderCalendar } from './render-calendar.ts'

/** What a calendar link leads to: the unit's deadlines as they are now, or undefined when nobody gave this token out or it was revoked. */
export async function publishCalendar(
  token: string,
  { calendarFeeds, ids, openWorld, words }: PublishCalendarDeps,
): Promise<string | undefined> {
  const feed = await calendarFeeds.byToken(ids.hash(token))
  if (feed?.revokedAt !== null) return undefined
  const world = await openWorld()
  const { library } = world
  const unit = library.unitById.get(feed.unitId)
  if (!unit) return undefined
  const today = world.clock.today()
  // Calendars ask every hour: only what concerns the unit is read.
  const charged = listRows(unit, library, buildLives([], today)).map(({ duty }) => duty.id)
  const given = (await world.acts.givenTo(unit.id)).map(({ dutyId }) => dutyId)
  const log = await readLog(world, [...new Set([...charged, ...given])])
  const events = listCalendarEvents(unit, log, library, words.calendar, today)
  return renderCalendar(fillWords(words.calendar.name, { unit: unit.name }), events)
}

/** What publishing needs. */
export type PublishCalendarDeps = {
  readonly calendarFeeds: Pick<CalendarFeeds, 'byToken'>
  readonly ids: Pick<Ids, 'hash'>
  readonly openWorld: () => Promise<Pick<World, 'library' | 'progress' | 'acts' | 'clock'>>
  readonly words: ReportWords
}
