import type { Hono } from 'hono'
import { createSigner } from '../adapters/system/create-signer.ts'
import { createLinkRoutes, type LinkDeps } from '../http/create-link-routes.ts'
import { publishCalendar } from '../usecases/calendar/publish-calendar.ts'
import { openReportFile } from '../usecases/links/open-report-file.ts'
import { openSecret } from '../usecases/links/open-secret.ts'
import type { Office } from './open-office.ts'
import { openPress, readReportWords } from './open-press.ts'

/** Makes the file that a token says; the platforms that take bytes and the links lead to the very same one. */
export async function openFiles({ storage, ids, openWorld }: Office): Promise<LinkDeps['openFile']> {
  const press = openPress()
  const signer = createSigner(await openSecret(storage, ids))
  return async (token) => openReportFile(token, await openWorld(), { signer, press })
}

/** Calendars and reports by link, over an office. */
export async function openLinks(office: Office, openFile?: LinkDeps['openFile']): Promise<Hono> {
  const { storage, ids, openWorld } = office
  return createLinkRoutes({
    publishCalendar: (token) =>
      publishCalendar(token, { calendarFeeds: storage.calendarFeeds, ids, openWorld, words: readReportWords() }),
    openFile: openFile ?? (await openFiles(office)),
  })
}
