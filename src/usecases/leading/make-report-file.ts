import { dayInVietnam, type Day, type Moment } from '../../domain/calendar.ts'
import type { Concern } from '../../domain/concern.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import { listStanding } from '../../domain/evidence.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Charts } from '../../ports/charts.ts'
import type { OfficeFiles } from '../../ports/office-files.ts'
import type { ReportKind } from '../../ports/report-links.ts'
import type { World } from '../asked.ts'
import type { Library } from '../library.ts'
import { buildLives } from '../life/build-lives.ts'
import { isOpen, lastDayOf, listRows } from '../life/list-rows.ts'
import { readLog } from '../life/read-lives.ts'
import { buildChart } from './build-chart.ts'
import type { DutyOutcome } from './build-outcome.ts'
import { buildReport } from './build-report.ts'
import { countCarried } from './count-carried.ts'
import { countDuties } from './count-duties.ts'
import type { ReportWords } from './report-words.ts'
import { listSeenUnits } from './list-meant.ts'

/** What makes report files; where it is missing, reports are text. */
export type Press = { readonly charts: Charts; readonly officeFiles: OfficeFiles; readonly words: ReportWords }

/**
 * The report of the units that somebody may see, as it stood at a moment: the log only grows, so a link opened
 * later gives the very file that was offered. What is carried over is counted from the beginning of the month.
 */
export async function makeReportFile(
  kind: ReportKind,
  { officer, at }: { readonly officer: Officer; readonly at: Moment },
  world: Pick<World, 'library' | 'progress' | 'acts' | 'concerns' | 'evidence'>,
  { charts, officeFiles, words }: Press,
): Promise<Uint8Array> {
  const { library } = world
  const units = listSeenUnits(officer, library)
  const log = (await readLog(world)).filter((line) => line.at <= at)
  const asOf = dayInVietnam(at)
  const digest = countDuties(units, log, library, asOf)
  const carried = countCarried(units, log, library, `${asOf.slice(0, 7)}-01`)
  if (kind === 'png') return charts.drawBars(buildChart(digest, words, carried))
  const issuer = library.unitById.get(officer.unitId)
  const superior = library.unitById.get(issuer?.parentId ?? '')
  const of = { digest, carried, issuer, superior, evidence: await countEvidence(at, world) }
  if (kind === 'xlsx') return officeFiles.writeWorkbook(buildReport(of, words))
  const outcome = {
    perPlan: library.plans
      .map((plan) => ({ plan, digest: countDuties(units, log, { ...library, plans: [plan] }, asOf) }))
      .filter((each) => each.digest.rows.length > 0),
    perDuty: countPerDuty(units, log, library, asOf),
    concerns: await listConcerns(units, log, at, world),
  }
  return officeFiles.writeDocument(buildReport({ ...of, outcome }, words))
}

/** How many pieces stood for each unit by then. */
async function countEvidence(until: Moment, { evidence }: Pick<World, 'evidence'>): Promise<ReadonlyMap<string, number>> {
  const standing = listStanding((await evidence.all()).filter(({ at }) => at <= until))
  return new Map([...Map.groupBy(standing, ({ unitId }) => unitId)].map(([unitId, lines]) => [unitId, lines.length]))
}

/** What became of each duty over all units, in the order of the papers. */
function countPerDuty(units: readonly Unit[], log: readonly LogLine[], library: Library, today: Day): DutyOutcome[] {
  const lives = buildLives(log, today)
  const rows = units.flatMap((unit) => listRows(unit, library, lives)).filter(({ life }) => life.stage !== 'stopped')
  const byDuty = Map.groupBy(rows, ({ duty }) => duty)
  const inOrder = library.plans.flatMap(({ id }) => library.dutiesOfPlan.get(id) ?? [])
  return inOrder.flatMap((duty) => {
    const own = byDuty.get(duty) ?? []
    const open = own.filter(({ life }) => isOpen(life))
    const overdue = open.filter(({ life }) => (lastDayOf(duty, life) ?? today) < today).length
    return own.length > 0 ? [{ duty, total: own.length, done: own.length - open.length, overdue }] : []
  })
}

/** What the units found hard or proposed by then, in reports that stand. */
async function listConcerns(
  units: readonly Unit[],
  log: readonly LogLine[],
  until: Moment,
  { concerns, library }: Pick<World, 'concerns' | 'library'>,
): Promise<{ readonly unit: Unit; readonly concern: Concern }[]> {
  const seen = new Set(units.map(({ id }) => id))
  const revoked = new Set(log.map(({ revokes }) => revokes))
  return (await concerns.all())
    .filter(({ unitId, reportId, at }) => at <= until && seen.has(unitId) && !revoked.has(reportId))
    .flatMap((concern) => {
      const unit = library.unitById.get(concern.unitId)
      return unit ? [{ unit, concern }] : []
    })
}
