import { deadlineState } from '../../dates/deadline-state.ts'
import { dayInVietnam } from '../../domain/calendar.ts'
import { mayReadPlans, maySeeProgress } from '../../domain/permission.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import { currentProgress, type ProgressState, type ProgressUpdate } from '../../domain/progress.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Asked, World } from '../asked.ts'

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

/** When a duty is due and how it stands on the day of asking. */
export function describeDeadline(duty: Duty, world: World, done: ProgressState | undefined = undefined): Phrase {
  const { deadline } = duty
  const written = deadline.asWritten ?? ''
  const state = deadlineState(
    deadline,
    world.clock.today(),
    world.holidays,
    done ? { isDone: true, doneOn: dayInVietnam(done.at) } : {},
  )
  switch (state.kind) {
    case 'overdue':
      return { say: 'deadline-overdue', with: { written, days: state.days } }
    case 'in-time':
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

/** The logs of duties as the asker may see them: nothing of units that are not theirs. */
export async function readProgress(
  dutyIds: readonly string[],
  unitId: string | undefined,
  { asker, isGroup }: Asked,
  { progress, library }: World,
): Promise<(duty: Duty) => ProgressState | undefined> {
  if (!unitId || isGroup || !mayReadPlans(asker.officer) || !maySeeProgress(asker.officer, unitId, library.unitById))
    return () => undefined
  const lines = (await progress.ofDuties(dutyIds)).filter((line) => line.unitId === unitId)
  const byDuty: Map<string, ProgressUpdate[]> = Map.groupBy(lines, ({ dutyId }) => dutyId)
  return (duty) => currentProgress(byDuty.get(duty.id) ?? [])
}

/** How far a duty is, in words. */
export function describeProgress(state: ProgressState | undefined): Phrase {
  if (!state) return { say: 'progress-none' }
  const day = state.at === '' ? '' : formatDay(dayInVietnam(state.at))
  return { say: `progress-${state.status}`, with: { percent: state.percent ?? '', note: state.note ?? '', day } }
}

/** One numbered line of a list. */
export function listDuty(
  duty: Duty,
  number: number,
  unitIds: readonly string[],
  world: World,
  state: ProgressState | undefined,
  size = SHORT,
): Phrase {
  const coordinates = duty.units.some(({ unitId, role }) => role === 'coordinate' && unitIds.includes(unitId))
  return {
    say: coordinates ? 'duty-line-coordinate' : 'duty-line',
    with: {
      number,
      text: shorten(duty.text, size),
      path: [describePath(duty)],
      deadline: [describeDeadline(duty, world, state?.status === 'done' ? state : undefined)],
      progress: state ? [describeProgress(state)] : '',
    },
  }
}

/** Where in the paper a duty stands. */
export function describePath({ path }: Duty): Phrase {
  return path === 'closing' ? { say: 'path-closing' } : { say: 'path', with: { path } }
}
