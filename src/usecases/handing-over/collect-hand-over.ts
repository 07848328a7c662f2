import { dayInVietnam, type Day, type Moment } from '../../domain/calendar.ts'
import type { Concern } from '../../domain/concern.ts'
import type { DutyAct } from '../../domain/duty-life.ts'
import { listStanding, type Evidence } from '../../domain/evidence.ts'
import type { ProgressUpdate } from '../../domain/progress.ts'
import type { Unit } from '../../domain/unit.ts'
import type { World } from '../asked.ts'
import { buildLives, isAct, isReport } from '../life/build-lives.ts'
import { isOpen, lastDayOf, listRows, type Row } from '../life/list-rows.ts'
import { readLog } from '../life/read-lives.ts'

/** What was promised or asked for on a duty: an extension, a decision, a difficulty, a proposal. */
export type Promised =
  | { readonly kind: 'extension'; readonly line: ProgressUpdate }
  | { readonly kind: 'act'; readonly line: DutyAct }
  | { readonly kind: 'concern'; readonly line: Concern }

/** Bàn giao: everything that whoever takes over the work of a unit needs to know, as it stood at a moment. */
export type HandOver = {
  readonly unit: Unit
  readonly asOf: Day
  readonly open: readonly Row[]
  readonly counts: { readonly overdue: number; readonly inTime: number; readonly undated: number }
  /** Reports that stand, newest first; those of finished duties too. */
  readonly history: readonly ProgressUpdate[]
  /** Newest first. */
  readonly promises: readonly Promised[]
  /** Oldest first. */
  readonly evidence: readonly Evidence[]
}

type Logs = Pick<World, 'library' | 'progress' | 'acts' | 'concerns' | 'evidence'>

/** Collects the work of a unit from the logs, nothing newer than the moment: a link opened later gives the same pack. */
export async function collectHandOver(unit: Unit, at: Moment, world: Logs): Promise<HandOver> {
  const log = (await readLog(world)).filter((line) => line.at <= at)
  const asOf = dayInVietnam(at)
  const rows = listRows(unit, world.library, buildLives(log, asOf))
  const revoked = new Set(log.flatMap(({ revokes }) => revokes ?? []))
  const isOwn = listOwn(rows, unit)
  const standing = log.filter((line) => isOwn(line) && line.revokes === null && !revoked.has(line.id))
  const history = standing.filter(isReport).toSorted(newestFirst)
  const shown = listStanding((await world.evidence.all()).filter((line) => line.at <= at && isOwn(line)))
  const open = rows.filter(({ life }) => isOpen(life))
  return {
    unit,
    asOf,
    open,
    counts: countOpen(open, asOf),
    history,
    promises: [
      ...history.filter(({ dueChange }) => dueChange !== null).map((line): Promised => ({ kind: 'extension', line })),
      ...standing.filter(isAct).map((line): Promised => ({ kind: 'act', line })),
      ...(await listConcerns(at, isOwn, revoked, world)).map((line): Promised => ({ kind: 'concern', line })),
    ].toSorted((left, right) => newestFirst(left.line, right.line)),
    evidence: shown,
  }
}

/** What was said for the unit itself, or on a duty that it took over. */
function listOwn(rows: readonly Row[], unit: Unit): (line: { readonly dutyId: string; readonly unitId: string }) => boolean {
  const keys = new Set(rows.map(({ duty, unitId }) => `${duty.id} ${unitId}`))
  return ({ dutyId, unitId }) => unitId === unit.id || keys.has(`${dutyId} ${unitId}`)
}

async function listConcerns(
  at: Moment,
  isOwn: (line: Concern) => boolean,
  revoked: ReadonlySet<string>,
  { concerns }: Logs,
): Promise<Concern[]> {
  return (await concerns.all()).filter((line) => line.at <= at && isOwn(line) && !revoked.has(line.reportId))
}

function countOpen(open: readonly Row[], asOf: Day): HandOver['counts'] {
  const days = open.map(({ duty, life }) => lastDayOf(duty, life))
  const dated = days.filter((day) => day !== undefined)
  const overdue = dated.filter((day) => day < asOf).length
  return { overdue, inTime: dated.length - overdue, undated: days.length - dated.length }
}

function newestFirst(left: { readonly at: Moment }, right: { readonly at: Moment }): number {
  return left.at < right.at ? 1 : left.at > right.at ? -1 : 0
}
