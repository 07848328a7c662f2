import type { InboxEvent, Platform } from '../domain/message.ts'

/** How events of one platform come in over HTTP: who may bring them, and under which key they are filed. */
export type Webhook = {
  readonly platform: Platform
  readonly path: `/webhooks/${string}`
  readonly secretHeader: string
  /** Compares in constant time; false when no secret was given. */
  readonly isSecret: (given: string | undefined) => boolean
  /** True where the platform probes with empty bodies and no secret, and wants 200. */
  readonly isProbed: boolean
  /** Key and chat of an event, or undefined for events that dondoc does not know. */
  readonly file: (body: unknown) => Pick<InboxEvent, 'key' | 'chatId'> | undefined
}
