import { findNextOccurrence, type Occurrence } from '../../dates/find-next-occurrence.ts'
import { findRung, type Ladder } from '../../dates/find-rung.ts'
import { parseRrule, type Recurrence } from '../../dates/recurrence.ts'
import type { Holidays } from '../../dates/working-days.ts'
import { addDays, dayInVietnam, daysBetween, type Day } from '../../domain/calendar.ts'
import { lastDayInTime } from '../../domain/deadline.ts'
import type { Duty } from '../../domain/duty.ts'
import type { ProgressState } from '../../domain/progress.ts'

/** Open duty with the steps of the ladder that it has reached; a step is told to a person once. */
export type DueDuty = { readonly duty: Duty; readonly steps: readonly string[]; readonly state: ProgressState | undefined }

type Round = Occurrence & { readonly ladder: Ladder }

// A round that closed longer ago is past: its successor is the one to speak of.
const PAST_ROUND_DAYS = 10
// Rounds shorter than that would be spoken of all the time.
const SHORT_ROUND_DAYS = 20

/** What a duty of a unit has to be reminded of on a day; undefined when it is done, far, or has no day. */
export function listSteps(
  duty: Duty,
  unitId: string,
  state: ProgressState | undefined,
  ladder: Ladder,
  today: Day,
  holidays: Holidays,
): DueDuty | undefined {
  const steps = listRounds(duty, today, ladder)
    .filter(({ periodStart }) => state?.status !== 'done' || dayInVietnam(state.at) < periodStart)
    .flatMap((round) => {
      const rung = findRung(round.nextOn, today, round.ladder, holidays)
      return rung === undefined ? [] : [`${duty.id} ${unitId} ${round.nextOn} ${rung}`]
    })
  return steps.length > 0 ? { duty, steps, state } : undefined
}

/** The one deadline of a duty, or the rounds of a recurring one that are near: the last that closed and the next. */
function listRounds({ deadline }: Duty, today: Day, ladder: Ladder): Round[] {
  const lastDay = lastDayInTime(deadline)
  // A duty with one deadline that was reported done stays done.
  if (lastDay !== undefined) return [{ nextOn: lastDay, periodStart: '', ladder }]
  const rule = deadline.kind === 'recurring' && deadline.rrule ? parseRrule(deadline.rrule) : undefined
  if (!rule || rule.frequency === 'DAILY') return []
  return [findLastRound(rule, today), findNextOccurrence(rule, today)].flatMap((round) =>
    round ? [{ ...round, ladder: shortenLadder(round, ladder) }] : [],
  )
}

function findLastRound(rule: Recurrence, today: Day): Occurrence | undefined {
  let last: Occurrence | undefined
  for (let from = addDays(today, -PAST_ROUND_DAYS); ;) {
    const round = findNextOccurrence(rule, from)
    if (!round || round.nextOn >= today) return last
    last = round
    from = addDays(round.nextOn, 1)
  }
}

/** A round that comes back is spoken of once after it closed; a short one not before its day. */
function shortenLadder({ nextOn, periodStart }: Occurrence, { workingDaysBefore }: Ladder): Ladder {
  const isShort = daysBetween(periodStart, nextOn) < SHORT_ROUND_DAYS
  return { workingDaysBefore: isShort ? [] : workingDaysBefore, daysAfter: [1], thenEveryDays: null }
}
