import { timeInVietnam, dayInVietnam } from '../../domain/calendar.ts'
import type { OutboxMessage } from '../../domain/message.ts'
import type { Phrase } from '../../domain/reply.ts'
import { fold } from '../../text/fold.ts'
import { SPENT } from '../deliver-outbox.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'

const RESULT =
  /ket qua (?:gui|phat|don doc|thong bao)|(?:ai|bao nhieu nguoi|may nguoi|don vi nao|nhung ai|da co ai) (?:da |chua )?(?:doc|nhan|xem|xac nhan)|da gui (?:duoc )?(?:chua|den dau|bao nhieu|het chua)|gui (?:den dau|duoc bao nhieu)/

// What the sender stopped is no failure that somebody has to mend by telephone.
const CANCELLED = 'cancelled'

// The first word of what the outbox noted.
const REASONS: Readonly<Record<string, string>> = {
  closed: 'delivery-closed',
  rejected: 'delivery-rejected',
  spent: 'delivery-quota',
  retry: 'delivery-unreached',
  unknown: 'delivery-doubtful',
}

/** Whether somebody asks what became of what was sent. */
export function asksForResult(text: string): boolean {
  return !text.includes(':') && RESULT.test(fold(text).replaceAll(/\s+/g, ' '))
}

/** "Kết quả gửi": how many were sent, surely not, or are in doubt, each of those with the reason, and who said "đã nhận". */
export async function tellSending({ asker }: Asked, world: World): Promise<Decision> {
  const [last] = await world.broadcasts.by(asker.officer.id, 1)
  if (!last) return say('sending-none')
  const messages = await world.outbox.ofCause(last.cause)
  const received = new Set((await world.broadcasts.acknowledgements(last.cause)).map(({ chatId }) => chatId))
  const count = (...states: OutboxMessage['state'][]): number =>
    messages.filter(({ state, error }) => states.includes(state) && error !== CANCELLED).length
  const nameOf = await namePeople(world)
  const list = (state: OutboxMessage['state']): Phrase[] =>
    messages
      .filter((message) => message.state === state && message.error !== CANCELLED)
      .map((message) => ({
        say: 'sending-line',
        with: { person: [nameOf(message.chatId)], reason: [{ say: findReason(message) }] },
      }))
  const [month, dayOfMonth] = dayInVietnam(last.at).split('-').slice(1).map(Number) as [number, number]
  const values = { dayOfMonth, month, time: timeInVietnam(last.at), people: messages.length }
  const doubtful = list('unknown')
  const failed = list('failed')
  return {
    reply: reply([
      { say: last.kind === 'urging' ? 'sending-urging' : 'sending-broadcast', with: values },
      {
        say: 'sending-counts',
        with: {
          sent: count('sent'),
          waiting: count('ready', 'sending'),
          failed: failed.length,
          doubtful: doubtful.length,
          cancelled: messages.filter(({ error }) => error === CANCELLED).length || '',
        },
      },
      { say: 'sending-received', with: { received: received.size, people: messages.length } },
      ...(failed.length > 0 ? [{ say: 'sending-failed' }, ...failed] : []),
      ...(doubtful.length > 0 ? [{ say: 'sending-doubtful' }, ...doubtful] : []),
    ]),
  }
}

function findReason({ error }: OutboxMessage): string {
  const kind = error?.includes(SPENT) ? 'spent' : /^[a-z]+/.exec(error ?? '')?.[0]
  return REASONS[kind ?? ''] ?? 'delivery-unreached'
}

async function namePeople({ officers, library }: World): Promise<(chatId: string) => Phrase> {
  const all = await officers.all()
  const byChat = new Map(all.flatMap(({ officer, accounts }) => accounts.map(({ chatId }) => [chatId, officer] as const)))
  return (chatId) => {
    const officer = byChat.get(chatId)
    const unit = library.unitById.get(officer?.unitId ?? '')?.name ?? ''
    return { say: 'recipient', with: { name: officer?.name ?? '', unit } }
  }
}
