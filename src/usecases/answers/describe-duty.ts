import { deadlineState, type DeadlineState } from '../../dates/deadline-state.ts'
import { dayInVietnam, type Day } from '../../domain/calendar.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Duty } from '../../domain/duty.ts'
import { isDone, UNHEARD, type DutyLife } from '../../domain/duty-life.ts'
import type { Plan } from '../../domain/plan.ts'
import type { ProgressState } from '../../domain/progress.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { World } from '../asked.ts'

const SHORT = 150

/** A paper as people call it: "Công văn 815/UBND". */
export function namePlan({ plan, slug }: Plan): Phrase {
  return plan.number
    ? { say: 'plan-name', with: { type: plan.type ?? '', number: plan.number } }
    : { say: 'plan-unnumbered', with: { slug } }
}

/** A paper with its issuer and day, or what of the day could be read. */
export function introducePlan(plan: Plan): Phrase {
  const { issuer, issuedOn, issuedOnRaw } = plan.plan
  return {
    say: 'plan-introduced',
    with: {
      plan: [namePlan(plan)],
      issuer: issuer ?? '',
      day: issuedOn ? formatDay(issuedOn) : '',
      raw: issuedOn ? '' : (issuedOnRaw ?? ''),
    },
  }
}

/** 2024-11-05 as officers write it: 05/11/2024. */
export function formatDay(day: string): string {
  return day.split('-').toReversed().join('/')
}

/** The beginning of a text up to a clause or a word, with "…" where something is left out. */
export function shorten(text: string, size = SHORT): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= size) return line
  const cut = line.slice(0, size)
  const clause = Math.max(cut.lastIndexOf('; '), cut.lastIndexOf('. '), cut.lastIndexOf(', '))
  const end = clause > size * 0.6 ? clause : cut.lastIndexOf(' ')
  return `${cut.slice(0, end > 0 ? end : size).replace(/[;,.:]$/, '')} …`
}

/** When a duty is due and how it stands on the day of asking; where more time was granted, until then, beside what the paper says. */
export function describeDeadline(duty: Duty, world: Pick<World, 'clock' | 'holidays'>, life: DutyLife = UNHEARD): Phrase {
  const { grantedUntil: granted } = life
  const written = granted === null ? (duty.deadline.asWritten ?? '') : [describeGranted(granted, duty)]
  // Nobody waits for what was stopped.
  if (life.stage === 'stopped' && written !== '') return { say: 'deadline-unknown', with: { written } }
  const facts = isDone(life) && life.report ? { isDone: true, doneOn: dayInVietnam(life.report.at) } : {}
  return wordState(deadlineState(deadlineOf(duty, life), world.clock.today(), world.holidays, facts), written)
}

/** The deadline that holds: the granted one, else the paper's, which stays. */
export function deadlineOf({ deadline }: Pick<Duty, 'deadline'>, { grantedUntil }: Pick<DutyLife, 'grantedUntil'>): Deadline {
  return grantedUntil === null ? deadline : { kind: 'date', value: grantedUntil, op: 'by', asWritten: null, rrule: null }
}

function wordState(state: DeadlineState, written: string | readonly Phrase[]): Phrase {
  switch (state.kind) {
    case 'overdue':
      return { say: 'deadline-overdue', with: { written, days: state.days } }
    case 'in-time':
      if (typeof written !== 'string') return { say: 'deadline-granted-in-time', with: { written } }
      return { say: 'deadline-in-time', with: { written, day: formatDay(state.lastDay) } }
    case 'near':
      return { say: 'deadline-near', with: { written, days: state.workingDaysLeft } }
    case 'today':
      return { say: 'deadline-today', with: { written } }
    case 'recurring':
      return { say: 'deadline-recurring', with: { written, next: state.nextOn ? formatDay(state.nextOn) : '' } }
    case 'done':
      return { say: 'deadline-done', with: { written, days: state.daysLate || '' } }
    default:
      return { say: `deadline-${state.kind}`, with: { written } }
  }
}

function describeGranted(granted: Day, { deadline }: Duty): Phrase {
  return { say: 'deadline-granted', with: { day: formatDay(granted), original: deadline.asWritten ?? '' } }
}

/** How far a duty is, in words. */
export function describeProgress(state: ProgressState | undefined): Phrase {
  if (!state) return { say: 'progress-none' }
  const day = state.at === '' ? '' : formatDay(dayInVietnam(state.at))
  const progress: Phrase = { say: `progress-${state.status}`, with: { percent: state.percent ?? '', note: state.note ?? '', day } }
  return state.onBehalf ? { say: 'progress-on-behalf', with: { progress: [progress], who: state.onBehalf } } : progress
}

/** Where in the paper a duty stands. */
export function describePath({ path }: Duty): Phrase {
  return path === 'closing' ? { say: 'path-closing' } : { say: 'path', with: { path } }
}
