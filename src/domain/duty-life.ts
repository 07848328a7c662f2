import type { Day, Moment } from './calendar.ts'
import type { ProgressUpdate } from './progress.ts'

/** What the work itself has come to: chưa thực hiện · đang thực hiện · đã báo cáo, chờ xác nhận · hoàn thành · trả lại. */
export type WorkStage = 'not_started' | 'in_progress' | 'reported' | 'confirmed' | 'returned'

/** Where a duty of a unit stands; beside the work: xin gia hạn (chờ duyệt) · đề nghị chuyển · dừng. */
export type DutyStage = WorkStage | 'extension_asked' | 'transfer_proposed' | 'stopped'

/** What is done to a duty apart from reporting on it. */
export type DutyActKind =
  | 'confirm'
  | 'return'
  | 'grant_extension'
  | 'refuse_extension'
  | 'propose_transfer'
  | 'accept_transfer'
  | 'refuse_transfer'
  | 'assign'
  | 'stop'
  | 'resume'

/** Who may: the unit that does the work, who stands above it, or who stands above it and above the unit that is to do it. */
export type ActingParty = 'doer' | 'superior' | 'superior_of_both'

/** One row of the table of acts; "work" as a goal is whatever the work had come to. */
export type ActRule = { readonly from: readonly DutyStage[]; readonly by: ActingParty; readonly to: DutyStage | 'work' }

const OPEN: readonly DutyStage[] = ['not_started', 'in_progress', 'returned', 'extension_asked', 'transfer_proposed']

/** The life of a duty. A report, beside these, is heard from every stage but "stopped" and leads where its own words say. */
export const DUTY_ACTS: Readonly<Record<DutyActKind, ActRule>> = {
  confirm: { from: ['reported'], by: 'superior', to: 'confirmed' },
  return: { from: ['reported', 'confirmed'], by: 'superior', to: 'returned' },
  grant_extension: { from: OPEN, by: 'superior', to: 'work' },
  refuse_extension: { from: ['extension_asked'], by: 'superior', to: 'work' },
  propose_transfer: { from: OPEN, by: 'doer', to: 'transfer_proposed' },
  accept_transfer: { from: ['transfer_proposed'], by: 'superior_of_both', to: 'work' },
  refuse_transfer: { from: ['transfer_proposed'], by: 'superior', to: 'work' },
  assign: { from: OPEN, by: 'superior_of_both', to: 'work' },
  stop: { from: [...OPEN, 'reported'], by: 'superior', to: 'stopped' },
  resume: { from: ['stopped'], by: 'superior', to: 'work' },
}

/** One line of the append-only log of acts on a duty of a unit. */
export type DutyAct = {
  readonly id: string
  /** Short reference that people type back, "A7K2". */
  readonly ref: string
  readonly kind: DutyActKind
  readonly dutyId: string
  /** The unit that the paper charges, whoever does the work meanwhile. */
  readonly unitId: string
  /** For what comes back: the round that is meant, "2026-Q3". */
  readonly period: string | null
  /** 1-based order among the acts on this duty of this unit. */
  readonly number: number
  /** The last line of the log of reports when this was recorded: acts and reports have one order. */
  readonly afterId: string | null
  readonly officerId: string
  readonly reason: string | null
  /** For an extension: the new last day; the original one stays in the paper. */
  readonly until: Day | null
  /** For a transfer: the unit that is to do the work. */
  readonly toUnitId: string | null
  readonly at: Moment
  /** The id of the act that this one takes back ("hủy"). */
  readonly revokes: string | null
}

/** A line of the log of reports or of that of acts. */
export type LogLine = ProgressUpdate | DutyAct

/** Everything that the two logs of a duty of a unit add up to. */
export type DutyLife = {
  readonly stage: DutyStage
  readonly work: WorkStage
  /** The last report that stands. */
  readonly report: ProgressUpdate | undefined
  /** The act that led to the present stage; undefined where a report did. */
  readonly act: DutyAct | undefined
  readonly grantedUntil: Day | null
  /** The unit that does the work, where it is not the one that the paper charges. */
  readonly heldBy: string | null
  readonly proposedTo: string | null
}

/** A duty of which nothing was heard. */
export const UNHEARD: DutyLife = {
  stage: 'not_started',
  work: 'not_started',
  report: undefined,
  act: undefined,
  grantedUntil: null,
  heldBy: null,
  proposedTo: null,
}

/** Whether an act fits the stage that a duty is in. */
export function canAct({ stage }: Pick<DutyLife, 'stage'>, kind: DutyActKind): boolean {
  return DUTY_ACTS[kind].from.includes(stage)
}

/** Whether the work counts as done: a report does until it is returned. */
export function isDone({ work, stage }: Pick<DutyLife, 'work' | 'stage'>): boolean {
  return stage !== 'stopped' && (work === 'reported' || work === 'confirmed')
}

/** Who made what an act decides on, and so may not decide on it; undefined where it decides on nobody's words. */
export function makerOf({ report, act }: DutyLife, kind: DutyActKind): string | undefined {
  if (kind === 'accept_transfer' || kind === 'refuse_transfer') return act?.officerId
  return ON_REPORTS.has(kind) ? report?.officerId : undefined
}

const ON_REPORTS: ReadonlySet<DutyActKind> = new Set<DutyActKind>(['confirm', 'return', 'grant_extension', 'refuse_extension'])

// What concerns the duty itself holds in every round of one that comes back.
const OF_ALL_ROUNDS: ReadonlySet<DutyActKind> = new Set<DutyActKind>([
  'propose_transfer',
  'accept_transfer',
  'refuse_transfer',
  'assign',
  'stop',
  'resume',
])

/** A line of either log; who folds says of which round a report is. */
type Recorded = { readonly report: ProgressUpdate } | { readonly act: DutyAct }

/**
 * The life of one duty of one unit: reports and acts in the order of recording. Lines that were taken back count for nothing, and so does
 * what does not fit the stage it meets, so that every log adds up to something.
 */
export function foldLife(
  reports: readonly ProgressUpdate[],
  acts: readonly DutyAct[],
  isOfRound: (line: LogLine) => boolean = () => true,
): DutyLife {
  const revoked = new Set([...reports, ...acts].flatMap(({ revokes }) => revokes ?? []))
  let life = UNHEARD
  for (const line of interleave(reports, acts)) {
    const said = 'report' in line ? line.report : line.act
    if (said.revokes !== null || revoked.has(said.id)) continue
    if ('report' in line) life = isOfRound(said) ? hearReport(life, line.report) : life
    else if (OF_ALL_ROUNDS.has(line.act.kind) || isOfRound(said)) life = hearAct(life, line.act)
  }
  return life
}

/** Both logs in one, by the report that each act came after. */
function interleave(reports: readonly ProgressUpdate[], acts: readonly DutyAct[]): Recorded[] {
  if (acts.length === 0) return reports.map((report) => ({ report }))
  const known = new Set(reports.map(({ id }) => id))
  const byReport = Map.groupBy(acts, ({ afterId }) => (afterId !== null && known.has(afterId) ? afterId : null))
  const after = (id: string | null): Recorded[] => (byReport.get(id) ?? []).map((act) => ({ act }))
  return [...after(null), ...reports.flatMap((report): Recorded[] => [{ report }, ...after(report.id)])]
}

function hearReport(life: DutyLife, report: ProgressUpdate): DutyLife {
  if (life.stage === 'stopped') return life
  const work = report.status === 'done' ? 'reported' : report.status === 'not_started' ? 'not_started' : 'in_progress'
  const asks = report.dueChange !== null && work !== 'reported'
  // Whoever proposed that another unit should do the work may go on with it meanwhile.
  if (life.stage === 'transfer_proposed' && !asks && work !== 'reported') return { ...life, work, report }
  return { ...life, stage: asks ? 'extension_asked' : work, work, report, act: undefined, proposedTo: null }
}

function hearAct(life: DutyLife, act: DutyAct): DutyLife {
  if (!canAct(life, act.kind)) return life
  const { to } = DUTY_ACTS[act.kind]
  const work = act.kind === 'confirm' ? 'confirmed' : act.kind === 'return' ? 'returned' : life.work
  const stage = to === 'work' ? work : to
  return { ...life, stage, work, act, ...movedBy(act) }
}

function movedBy({ kind, until, toUnitId, unitId }: DutyAct): Partial<DutyLife> {
  switch (kind) {
    case 'grant_extension':
      return { grantedUntil: until }
    case 'propose_transfer':
      return { proposedTo: toUnitId }
    case 'accept_transfer':
    case 'assign':
      return { heldBy: toUnitId === unitId ? null : toUnitId, proposedTo: null }
    case 'refuse_transfer':
      return { proposedTo: null }
    default:
      return {}
  }
}
