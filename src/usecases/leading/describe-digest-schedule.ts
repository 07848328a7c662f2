import { WEEKLY_DIGEST, type DigestRhythm, type DigestSchedule } from '../../domain/digest-schedule.ts'
import type { Phrase } from '../../domain/reply.ts'

const LAST_DAY = 31

/** When the digest comes, in one line. */
export function describeDigestSchedule({ isOff, rhythm, hour }: DigestSchedule = WEEKLY_DIGEST): Phrase {
  return isOff ? { say: 'digest-off' } : { say: 'digest-comes', with: { hour, rhythm: [describeRhythm(rhythm)] } }
}

function describeRhythm(rhythm: DigestRhythm): Phrase {
  if (rhythm.every === 'day') return { say: 'rhythm-daily' }
  if (rhythm.every === 'month') {
    const key = rhythm.day === LAST_DAY ? 'rhythm-months-end' : 'rhythm-months'
    return { say: key, with: { day: rhythm.day, months: [{ say: `months-${rhythm.months}` }] } }
  }
  const days = joinPhrases(rhythm.weekdays.map((day) => ({ say: `weekday-${day}` })))
  return { say: rhythm.weeks === 2 ? 'rhythm-other-weeks' : 'rhythm-weeks', with: { days } }
}

/** "thứ hai, thứ năm" as one value: each but the first with its comma. */
function joinPhrases(phrases: readonly Phrase[]): Phrase[] {
  return phrases
    .slice(0, 1)
    .map((first) =>
      phrases.slice(1).reduce((left, right) => ({ say: 'comma-joined', with: { left: [left], right: [right] } }), first),
    )
}
