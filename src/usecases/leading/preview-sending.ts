import { addMinutes } from '../../domain/calendar.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import type { Pending } from '../../domain/conversation.ts'
import type { Phrase } from '../../domain/reply.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { checkQuota } from './check-quota.ts'
import { countPlatforms, type Recipient } from './list-recipients.ts'

const CONFIRM_WITHIN_MINUTES = 15
/** What every platform takes in one message, less the line about "đã nhận". */
const MOST_LETTERS = 1900

/** What is going to be sent once it is confirmed. */
export type Sending = Extract<Pending, { kind: 'broadcast' }>

/** Shows what would be sent, to how many people and on which platforms, and who was named and is not reached; nothing leaves before a yes. */
export async function previewSending(
  recipients: readonly Recipient[],
  sending: Sending,
  asked: Asked,
  world: World,
  missed: readonly string[] = [],
): Promise<Decision> {
  const without = shortenList(missed)
  if (recipients.length === 0) return say('broadcast-nobody', { missed: without }, { facts: missed })
  const longest = Math.max(sending.text.length, ...(sending.urged ?? []).map(({ text }) => text.length))
  if (longest > MOST_LETTERS) return refuseLong(longest)
  const today = await listSentToday(asked, world)
  if (!sending.urged && (await isCapped(today, world))) return say('broadcast-cap', { most: world.followUp.broadcasts.perDay })
  const quota = await checkQuota(sending.chatIds, world)
  if (quota.refusal) return { reply: reply([quota.refusal], { isAnswered: false }) }
  const units = new Set(recipients.map(({ officer }) => officer.unitId)).size
  const platforms = countPlatforms(sending.chatIds, world)
  return askToSend(
    {
      say: 'broadcast-preview',
      with: {
        people: recipients.length,
        units,
        platforms,
        text: sending.text,
        missed: without,
        quota: quota.warning ? [quota.warning] : '',
      },
    },
    sending,
    asked,
    world,
    missed,
  )
}

function refuseLong(length: number): Decision {
  const facts = [`${length}`, `${MOST_LETTERS}`]
  return say('broadcast-too-long', { length, most: MOST_LETTERS }, { asksBack: true, facts })
}

/** So many names that the preview stays one screen. */
const MOST_NAMES = 8

function shortenList(names: readonly string[]): string {
  return `${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ', …' : ''}`
}

/** Asks for the yes, the first or the second. */
export function askToSend(
  question: Phrase,
  pending: Sending,
  { intent }: Asked,
  world: World,
  facts: readonly string[] = [],
): Decision {
  const choices = offerChoices([{ say: 'choice-send' }, { say: 'choice-reword' }, { say: 'choice-cancel' }], world)
  const dutyIds = [...new Set(pending.urged?.flatMap((unit) => unit.dutyIds))]
  return {
    reply: reply([question], { choices, asksBack: true, sources: dutyIds, facts }),
    remembers: { pending, expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES), lastIntent: intent.name },
  }
}

/** What the asker has sent today, newest first. */
export async function listSentToday(
  { asker }: Pick<Asked, 'asker'>,
  { broadcasts, clock, followUp }: World,
): Promise<readonly Broadcast[]> {
  const today = clock.today()
  // Urgings are numbered along with broadcasts and do not count for the cap.
  const most = 100 + followUp.broadcasts.perDay
  return (await broadcasts.by(asker.officer.id, most)).filter(({ day }) => day === today)
}

/** Whether no further broadcast may go out today; one that was stopped before anybody got it took nobody's time. */
export async function isCapped(
  today: readonly Broadcast[],
  { followUp, outbox }: Pick<World, 'followUp' | 'outbox'>,
): Promise<boolean> {
  const { perDay } = followUp.broadcasts
  const made = today.filter(({ kind }) => kind === 'broadcast')
  if (made.length < perDay) return false
  const left = await Promise.all(made.map(({ cause }) => hasLeft(cause, { outbox })))
  return left.filter(Boolean).length >= perDay
}

/** Whether anything of a sending left or still will. */
export async function hasLeft(cause: string, { outbox }: Pick<World, 'outbox'>): Promise<boolean> {
  return (await outbox.ofCause(cause)).some(({ error }) => error !== 'cancelled')
}
