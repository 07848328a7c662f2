import type { InboxEvent, Platform } from '../domain/message.ts'
import type { Channel } from '../ports/channel.ts'
import type { Log } from '../ports/log.ts'
import type { Inbox } from '../ports/storage.ts'
import { renderPhrase } from '../wording/render-phrase.ts'
import { handleEvent, type HandleEventDeps } from './handle-event.ts'

const AT_ONCE = 100
const TRIES = 5

export type ProcessInboxDeps = Omit<HandleEventDeps, 'world'> & {
  readonly inbox: Pick<Inbox, 'waiting'>
  readonly channels: ReadonlyMap<Platform, Channel>
  readonly log: Log
  readonly openWorld: () => Promise<HandleEventDeps['world']>
}

/** Handles waiting events until none is left: in order within a chat, chats beside each other. Returns how many were handled. */
export async function processInbox(deps: ProcessInboxDeps): Promise<number> {
  let count = 0
  for (;;) {
    const waiting = await deps.inbox.waiting(AT_ONCE)
    if (waiting.length === 0) return count
    const world = await deps.openWorld()
    await Promise.all(waiting.map((event) => handleOne(event, { ...deps, world })))
    count += waiting.length
  }
}

class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** A failing event is tried again; after several tries it is buried, with a polite reply, so that its chat goes on. */
async function handleOne(
  event: InboxEvent & { readonly failures: number },
  deps: ProcessInboxDeps & HandleEventDeps,
): Promise<void> {
  const { channels, ledger, log, world } = deps
  const at = world.clock.now()
  const channel = channels.get(event.platform)
  try {
    if (!channel) await ledger.commit([{ kind: 'bury-event', eventKey: event.key, error: 'no channel', at }])
    // Read anew, what met a conflict settles itself; what meets one each time would be tried for ever.
    else if (!(await handleEvent(event, channel, deps))) throw new Conflict('the changes of an event met others')
  } catch (error) {
    log.error('event-failed', error, { event: event.key, failures: event.failures + 1 })
    const reason = error instanceof Error ? error.name : 'unknown'
    if (event.failures + 1 < TRIES) await ledger.commit([{ kind: 'count-failure', eventKey: event.key, error: reason, at }])
    else
      await ledger.commit([
        { kind: 'bury-event', eventKey: event.key, error: reason, at },
        { kind: 'queue-message', message: apologize(event, deps) },
      ])
  }
}

function apologize(event: InboxEvent, { world }: ProcessInboxDeps & HandleEventDeps): Parameters<Channel['send']>[0] {
  const at = world.clock.now()
  return {
    id: world.ids.next('out'),
    platform: event.platform,
    chatId: event.chatId,
    text: renderPhrase({ say: 'poison' }, world.templates),
    choices: [],
    urgency: 'reply',
    state: 'ready',
    attempts: 0,
    notBefore: at,
    createdAt: at,
    cause: event.key,
    platformMessageId: null,
    error: null,
  }
}
