import { addMinutes, type Moment } from '../domain/calendar.ts'
import type { Change } from '../domain/change.ts'
import type { OutboxMessage, Platform } from '../domain/message.ts'
import { REMINDER_LASTS_MINUTES } from '../domain/reminder.ts'
import { SendError, type Channel, type OpenedFile } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Meter } from '../ports/meter.ts'
import type { Ledger, Outbox } from '../ports/storage.ts'
import type { Pace } from './create-pace.ts'
import { countDoubts, settleDelivery, type SendResult } from './settle-delivery.ts'

/** What delivering needs. */
export type DeliverOutboxDeps = {
  readonly outbox: Pick<Outbox, 'due' | 'interrupted'>
  readonly ledger: Ledger
  readonly channels: ReadonlyMap<Platform, Channel>
  readonly clock: Pick<Clock, 'now'>
  readonly pace: Pace
  readonly log: Log
  readonly meter: Meter
  /** The text of a message that may have arrived before, with its short reference in sight. */
  readonly markResent: (text: string, reference: string) => string
  /** Whether the month's quota of a platform is as good as used up; where it is missing, platforms set none. */
  readonly isQuotaSpent?: (platform: Platform) => Promise<boolean>
  /** Makes the file of an attachment; undefined when its link has expired or its right is gone. Missing where no files are made. */
  readonly openFile?: ((token: string) => Promise<OpenedFile | undefined>) | undefined
}

/** What came of it: so many sends tried, so many due messages left for the next time because of the pace. */
export type Delivery = { readonly tried: number; readonly held: number }

const MOST_PER_PASS = 200
// Longer than any send lasts: whoever claimed a message and says nothing for so long is dead.
const CLAIM_MINUTES = 2

/**
 * Sends what is due until nothing is, or nothing may go yet: one message of a chat at a time, different chats side by side.
 * Calls may overlap: a slow platform keeps its own call waiting and nobody else, if the next call is not held back for it.
 */
export async function deliverOutbox(deps: DeliverOutboxDeps, now: Moment): Promise<Delivery> {
  await recoverInterrupted(deps, now)
  let tried = 0
  for (let at = now; ; at = deps.clock.now()) {
    const pass = await deliverDue(deps, at)
    tried += pass.tried
    if (pass.tried === 0) return { tried, held: pass.held }
  }
}

async function deliverDue(deps: DeliverOutboxDeps, now: Moment): Promise<Delivery> {
  // Asked for by platform, so that a long broadcast on one, or one that is not set up, crowds nobody out.
  const perPlatform = await Promise.all(
    [...deps.channels.values()].map(async (channel) => {
      const due = await deps.outbox.due(now, MOST_PER_PASS, channel.platform)
      return due.map((message) => ({ message, channel }))
    }),
  )
  const waiting = perPlatform.flat()
  const stale = waiting.filter(({ message }) => isStale(message, now))
  for (const { message } of stale) await deps.ledger.commit(dropStale(message, now))
  const due = waiting.filter((each) => !stale.includes(each))
  const admitted = due.filter(({ message, channel }) => deps.pace.admit(message, channel.rate, Date.parse(now)))
  const tries = await Promise.all(admitted.map(({ message, channel }) => deliver(message, channel, deps, now)))
  return { tried: tries.filter(Boolean).length, held: due.length - admitted.length }
}

/** A reminder that could not leave does not leave later: it would come at night, and be out of date. */
function isStale({ urgency, createdAt }: OutboxMessage, now: Moment): boolean {
  return urgency === 'reminder' && now > addMinutes(createdAt, REMINDER_LASTS_MINUTES)
}

/** What never left was told to nobody: its job composes it anew at the next time. */
function dropStale(message: OutboxMessage, now: Moment): Change[] {
  const { id, attempts, error, cause } = message
  const mayHaveArrived = countDoubts(message) > 0
  const to = mayHaveArrived ? 'unknown' : 'failed'
  return [
    { kind: 'move-message', id, from: 'ready', to, attempts, notBefore: now, platformMessageId: null, error: error ?? 'too late' },
    ...(cause && !mayHaveArrived ? [{ kind: 'forget-run', runKey: cause } as const] : []),
  ]
}

/** Nobody knows whether a message arrived that was in the air when its process died; "all" is for the only process, at its start. */
export async function recoverInterrupted(
  deps: DeliverOutboxDeps,
  now: Moment,
  which: 'all' | 'abandoned' = 'abandoned',
): Promise<void> {
  for (const message of await deps.outbox.interrupted()) {
    if (deps.pace.isInTheAir(message.id) || (which === 'abandoned' && message.notBefore > now)) continue
    const before = { ...message, attempts: message.attempts - 1 }
    const result = { outcome: 'unknown', message: 'interrupted', retryAfterMs: undefined } as const
    await deps.ledger.commit(settleDelivery(before, result, now))
    deps.log.warn('delivery-interrupted', { id: message.id })
  }
}

async function deliver(message: OutboxMessage, channel: Channel, deps: DeliverOutboxDeps, now: Moment): Promise<boolean> {
  try {
    if (!(await claim(message, deps, now))) return false
    const result = await giveUpWhenSpent(await trySend(message, channel, deps), message, deps)
    const landed = deps.clock.now()
    if ('retryAfterMs' in result && result.retryAfterMs) {
      deps.pace.hush(message, Date.parse(landed) + result.retryAfterMs)
    }
    await deps.ledger.commit(settleDelivery(message, result, landed))
    deps.meter.count('dondoc_deliveries_total', { platform: message.platform, outcome: result.outcome })
    return true
  } catch (error) {
    // The store failed. What was claimed stays claimed, and comes back as interrupted when the store is well.
    deps.log.error('delivery-not-noted', error, { id: message.id })
    return false
  } finally {
    deps.pace.land(message, Date.parse(deps.clock.now()))
  }
}

/** On disk before the first byte goes out, so that a crash cannot hide that something may have been sent. */
function claim({ id, attempts, error }: OutboxMessage, { ledger }: DeliverOutboxDeps, now: Moment): Promise<boolean> {
  const notBefore = addMinutes(now, CLAIM_MINUTES)
  const state = { attempts: attempts + 1, notBefore, platformMessageId: null, error }
  return ledger.commit([{ kind: 'move-message', id, from: 'ready', to: 'sending', ...state }])
}

async function trySend(message: OutboxMessage, channel: Channel, deps: DeliverOutboxDeps): Promise<SendResult> {
  const mayBeCopy = countDoubts(message) > 0
  const text = mayBeCopy ? deps.markResent(message.text, formatReference(message.id)) : message.text
  try {
    return { outcome: 'sent', ...(await channel.send({ ...message, text }, await openAttachment(message, channel, deps))) }
  } catch (error) {
    const failure = error instanceof SendError ? error : new SendError('unknown', 'the channel broke')
    if (failure.outcome !== 'retry') deps.log.error('message-not-sent', error, { id: message.id, outcome: failure.outcome })
    return failure
  }
}

/** How the outbox notes that a platform takes no more this month. */
export const SPENT = 'the quota of the month is spent'

/** "Too many requests" means the month's end, and not a moment, once the month's quota is nearly used up. */
async function giveUpWhenSpent(result: SendResult, { platform }: OutboxMessage, deps: DeliverOutboxDeps): Promise<SendResult> {
  const isHeld = result.outcome === 'retry' && result.message.startsWith('429')
  if (!isHeld || !(await deps.isQuotaSpent?.(platform))) return result
  return { outcome: 'rejected', message: `${SPENT}, ${result.message}`, retryAfterMs: undefined }
}

/** The file that goes out as bytes; nothing has been sent yet when it cannot be made. */
async function openAttachment(
  { attachment }: OutboxMessage,
  { capabilities }: Channel,
  { openFile }: DeliverOutboxDeps,
): Promise<OpenedFile | undefined> {
  if (!attachment || capabilities.attaches?.[attachment.kind] !== 'bytes') return undefined
  const file = await openFile?.(attachment.token).catch((cause: unknown) => {
    throw Object.assign(new SendError('retry', 'the file could not be made'), { cause })
  })
  if (!file) throw new SendError('rejected', 'the file is no longer to be had')
  return file
}

function formatReference(id: string): string {
  return id.slice(-4).toUpperCase()
}
