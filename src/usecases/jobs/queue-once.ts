import type { Change } from '../../domain/change.ts'
import type { ShownRow } from '../../domain/conversation.ts'
import type { Platform } from '../../domain/message.ts'
import type { Account, Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Ledger } from '../../ports/storage.ts'
import { renderReply } from '../../wording/render-reply.ts'
import { reply, type World } from '../asked.ts'

export type QueueDeps = { readonly ledger: Ledger }

/** A person with the account to write to. */
export type Reachable = { readonly officer: Officer; readonly account: Account }

/** What a message of a job shows, and what is true once it is queued. */
export type JobMessage = {
  readonly phrases: readonly Phrase[]
  readonly dutyIds?: readonly string[]
  /** Of what waits to be decided on, the unit of each duty. */
  readonly rows?: readonly ShownRow[]
  readonly changes?: readonly Change[]
}

/** Puts a message into the outbox once for each run of a job: a second try, after a restart or by another process, changes nothing. */
export async function queueOnce(
  runKey: string,
  { account }: Reachable,
  { phrases, dutyIds = [], rows = [], changes = [] }: JobMessage,
  { ledger }: QueueDeps,
  { clock, ids, templates }: World,
): Promise<boolean> {
  const at = clock.now()
  const { chatId } = account
  const [text = '', ...pages] = renderReply(reply(phrases), templates, { maxText: 2000, buttons: 0 }).pages
  return ledger.commit([
    { kind: 'mark-job', runKey, at },
    ...changes,
    {
      kind: 'queue-message',
      message: {
        id: ids.next('out'),
        platform: chatId.slice(0, chatId.indexOf(':')) as Platform,
        chatId,
        text,
        choices: [],
        urgency: 'reminder',
        state: 'ready',
        attempts: 0,
        notBefore: at,
        createdAt: at,
        cause: runKey,
        platformMessageId: null,
        error: null,
      },
    },
    // "Việc 2 xong rồi" and "tiếp" answer this message, too.
    { kind: 'remember-shown', chatId, accountId: account.id, dutyIds, rows, pages, at },
  ])
}
