import { findNextOccurrence, type Occurrence } from '../../dates/find-next-occurrence.ts'
import { findRung, type Ladder } from '../../dates/find-rung.ts'
import { parseRrule, type Recurrence } from '../../dates/recurrence.ts'
import type { Holidays } from '../../dates/working-days.ts'
import { findRound } from '../../dates/find-round.ts'
import { addDays, daysBetween, type Day } from '../../domain/calendar.ts'
import type { Lives } from '../life/build-lives.ts'
import { isOpen, lastDayOf, type Row } from '../life/list-rows.ts'

/** Open duty with the steps of the ladder that it has reached; a step is told to a person once. */
export type DueDuty = Row & { readonly steps: readonly string[] }

type Round = Occurrence & { readonly ladder: Ladder }

// A round that closed longer ago is past: its successor is the one to speak of.
const PAST_ROUND_DAYS = 10
// Rounds shorter than that would be spoken of all the time.
const SHORT_ROUND_DAYS = 20

/** What a duty of a unit has to be reminded of on a day; undefined when it is done or stopped, far, or has no day. */
export function listSteps(row: Row, lives: Lives, ladder: Ladder, today: Day, holidays: Holidays): DueDuty | undefined {
  const { duty, unitId } = row
  const steps = listRounds(row, today, ladder)
    .filter(({ nextOn }) => isOpen(lives.of(duty, unitId, findRound(duty.deadline, nextOn)?.name)))
    .flatMap((round) => {
      const rung = findRung(round.nextOn, today, round.ladder, holidays)
      return rung === undefined ? [] : [`${duty.id} ${unitId} ${round.nextOn} ${rung}`]
    })
  return steps.length > 0 ? { ...row, steps } : undefined
}

/** The one deadline of a duty, the granted one where there is one, or the rounds of a recurring one that are near: the last that closed and the next. */
function listRounds({ duty, life }: Row, today: Day, ladder: Ladder): Round[] {
  const { deadline } = duty
  const lastDay = lastDayOf(duty, life)
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
