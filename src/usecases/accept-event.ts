import type { InboxEvent } from '../domain/message.ts'
import type { Clock } from '../ports/clock.ts'
import type { Inbox } from '../ports/storage.ts'

/** Takes in a raw event. When this resolves, the event is on disk and the platform may be told so. */
export async function acceptEvent(
  event: Omit<InboxEvent, 'receivedAt'>,
  { inbox, clock }: { readonly inbox: Pick<Inbox, 'accept'>; readonly clock: Pick<Clock, 'now'> },
): Promise<'new' | 'repeated'> {
  return inbox.accept({ ...event, receivedAt: clock.now() })
}
