import { findRound } from '../../dates/find-round.ts'
import { dayInVietnam, type Day, type Moment } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import { foldLife, UNHEARD, type DutyAct, type DutyLife, type LogLine } from '../../domain/duty-life.ts'
import type { Library } from '../library.ts'
import { currentProgress, type ProgressUpdate } from '../../domain/progress.ts'

/** How duties of units stand on a day, by both logs. */
export type Lives = {
  /** Of the unit that the paper charges; of what comes back in the round of the day, or in the one that is named. */
  readonly of: (duty: Pick<Duty, 'id' | 'deadline'>, unitId: string, round?: string) => DutyLife
  /** When something was last reported that stands, in whatever round. */
  readonly lastReportAt: (dutyId: string, unitId: string) => Moment | undefined
  /** Everything that was reported or acted on; what comes back once for each of its rounds, and for that of the day. */
  readonly heard: (library: Pick<Library, 'dutyById'>) => readonly HeardRow[]
  /** Where the next act on a duty stands: how many there were, and after which report. */
  readonly placeOf: (dutyId: string, unitId: string) => Pick<DutyAct, 'number' | 'afterId'>
  /** What was ever to go over to a unit, by duty and the unit that the paper charges; whether it holds it, its life tells. */
  readonly givenTo: (unitId: string) => readonly { readonly dutyId: string; readonly unitId: string }[]
}

/** A duty of a unit with its life in one round. */
export type HeardRow = { readonly duty: Duty; readonly unitId: string; readonly round: string | null; readonly life: DutyLife }

/** Both logs, each in its own order, as they were on a day, ready to be asked. */
export function buildLives(log: readonly LogLine[], today: Day): Lives {
  const reportsOf = Map.groupBy(log.filter(isReport), keyOf)
  const actsOf = Map.groupBy(log.filter(isAct), keyOf)
  const given = Map.groupBy(
    [...actsOf.values()].flatMap((ofRow) => ofRow.filter(({ toUnitId }) => toUnitId !== null)),
    ({ toUnitId }) => toUnitId,
  )
  const of: Lives['of'] = ({ id, deadline }, unitId, named) => {
    const key = keyOf({ dutyId: id, unitId })
    const [own, done] = [reportsOf.get(key) ?? [], actsOf.get(key) ?? []]
    if (own.length === 0 && done.length === 0) return UNHEARD
    const round = named ?? findRound(deadline, today)?.name
    if (round === undefined) return foldLife(own, done)
    return foldLife(own, done, (line) => roundOf(deadline, line) === round)
  }
  return {
    of,
    heard: ({ dutyById }) =>
      [...new Set([...reportsOf.keys(), ...actsOf.keys()])].flatMap((key) => {
        const lines = [...(reportsOf.get(key) ?? []), ...(actsOf.get(key) ?? [])]
        const { dutyId = '', unitId = '' } = lines[0] ?? {}
        const duty = dutyById.get(dutyId)
        if (!duty) return []
        const rounds = new Set([findRound(duty.deadline, today)?.name, ...lines.map((line) => roundOf(duty.deadline, line))])
        return [...rounds].map((round) => ({ duty, unitId, round: round ?? null, life: of(duty, unitId, round) }))
      }),
    placeOf: (dutyId, unitId) => {
      const key = keyOf({ dutyId, unitId })
      return { number: (actsOf.get(key)?.length ?? 0) + 1, afterId: reportsOf.get(key)?.at(-1)?.id ?? null }
    },
    lastReportAt: (dutyId, unitId) => currentProgress(reportsOf.get(keyOf({ dutyId, unitId })) ?? [])?.at,
    givenTo: (unitId) => [...new Map((given.get(unitId) ?? []).map((act) => [keyOf(act), act])).values()],
  }
}

/** The round that a line belongs to: the one it names, else that of its day. */
function roundOf(deadline: Duty['deadline'], { period, at }: LogLine): string | undefined {
  const round = findRound(deadline, dayInVietnam(at))?.name
  return round === undefined ? undefined : (period ?? round)
}

/** Which of the two logs a line belongs to. */
export function isAct(line: LogLine): line is DutyAct {
  return 'kind' in line
}

/** Which of the two logs a line belongs to. */
export function isReport(line: LogLine): line is ProgressUpdate {
  return !isAct(line)
}

function keyOf({ dutyId, unitId }: { readonly dutyId: string; readonly unitId: string }): string {
  return `${dutyId} ${unitId}`
}
