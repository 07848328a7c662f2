import type { Hono } from 'hono'
import { createSigner } from '../adapters/system/create-signer.ts'
import { createLinkRoutes } from '../http/create-link-routes.ts'
import { publishCalendar } from '../usecases/calendar/publish-calendar.ts'
import { openReportFile } from '../usecases/links/open-report-file.ts'
import { openSecret } from '../usecases/links/open-secret.ts'
import type { Office } from './open-office.ts'
import { openPress } from './open-press.ts'

/** Calendars and reports by link, over an office. */
export async function openLinks({ storage, ids, openWorld }: Office): Promise<Hono> {
  const press = openPress()
  const signer = createSigner(await openSecret(storage, ids))
  return createLinkRoutes({
    publishCalendar: (token) =>
      publishCalendar(token, { calendarFeeds: storage.calendarFeeds, ids, openWorld, words: press.words }),
    openFile: async (token) => openReportFile(token, await openWorld(), { signer, press }),
  })
}
