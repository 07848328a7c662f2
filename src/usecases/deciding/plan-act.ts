import type { PendingAct } from '../../domain/conversation.ts'
import type { Day } from '../../domain/calendar.ts'
import { lastDayInTime } from '../../domain/deadline.ts'
import { canAct, type DutyActKind, type DutyLife } from '../../domain/duty-life.ts'
import type { Officer } from '../../domain/officer.ts'
import { maySeeProgress } from '../../domain/permission.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import type { Asked, World } from '../asked.ts'
import { describeLife } from '../life/describe-life.ts'
import type { HeardRow } from '../life/build-lives.ts'
import { findRight } from './find-right.ts'
import type { Desk } from './point-to-rows.ts'
import type { Verb } from './read-wishes.ts'

/** What is to be done to one duty. */
export type ActWish = {
  readonly verb: Verb | 'propose_transfer'
  readonly until: Day | null
  readonly reason: string | null
  readonly toUnit: Unit | undefined
}

// What a verb that may mean several things comes to, by what the duty waits for.
const BY_STAGE = {
  approve: { reported: 'confirm', extension_asked: 'grant_extension', transfer_proposed: 'accept_transfer', else: 'confirm' },
  reject: { reported: 'return', extension_asked: 'refuse_extension', transfer_proposed: 'refuse_transfer', else: 'return' },
  transfer: { reported: 'assign', extension_asked: 'assign', transfer_proposed: 'accept_transfer', else: 'assign' },
} as const satisfies Record<string, Record<string, DutyActKind>>

/** What a verb comes to as the duty stands: "đồng ý" confirms a report and grants what was asked. */
export function settleVerb(verb: ActWish['verb'], { stage }: Pick<DutyLife, 'stage'>): DutyActKind {
  const meant = verb === 'confirm' ? 'approve' : verb === 'return' ? 'reject' : verb
  if (meant !== 'approve' && meant !== 'reject' && meant !== 'transfer') return meant
  const meanings: Readonly<Record<string, DutyActKind>> = BY_STAGE[meant]
  return meanings[stage] ?? BY_STAGE[meant].else
}

/** The act as it would be recorded, or why it cannot be. */
export function planAct(wish: ActWish, row: HeardRow, desk: Desk, { asker }: Asked, world: World): PendingAct | Phrase {
  const { duty, unitId, round, life } = row
  const act = readAct(wish, life)
  const about = { text: shorten(duty.text, 70), unit: world.library.unitById.get(life.heldBy ?? unitId)?.name ?? '' }
  const refusal = refuseAct(act, row, desk, asker.officer, world)
  if (refusal === 'act-does-not-fit') return { say: refusal, with: { ...about, state: [describeLife(life, world.library)] } }
  if (refusal) return { say: refusal, with: about }
  const missing = nameMissing(act, row)
  if (missing) return { say: missing, with: about }
  const late = act.until === null ? undefined : findLater(act.until, row, world)
  if (late) return { say: 'act-not-later', with: { ...about, ...late } }
  return { ...act, dutyId: duty.id, unitId, period: round, ...desk.lives.placeOf(duty.id, unitId) }
}

/** Why somebody cannot do this; how the duty stands is a reason only for those who may see it. */
function refuseAct(act: Told, row: HeardRow, { people }: Desk, officer: Officer, { library }: World): string | undefined {
  const { unitId, life } = row
  const right = findRight(officer, act.kind, row, act.toUnitId, people, library)
  if (right === 'own') return 'act-own-report'
  const isSeen = right === 'may' || maySeeProgress(officer, life.heldBy ?? unitId, library.unitById)
  if (isSeen && !canAct(life, act.kind)) return 'act-does-not-fit'
  return right === 'may' ? undefined : isTransfer(act.kind) ? 'act-transfer-above' : 'act-not-theirs'
}

function isTransfer(kind: DutyActKind): boolean {
  return kind === 'assign' || kind === 'accept_transfer'
}

type Told = Pick<PendingAct, 'kind' | 'toUnitId' | 'until' | 'reason'>

function readAct(wish: ActWish, life: DutyLife): Told {
  const kind = settleVerb(wish.verb, life)
  const proposed = kind === 'accept_transfer' ? life.proposedTo : null
  const asked = life.report?.dueChange ?? null
  const until = kind === 'grant_extension' ? (wish.until ?? asked) : null
  return { kind, toUnitId: wish.toUnit?.id ?? proposed, until, reason: wish.reason }
}

/** What an act cannot do without: the reason of a return, the day of an extension, the unit of a transfer. */
function nameMissing({ kind, toUnitId, until, reason }: Told, { unitId, life }: HeardRow): string | undefined {
  switch (kind) {
    case 'return':
      return reason === null ? 'act-why-return' : undefined
    case 'stop':
      return reason === null ? 'act-why-stop' : undefined
    case 'accept_transfer':
    case 'assign':
      return toUnitId === null ? 'act-to-whom' : toUnitId === (life.heldBy ?? unitId) ? 'act-same-unit' : undefined
    case 'grant_extension':
      return until === null ? 'act-until-when' : undefined
    default:
      return undefined
  }
}

/** More time is later than today and than the time that there is. */
function findLater(until: Day, { duty, life }: HeardRow, { clock }: World): { until: string; earliest: string } | undefined {
  const known = [clock.today(), life.grantedUntil ?? lastDayInTime(duty.deadline) ?? '']
  const earliest = known.toSorted().at(-1) ?? ''
  return until < earliest ? { until: formatDay(until), earliest: formatDay(earliest) } : undefined
}
