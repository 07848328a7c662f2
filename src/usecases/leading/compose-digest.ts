import { addDays, dayInVietnam, type Day, type Moment } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'
import { buildLives } from '../life/build-lives.ts'
import { isOpen, lastDayOf, listRows } from '../life/list-rows.ts'
import { countDutiesAt } from './count-carried.ts'
import { nameRows, type Digest, type DigestRow } from './count-duties.ts'
import { isSilent } from './is-silent.ts'
import { describeDigest } from './summarize.ts'

const AHEAD_DAYS = 7
const MOST_UNITS = 3
/** So many lines of what waits, is near or changed fit one screen. */
export const MOST_LINES = 5

/** What the digest that comes by itself is made of. */
export type DigestOf = {
  readonly units: readonly Unit[]
  readonly log: readonly LogLine[]
  readonly digest: Digest
  /** The digest before this one: what was reported after it has changed. */
  readonly since: Moment
  /** What waits for the reader, in lines. */
  readonly waiting: readonly Phrase[]
  readonly waitingCount: number
}

/**
 * The digest that comes by itself, in the order in which it is needed: what waits for the reader, what is overdue (worst units first), what
 * falls due within seven days, what changed since the last one, who is silent; then the table, on further pages.
 */
export function composeDigest({ units, log, digest, since, waiting, waitingCount }: DigestOf, world: World): Phrase[] {
  const { asOf, rows } = digest
  const near = listNear(units, log, asOf, world)
  const changed = listChanged(log, since, new Set(units.map(({ id }) => id)))
  const silent = rows.filter((row) => isSilent(row, asOf))
  const before = countDutiesAt(units, log, world.library, addDays(dayInVietnam(since), -1))
  const counts = {
    waiting: waitingCount,
    overdue: rows.reduce((sum, { open }) => sum + open.overdue, 0),
    worst: describeWorst(rows),
    near: near.length,
    changed: changed.duties,
    silent: silent.length,
  }
  const [first, ...table] = describeDigest(digest, { before, since: dayInVietnam(since) })
  return [
    { say: 'scheduled-heading', with: { from: formatDay(asOf), until: formatDay(addDays(asOf, AHEAD_DAYS - 1)) } },
    { say: 'scheduled-counts', with: counts },
    ...waiting.slice(0, MOST_LINES),
    ...near.slice(0, MOST_LINES).map(({ unit, duty, lastDay }) => ({
      say: 'scheduled-near',
      with: { day: formatDay(lastDay), unit: unit.name, text: shorten(duty.text, 70) },
    })),
    ...(changed.units.length > 0
      ? [{ say: 'scheduled-changed', with: { since: formatDay(dayInVietnam(since)), units: nameUnits(changed.units, world) } }]
      : []),
    ...(silent.length > 0 ? [{ say: 'scheduled-silent', with: { units: nameSome(silent.map(({ unit }) => unit)) } }] : []),
    ...(first ? [{ ...first, startsPage: true }] : []),
    ...table,
  ]
}

function describeWorst(rows: readonly DigestRow[]): string {
  const names = nameRows(rows)
  return rows
    .map((row, index) => ({ name: names[index] ?? row.unit, overdue: row.open.overdue }))
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue)
    .slice(0, MOST_UNITS)
    .map(({ name, overdue }) => `${name} ${overdue}`)
    .join(', ')
}

type Near = { readonly unit: Unit; readonly duty: Duty; readonly lastDay: Day }

function listNear(units: readonly Unit[], log: readonly LogLine[], today: Day, { library }: World): Near[] {
  const until = addDays(today, AHEAD_DAYS - 1)
  const lives = buildLives(log, today)
  return units
    .flatMap((unit) =>
      listRows(unit, library, lives).flatMap(({ duty, life }): Near[] => {
        const lastDay = lastDayOf(duty, life)
        return lastDay !== undefined && isOpen(life) && today <= lastDay && lastDay <= until ? [{ unit, duty, lastDay }] : []
      }),
    )
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))
}

function listChanged(
  log: readonly LogLine[],
  since: Moment,
  seen: ReadonlySet<string>,
): { readonly duties: number; readonly units: readonly string[] } {
  const fresh = log.filter(({ at, unitId }) => at >= since && seen.has(unitId))
  const counts = Map.groupBy(fresh, ({ unitId }) => unitId)
  return {
    duties: new Set(fresh.map(({ dutyId, unitId }) => `${dutyId} ${unitId}`)).size,
    units: [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([unitId]) => unitId),
  }
}

function nameUnits(unitIds: readonly string[], { library }: World): string {
  return nameSome(unitIds.map((id) => library.unitById.get(id)?.name ?? ''))
}

function nameSome(names: readonly string[]): string {
  return `${names.slice(0, MOST_LINES).join(', ')}${names.length > MOST_LINES ? ', …' : ''}`
}
