import { addDays, dayInVietnam, timeInVietnam } from '../../domain/calendar.ts'
import { fold } from '../../text/fold.ts'
import { say, type Decision, type World } from '../asked.ts'

const PREFIX = 'ack_'
const TYPED =
  /^(?:(?:em|toi|minh|da|vang|don vi|phong|chung toi|xin)[ ,]+)*(?:da nhan|xac nhan da nhan|nhan duoc|da nhan duoc|nhan roi)(?: (?:duoc|tin|thong bao|roi|a|nhe|day du|du|van ban|anh|chi))*[ .]*$/
const WITHIN_DAYS = 14

/** The id of the button "Đã nhận" under a broadcast: it outlives the menu of the conversation. */
export function formatAcknowledgeChoice(cause: string): string {
  return `${PREFIX}${cause}`
}

/** The broadcast that a pressed button or typed words acknowledge; undefined when they do not, or none was sent to this chat lately. */
export async function findAcknowledged(
  message: { readonly kind?: string; readonly text: string; readonly chatId: string },
  { broadcasts, clock, outbox }: World,
): Promise<string | undefined> {
  const { kind, text, chatId } = message
  if (kind === 'choice') {
    const cause = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : undefined
    // What is pressed is believed only when this chat was sent it.
    return cause && (await outbox.ofChat(chatId)).some((sent) => sent.cause === cause) ? cause : undefined
  }
  if (!TYPED.test(fold(text).replaceAll(/\s+/g, ' ').trim())) return undefined
  const latest = await broadcasts.latestTo(chatId)
  return latest && addDays(dayInVietnam(latest.at), WITHIN_DAYS) >= clock.today() ? latest.cause : undefined
}

/** "Đã nhận": counted for whoever sent it; said twice it counts once. */
export function acknowledge(cause: string, chatId: string, { clock }: Pick<World, 'clock'>): Decision {
  const at = clock.now()
  return {
    ...say('acknowledged', { time: timeInVietnam(at) }),
    changes: [{ kind: 'acknowledge', acknowledgement: { cause, chatId, at } }],
  }
}
