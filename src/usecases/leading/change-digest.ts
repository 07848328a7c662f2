import { addMinutes } from '../../domain/calendar.ts'
import { WEEKLY_DIGEST, type DigestSchedule } from '../../domain/digest-schedule.ts'
import { mayLead } from '../../domain/permission.ts'
import { defaultPreference } from '../../domain/reminder.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeDigestSchedule } from './describe-digest-schedule.ts'
import type { DigestWish } from './read-digest-wish.ts'

const CONFIRM_WITHIN_MINUTES = 60

/** "Gửi tôi bản tổng hợp sáng thứ 2 hằng tuần lúc 7h", "thôi gửi tổng hợp": read back; nothing changes before Ghi. */
export async function changeDigest(wish: DigestWish, { asker, isGroup }: Asked, world: World): Promise<Decision> {
  const { officer } = asker
  if (!mayLead(officer)) return say('leaders-only')
  if (isGroup) return say('private-only')
  const { reminders, clock, followUp } = world
  const before = (await reminders.preferences()).find(({ officerId }) => officerId === officer.id) ?? defaultPreference(officer.id)
  const known = before.digest ?? WEEKLY_DIGEST
  if (wish.kind === 'show')
    return { reply: reply([describeDigestSchedule(known), { say: 'digest-how' }], { facts: wordSchedule(known, world) }) }
  const { earliestHour, latestHour } = followUp.reminders
  const hour = wish.kind === 'set' ? wish.hour : undefined
  if (hour !== undefined && (hour < earliestHour || hour > latestHour))
    return say('preference-hour-refused', { from: earliestHour, to: latestHour }, { asksBack: true })
  const digest = applyWish(wish, known, clock.now())
  if (isSame(digest, known))
    return { reply: reply([{ say: 'digest-same' }, describeDigestSchedule(known)], { facts: wordSchedule(known, world) }) }
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  return {
    reply: reply([{ say: 'digest-read-back', with: { schedule: [describeDigestSchedule(digest)] } }], {
      choices,
      asksBack: true,
      facts: wordSchedule(digest, world),
    }),
    remembers: {
      pending: { kind: 'reminders', preference: { ...before, digest } },
      expiresAt: addMinutes(clock.now(), CONFIRM_WITHIN_MINUTES),
    },
  }
}

function applyWish(wish: Exclude<DigestWish, { kind: 'show' }>, known: DigestSchedule, since: string): DigestSchedule {
  if (wish.kind !== 'set') return { ...known, isOff: wish.kind === 'off', since }
  return { isOff: false, rhythm: wish.rhythm ?? known.rhythm, hour: wish.hour ?? known.hour, since }
}

/** A day of the month has no origin but the schedule itself. */
function wordSchedule(schedule: DigestSchedule, { templates }: World): string[] {
  return [renderPhrase(describeDigestSchedule(schedule), templates)]
}

function isSame(a: DigestSchedule, b: DigestSchedule): boolean {
  return JSON.stringify({ ...a, since: '' }) === JSON.stringify({ ...b, since: '' })
}
