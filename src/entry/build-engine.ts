import type { Platform } from '../domain/message.ts'
import type { Channel } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Meter } from '../ports/meter.ts'
import type { Storage } from '../ports/storage.ts'
import type { Readers } from '../usecases/answer-message.ts'
import type { World } from '../usecases/asked.ts'
import { createPace } from '../usecases/create-pace.ts'
import { deliverOutbox, recoverInterrupted, type Delivery, type DeliverOutboxDeps } from '../usecases/deliver-outbox.ts'
import { queueDigests } from '../usecases/jobs/queue-digests.ts'
import { queueReminders } from '../usecases/jobs/queue-reminders.ts'
import { processInbox } from '../usecases/process-inbox.ts'
import { readQuota } from '../usecases/read-quota.ts'
import { renderPhrase } from '../wording/render-phrase.ts'
import type { Templates } from '../wording/read-templates.ts'

/** What runs over any storage and any channels, on Node and on Workers alike. */
export type EngineParts = {
  readonly storage: Storage
  readonly channels: ReadonlyMap<Platform, Channel>
  readonly readers: Readers
  readonly templates: Templates
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
  readonly openWorld: () => Promise<World>
  /** Makes the files that go out with messages, where there is a machine for it. */
  readonly openFile?: DeliverOutboxDeps['openFile']
}

/** The three things that dondoc does by itself. */
export type Engine = {
  /** Understands what waits in the inbox, until nothing waits. */
  readonly handle: () => Promise<number>
  /** Sends what is due in the outbox, one pass. */
  readonly deliver: () => Promise<Delivery>
  /** Queues reminders and digests whose time has come; safe to call at any time and any number of times. */
  readonly runJobs: () => Promise<number>
  /** At the start of the only process: messages that were in the air when the last one died. */
  readonly recover: () => Promise<void>
}

/** Puts the engine together. */
export function buildEngine(parts: EngineParts): Engine {
  const { storage, clock, openWorld, templates } = parts
  const deps: DeliverOutboxDeps = {
    ...parts,
    outbox: storage.outbox,
    ledger: storage.ledger,
    pace: createPace(),
    isQuotaSpent: async (platform) => (await readQuota(platform, await openWorld()))?.isSpent ?? false,
    markResent: (text, ref) => `${text}\n${renderPhrase({ say: 'shown-again', with: { ref } }, templates)}`,
  }
  return {
    handle: () => processInbox({ ...parts, inbox: storage.inbox, ledger: storage.ledger, conversations: storage.conversations }),
    deliver: () => deliverOutbox(deps, clock.now()),
    runJobs: async () => {
      const world = await openWorld()
      return (await queueReminders(storage, world)) + (await queueDigests(storage, world))
    },
    recover: () => recoverInterrupted(deps, clock.now(), 'all'),
  }
}
