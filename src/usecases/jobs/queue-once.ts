import type { Platform } from '../../domain/message.ts'
import type { Account, Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Ledger } from '../../ports/storage.ts'
import { renderReply } from '../../wording/render-reply.ts'
import { reply, type World } from '../asked.ts'

export type QueueDeps = { readonly ledger: Ledger }

/** A person with the account to write to. */
export type Reachable = { readonly officer: Officer; readonly account: Account }

/** Puts a message into the outbox once for each run of a job: a second try, after a restart or by another process, changes nothing. */
export async function queueOnce(
  runKey: string,
  person: Reachable,
  phrases: readonly Phrase[],
  { ledger }: QueueDeps,
  world: World,
): Promise<boolean> {
  const { clock, ids, templates } = world
  const at = clock.now()
  const { chatId } = person.account
  const [text = ''] = renderReply(reply(phrases), templates, { maxText: 2000, buttons: 0 }).pages
  return ledger.commit([
    { kind: 'mark-job', runKey, at },
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
  ])
}
