import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { InboxEvent, OutboxMessage } from '../domain/message.ts'
import { renderTryMessage } from './render-try-message.ts'
import { renderTryPage, type Persona } from './render-try-page.ts'
import type { TryTexts } from './try-texts.ts'

/** What the try-it page is made of. Whether there is one at all is the caller's decision. */
export type TryDeps = {
  /** Takes the event in as a webhook's would be; resolves once it is on disk. */
  readonly accept: (event: Omit<InboxEvent, 'receivedAt'>) => Promise<unknown>
  /** Whom one can be. A persona's account id is its chat id as well, and begins with "try:". */
  readonly personas: () => Promise<readonly Persona[]>
  /** The outbox of a chat in order, from after the given message; all of it when that id is not known. */
  readonly messages: (chatId: string, afterId?: string) => Promise<readonly OutboxMessage[]>
  /** True when the peer that opened the connection is this very machine. */
  readonly isLoopback: (c: Context) => boolean
  readonly texts: TryTexts
  /** What the browser loads: try-client.js, try-page.css and try-icon.svg of this room. */
  readonly assets: { readonly script: string; readonly style: string; readonly icon: string }
}

/** The chat of somebody whom no unit knows. */
export const GUEST_CHAT = 'try:guest'

const MOST_BYTES = 16 * 1024
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'] as const

/** The try-it chat under /try: the same inbox and outbox as a platform's, read and written by a page. */
export function createTryRoutes(deps: TryDeps): Hono {
  const { texts, assets } = deps
  const app = new Hono()

  app.use('/try/*', async (c, next) => {
    if (!isLocal(c, deps.isLoopback)) return c.text('not found', 404)
    await next()
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
  })

  const listPersonas = async (): Promise<readonly Persona[]> => [
    ...(await deps.personas()),
    { accountId: GUEST_CHAT, label: texts.guest, group: texts.guestGroup },
  ]
  const isPersona = async (accountId: unknown): Promise<boolean> =>
    (await listPersonas()).some((persona) => persona.accountId === accountId)

  app.get('/try', async (c) => c.html(renderTryPage(await listPersonas(), texts)))
  app.get('/try/client.js', (c) => c.body(assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/try/page.css', (c) => c.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/try/icon.svg', (c) => c.body(assets.icon, 200, { 'content-type': 'image/svg+xml' }))

  app.get('/try/messages', async (c) => {
    const { as = '', after } = c.req.query()
    if (!(await isPersona(as))) return c.text('no such persona', 400)
    const messages = await deps.messages(as, after || undefined)
    const rendered = messages.map(async (message) => ({ id: message.id, html: String(await renderTryMessage(message, texts)) }))
    return c.json({ messages: await Promise.all(rendered) })
  })

  app.post('/try/messages', bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text('too long', 413) }), async (c) => {
    const said = readSaid(c.req.header('content-type'), await c.req.text())
    if (!said || !(await isPersona(said.as))) return c.text('not understood', 400)
    await deps.accept({ key: `${said.as}:${said.id}`, platform: 'try', chatId: said.as, body: JSON.stringify(said.body) })
    return c.json({ id: said.id })
  })
  return app
}

/** From this machine, to this machine by its own name (no rebound domain), and through no proxy that hides the real peer. */
function isLocal(c: Context, isLoopback: TryDeps['isLoopback']): boolean {
  if (!isLoopback(c) || !LOCAL_HOST.test(c.req.header('host') ?? new URL(c.req.url).host)) return false
  return FORWARDED.every((name) => c.req.header(name) === undefined)
}

type Said = { readonly id: string; readonly as: string; readonly body: { text: string } | { choiceId: string } }

/** Only JSON by its type: no other site's form can post it. */
function readSaid(contentType: string | undefined, text: string): Said | undefined {
  if (!/^application\/json\b/i.test(contentType ?? '')) return undefined
  const said = parseJson(text)
  if (typeof said !== 'object' || said === null) return undefined
  const { id, as, text: typed, choiceId } = said as Record<string, unknown>
  if (typeof id !== 'string' || !/^[\w-]{8,64}$/.test(id) || typeof as !== 'string') return undefined
  if (typeof choiceId === 'string') return { id, as, body: { choiceId } }
  return typeof typed === 'string' && typed.trim() ? { id, as, body: { text: typed } } : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
