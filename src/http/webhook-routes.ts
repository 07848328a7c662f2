import type { Context, Hono } from 'hono'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Meter } from '../ports/meter.ts'
import type { Inbox } from '../ports/storage.ts'
import type { Webhook } from '../ports/webhook.ts'
import { acceptEvent } from '../usecases/accept-event.ts'
import { isEmptyBody, readBody } from './read-body.ts'

/** What the webhooks need. */
export type WebhookDeps = {
  readonly webhooks: readonly Webhook[]
  readonly inbox: Pick<Inbox, 'accept'>
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  readonly meter: Meter
  /** Wakes whoever works off the inbox. */
  readonly onAccepted: () => void
}

const MOST_BYTES = 256 * 1024

type Outcome = 'new' | 'repeated' | 'ignored' | 'probe' | 'stranger' | 'too-long' | 'broken' | 'not-stored'

const STATUS = {
  new: 200,
  repeated: 200,
  ignored: 200,
  probe: 200,
  stranger: 401,
  'too-long': 413,
  broken: 400,
  'not-stored': 503,
} as const satisfies Record<Outcome, number>

/** Takes in events. 200 means that the event is on disk, or that there was nothing to keep. */
export function addWebhookRoutes(app: Hono, deps: WebhookDeps): void {
  for (const webhook of deps.webhooks) {
    app.post(webhook.path, async (c) => {
      const outcome = await takeIn(c, webhook, deps)
      deps.meter.count('dondoc_webhook_events_total', { platform: webhook.platform, outcome })
      if (outcome === 'not-stored') c.header('Retry-After', '5')
      return c.text(outcome, STATUS[outcome])
    })
  }
}

async function takeIn(c: Context, webhook: Webhook, deps: WebhookDeps): Promise<Outcome> {
  const secret = c.req.header(webhook.secretHeader)
  if (!webhook.isSecret(secret)) {
    const isProbe = webhook.isProbed && secret === undefined && (await isEmptyBody(c))
    return isProbe ? 'probe' : 'stranger'
  }
  const body = await readBody(c, MOST_BYTES)
  if (body.kind === 'too-long') return 'too-long'
  if (body.text === '' && webhook.isProbed) return 'probe'
  const parsed = parseJson(body.text)
  if (!parsed) return 'broken'
  const filed = webhook.file(parsed.value)
  return filed ? store({ ...filed, platform: webhook.platform, body: body.text }, deps) : 'ignored'
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

async function store(event: Parameters<typeof acceptEvent>[0], deps: WebhookDeps): Promise<Outcome> {
  try {
    const outcome = await acceptEvent(event, deps)
    if (outcome === 'new') deps.onAccepted()
    return outcome
  } catch (error) {
    deps.log.error('event-not-stored', error, { platform: event.platform })
    return 'not-stored'
  }
}
