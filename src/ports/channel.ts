import type { Capabilities, InboundMessage, InboxEvent, OutboxMessage, Platform } from '../domain/message.ts'

/** A file as it goes out. */
export type OpenedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** What came of one send; thrown SendErrors say the rest. */
export type SendReceipt = { readonly platformMessageId: string | null }

/**
 * Why a send did not surely succeed.
 * "retry": surely not sent, may be tried again after retryAfterMs · "closed": the person blocked the bot or is gone ·
 * "rejected": the platform will never take this message · "unknown": written but not answered, it may have arrived.
 */
export class SendError extends Error {
  readonly outcome: 'retry' | 'closed' | 'rejected' | 'unknown'
  readonly retryAfterMs: number | undefined

  constructor(outcome: SendError['outcome'], message: string, retryAfterMs?: number) {
    super(message)
    this.name = 'SendError'
    this.outcome = outcome
    this.retryAfterMs = retryAfterMs
  }
}

/** How fast a platform takes messages. */
export type SendingRate = {
  readonly perSecond: number
  readonly atOnce: number
  /** Between two messages to one chat. */
  readonly chatPauseMs: (chatId: string) => number
}

/** One platform behind the one contract. */
export type Channel = {
  readonly platform: Platform
  readonly capabilities: Capabilities
  /** Where it is missing, nothing is held back. */
  readonly rate?: SendingRate
  /** Undefined for events that ask nothing of us: echoes, unknown events, groups that did not address us. */
  readonly normalize: (event: InboxEvent) => InboundMessage | undefined
  /** The file comes along when the message has one that this platform takes as bytes. */
  readonly send: (message: OutboxMessage, file?: OpenedFile) => Promise<SendReceipt>
  /** Asks the platform once what the bot is called, by which groups call it. Failures are the caller's to log. */
  readonly introduce?: () => Promise<void>
  /** Stops the spinner on a pressed button, where the platform has one. Failures are the caller's to log. */
  readonly answerPress?: (pressId: string) => Promise<void>
}
