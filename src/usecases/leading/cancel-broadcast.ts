import { addMinutes } from '../../domain/calendar.ts'
import { fold } from '../../text/fold.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { CANCEL_WITHIN_MINUTES } from './broadcast.ts'

// Said so, it means what is being sent, however long ago it was confirmed.
const STOP =
  /^(?:(?:bot|em|thoi|oi) )*(?:dung|ngung|huy|thoi|khong|dung lai|huy bo)(?: viec| ngay| lai| het)? (?:gui|phat|nhan)(?: (?:tin|thong bao|don doc|nua|lai|di|nhe|ngay|het|do|nay|vua roi|a))*[ .!]*$/
const DROP = /^(?:huy|huy bo|thoi|dung|dung lai|huy di|huy ngay|huy nhe|bo di)[ .!]*$/

/** The cause of what "hủy" or "dừng gửi" stops; undefined where the words mean something else or nothing is held back any more. */
export async function findHeldBroadcast(
  { asker, text, conversation }: Asked,
  { broadcasts, outbox, clock }: World,
): Promise<string | undefined> {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim()
  const isStop = STOP.test(folded)
  if (!isStop && !DROP.test(folded)) return undefined
  const { pending, expiresAt } = conversation
  const isBusy = pending !== null && pending.kind !== 'held-broadcast' && expiresAt !== null && clock.now() <= expiresAt
  const [last] = await broadcasts.by(asker.officer.id, 1)
  if (!last || (!isStop && (isBusy || clock.now() > addMinutes(last.at, CANCEL_WITHIN_MINUTES)))) return undefined
  return (await outbox.ofCause(last.cause)).some(({ state }) => state === 'ready') ? last.cause : undefined
}

/** "Hủy" within the minute, "dừng gửi" later: what has not left yet will not leave. */
export async function cancelBroadcast(cause: string, { asker }: Pick<Asked, 'asker'>, { outbox, clock }: World): Promise<Decision> {
  const at = clock.now()
  const messages = await outbox.ofCause(cause)
  const held = messages.filter(({ state }) => state === 'ready').length
  const gone = messages.length - held
  return {
    ...say(gone > 0 ? 'broadcast-stopped' : 'broadcast-cancelled', { people: held, gone }),
    changes: [
      { kind: 'cancel-messages', cause, at },
      { kind: 'audit', actor: asker.officer.id, action: 'cancel-broadcast', object: cause, at },
    ],
    remembers: { pending: null },
  }
}
