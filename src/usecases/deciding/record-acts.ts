import { addMinutes, timeInVietnam, type Moment } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { Pending, PendingAct } from '../../domain/conversation.ts'
import { canAct, type DutyAct } from '../../domain/duty-life.ts'
import type { Phrase } from '../../domain/reply.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import type { Lives } from '../life/build-lives.ts'
import { describeLife } from '../life/describe-life.ts'
import { readLives } from '../life/read-lives.ts'
import { UNDO_WITHIN_MINUTES } from '../reporting/undo-within.ts'
import { describeAct } from './describe-act.ts'
import { findRight, readPeople } from './find-right.ts'
import { numberActs } from './number-acts.ts'
import type { Desk } from './point-to-rows.ts'
import { tellPeople, type Told } from './tell-people.ts'

/** "Ghi" on acts that were read back: recorded when nothing happened to their duties meanwhile, and told to whom they concern. */
export async function recordActs(
  { acts }: Extract<Pending, { kind: 'acts' }>,
  { asker }: Pick<Asked, 'asker'>,
  world: World,
): Promise<Decision> {
  const { library, clock, ids } = world
  const desk = {
    lives: await readLives(
      world,
      acts.map(({ dutyId }) => dutyId),
    ),
    people: await readPeople(world),
  }
  // Nothing was reported or decided since the read-back where each would take the place that it was planned for.
  const places = numberActs(acts, desk.lives)
  const moved = acts.filter(({ number, afterId }, index) => places[index]?.number !== number || places[index].afterId !== afterId)
  if (moved.length > 0) return tellMoved(moved, desk.lives, world)
  if (!acts.every((act) => isAllowed(act, desk, { asker }, world)))
    return { ...say('no-longer-allowed'), remembers: { pending: null } }
  const at = clock.now()
  const ref = ids.reference()
  const recorded = acts.map((act): DutyAct => ({
    ...act,
    id: ids.next('act'),
    ref,
    officerId: asker.officer.id,
    at,
    revokes: null,
  }))
  const changes = recorded.flatMap((act): Change[] => [
    { kind: 'record-act', act },
    { kind: 'audit', actor: asker.officer.id, action: act.kind, object: act.id, at },
  ])
  const told = await tellPeople(recorded, desk, asker.officer, world)
  const values = {
    ref,
    time: timeInVietnam(at),
    until: timeInVietnam(addMinutes(at, UNDO_WITHIN_MINUTES)),
    ...countTold(told, at),
    items: acts.map((act) => describeAct(act, library)),
  }
  const names = acts.flatMap(({ unitId, toUnitId }) =>
    [unitId, toUnitId ?? ''].flatMap((id) => library.unitById.get(id)?.name ?? []),
  )
  return {
    reply: reply([{ say: 'acts-recorded', with: values }], { dutyIds: acts.map(({ dutyId }) => dutyId), facts: names }),
    changes: [...changes, ...told.changes],
    remembers: { pending: null },
  }
}

/** How many were told, or will be and when. */
function countTold({ people, at }: Told, now: Moment): Phrase['with'] {
  return at === now ? { told: people || '', later: '' } : { told: '', later: people || '', hour: timeInVietnam(at) }
}

function isAllowed(act: PendingAct, { lives, people }: Desk, { asker }: Pick<Asked, 'asker'>, { library }: World): boolean {
  const duty = library.dutyById.get(act.dutyId)
  if (!duty) return false
  const life = lives.of(duty, act.unitId, act.period ?? undefined)
  const right = findRight(asker.officer, act.kind, { unitId: act.unitId, life }, act.toUnitId, people, library)
  return canAct(life, act.kind) && right === 'may'
}

function tellMoved(moved: readonly PendingAct[], lives: Lives, { library }: World): Decision {
  const items = moved.flatMap(({ dutyId, unitId, period }) => {
    const duty = library.dutyById.get(dutyId)
    if (!duty) return []
    const values = { text: duty.text, unit: library.unitById.get(unitId)?.name ?? '' }
    return [{ say: 'moved-line', with: { ...values, state: [describeLife(lives.of(duty, unitId, period ?? undefined), library)] } }]
  })
  const dutyIds = moved.map(({ dutyId }) => dutyId)
  return { ...say('moved-meanwhile', { items }, { dutyIds }), remembers: { pending: null } }
}
