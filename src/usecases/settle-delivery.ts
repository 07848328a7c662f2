import type { Moment } from '../domain/calendar.ts'
import type { Change } from '../domain/change.ts'
import type { OutboxMessage } from '../domain/message.ts'
import type { SendError } from '../ports/channel.ts'

/** How one send ended. */
export type SendResult =
  | { readonly outcome: 'sent'; readonly platformMessageId: string | null }
  | Pick<SendError, 'outcome' | 'message' | 'retryAfterMs'>

// Doubling from a second to a quarter of an hour, twenty tries last through an outage of two hours.
const MOST_ATTEMPTS = 20
const LONGEST_PAUSE_MS = 15 * 60_000
// The first copy and two more: whoever gets all three sees by the reference that they are one.
const MOST_DOUBTS = 2

/** What a send that ended so means for the message (as it was before the send) and for the account behind its chat. */
export function settleDelivery(message: OutboxMessage, result: SendResult, now: Moment): Change[] {
  const attempts = message.attempts + 1
  const move = { kind: 'move-message', id: message.id, from: 'sending', attempts, platformMessageId: null } as const
  const doubts = countDoubts(message)
  // A message that may have arrived once is never called failed.
  const lost = doubts > 0 ? 'unknown' : 'failed'

  switch (result.outcome) {
    case 'sent':
      return [{ ...move, to: 'sent', notBefore: now, platformMessageId: result.platformMessageId, error: message.error }]
    case 'retry': {
      const error = formatError(doubts, result)
      if (attempts >= MOST_ATTEMPTS) return [{ ...move, to: lost, notBefore: now, error }]
      const pauseMs = Math.max(backOff(attempts), result.retryAfterMs ?? 0)
      return [{ ...move, to: 'ready', notBefore: later(now, pauseMs), error }]
    }
    case 'unknown': {
      const error = formatError(doubts + 1, result)
      const isSentAgain = message.urgency !== 'broadcast' && doubts < MOST_DOUBTS
      return [{ ...move, to: isSentAgain ? 'ready' : 'unknown', notBefore: later(now, isSentAgain ? backOff(attempts) : 0), error }]
    }
    case 'closed':
      return [
        { ...move, to: lost, notBefore: now, error: formatError(doubts, result) },
        // In private the chat is the account; the chat of a group closes nobody.
        { kind: 'close-account', accountId: message.chatId, at: now },
      ]
    case 'rejected':
      return [{ ...move, to: lost, notBefore: now, error: formatError(doubts, result) }]
  }
}

/** How often the message may have arrived already; the outbox keeps it in front of the last error. */
export function countDoubts({ error }: Pick<OutboxMessage, 'error'>): number {
  return Number(/^unknown (\d+)/.exec(error ?? '')?.[1] ?? 0)
}

function formatError(doubts: number, { outcome, message }: Exclude<SendResult, { outcome: 'sent' }>): string {
  const last = `${outcome}: ${message}`.slice(0, 200)
  return doubts > 0 ? `unknown ${doubts}; ${last}` : last
}

function backOff(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (attempts - 1))
}

function later(now: Moment, ms: number): Moment {
  return new Date(Date.parse(now) + ms).toISOString()
}
