import { addMinutes } from '../../domain/calendar.ts'
import { fold } from '../../text/fold.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { listRecipients } from './list-recipients.ts'
import { previewSending, type Sending } from './preview-sending.ts'

const CONFIRM_WITHIN_MINUTES = 15
const REWORD = /^(?:sua|doi|viet)(?: lai)? (?:loi|noi dung|cau chu|tin|loi van|tin nhan)(?: lai)?(?: thanh)?(?:\s*$|\s*[:,]\s*)/
const ANSWER = /^(?:gui|huy|thoi|khong|bo|dong y|ok|duoc|dung|sua loi|huy bo|gui di|gui luon|thoi khong gui nua)[ .!]*$/

/** The new words for what waits to be sent: "" asks for them; undefined where the message is something else. */
export function readRewording(
  text: string,
  { conversation }: Pick<Asked, 'conversation'>,
  { clock }: Pick<World, 'clock'>,
): string | undefined {
  const { pending, expiresAt } = conversation
  if (pending?.kind !== 'broadcast' || expiresAt === null || clock.now() > expiresAt) return undefined
  const folded = fold(text.normalize('NFC'))
  const request = REWORD.exec(folded.trimStart())
  if (request) return text.normalize('NFC').trimStart().slice(request[0].length).trim()
  return pending.isRewording && !ANSWER.test(folded.replaceAll(/\s+/g, ' ').trim()) ? text.trim() : undefined
}

/** "Sửa lời": other words for what waits, shown again before anything leaves. An urging keeps its number and its duties. */
export async function rewordSending(words: string, asked: Asked, world: World): Promise<Decision> {
  const { pending } = asked.conversation
  if (pending?.kind !== 'broadcast') return say('nothing-pending')
  if (words === '') {
    const expiresAt = addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES)
    return {
      ...say(pending.urged ? 'reword-urging-how' : 'reword-how', {}, { asksBack: true }),
      remembers: { pending: { ...pending, isRewording: true }, expiresAt },
    }
  }
  const chats = new Set(pending.chatIds)
  const recipients = (await listRecipients(asked, world)).filter(({ account }) => chats.has(account.chatId))
  return previewSending(recipients, rewordTexts(pending, words, world), asked, world)
}

function rewordTexts(pending: Sending, words: string, { templates }: World): Sending {
  const urged = pending.urged?.map((unit) => ({
    ...unit,
    text: renderPhrase({ say: 'urging-reworded', with: { number: unit.number, words, body: unit.body } }, templates),
  }))
  return {
    kind: 'broadcast',
    text: urged?.[0]?.text ?? words,
    chatIds: pending.chatIds,
    ...(urged && { urged }),
  }
}
