import { Hono } from 'hono'

/** A file that a link leads to. */
export type LinkedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** What links that need no sign-in lead to; undefined for whatever was not given out, has expired or was revoked. */
export type LinkDeps = {
  readonly publishCalendar: (token: string) => Promise<string | undefined>
  readonly openFile: (token: string) => Promise<LinkedFile | undefined>
}

// Neither caches nor search engines nor the next page that is visited may keep a secret address.
const SECRET = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

/** Calendars and reports by link: for calendar programs and for platforms that fetch files themselves. */
export function createLinkRoutes({ publishCalendar, openFile }: LinkDeps): Hono {
  const app = new Hono()

  app.get('/calendar/:file{[a-z0-9]{20,80}\\.ics}', async (c) => {
    const calendar = await publishCalendar(c.req.param('file').slice(0, -'.ics'.length))
    if (calendar === undefined) return c.notFound()
    return c.body(calendar, 200, {
      ...SECRET,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="dondoc.ics"',
    })
  })

  app.get('/files/:token{[a-z0-9]{20,800}}', async (c) => {
    const file = await openFile(c.req.param('token'))
    if (file === undefined) return c.notFound()
    return c.body(Uint8Array.from(file.bytes), 200, {
      ...SECRET,
      'content-type': file.type,
      'content-disposition': `inline; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
    })
  })

  return app
}
