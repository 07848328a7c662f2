import { addMinutes } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Officers } from '../../ports/storage.ts'
import { say, type Decision } from '../asked.ts'
import type { Library } from '../library.ts'

const WRONG_TRIES_AN_HOUR = 5

type LinkDeps = { readonly officers: Officers; readonly clock: Clock; readonly ids: Ids; readonly library: Library }

/** "mã liên kết 482913": links the account to the person the code was made for; private chats only. */
export async function linkAccount(
  code: string | null,
  message: Pick<InboundMessage, 'chat' | 'from'>,
  deps: LinkDeps,
): Promise<Decision> {
  const { officers, clock, ids, library } = deps
  if (message.chat.kind === 'group') return say('link-in-private')
  if (code === null) return say('link-how')
  const at = clock.now()
  if ((await officers.countWrongCodes(message.chat.id, addMinutes(at, -60))) >= WRONG_TRIES_AN_HOUR) return say('link-door-closed')
  const known = await officers.linkCode(ids.hash(code))
  if (!known || known.usedAt !== null || known.expiresAt < at) {
    return { ...say('link-wrong'), changes: [{ kind: 'count-wrong-code', chatId: message.chat.id, at }] }
  }
  const officer = { id: ids.next('off'), name: known.name, role: known.role, unitId: known.unitId, isActive: true }
  const changes: Change[] = [
    { kind: 'use-link-code', codeHash: known.codeHash, at },
    { kind: 'save-officer', officer },
    {
      kind: 'link-account',
      account: { id: message.from, officerId: officer.id, chatId: message.chat.id, linkedAt: at, closedAt: null },
    },
    { kind: 'audit', actor: message.from, action: 'link-account', object: officer.id, at },
  ]
  const unit = library.unitById.get(known.unitId)
  return { ...say(`linked-${known.role}`, { unit: unit?.name ?? '', place: unit?.place ?? '' }), changes }
}
