import { Hono } from 'hono'
import { addHealthRoutes, type HealthDeps } from './health-routes.ts'
import { addWebhookRoutes, type WebhookDeps } from './webhook-routes.ts'

/** What the outside of dondoc is made of; the composition root hangs further rooms onto the app. */
export type AppDeps = WebhookDeps & HealthDeps

/** The HTTP app, alike on Node and on Workers. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono()
  addWebhookRoutes(app, deps)
  addHealthRoutes(app, deps)
  app.notFound((c) => c.text('not found', 404))
  app.onError((error, c) => {
    deps.log.error('request-failed', error)
    return c.text('failed', 500)
  })
  return app
}
