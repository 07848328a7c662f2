import type { Change } from '../../domain/change.ts'
import { addMinutes } from '../../domain/calendar.ts'
import type { DutyAct } from '../../domain/duty-life.ts'
import { shorten } from '../answers/describe-duty.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { buildLives } from '../life/build-lives.ts'
import { describeLife } from '../life/describe-life.ts'
import { readLog } from '../life/read-lives.ts'
import { UNDO_WITHIN_MINUTES } from '../reporting/undo-within.ts'
import { readPeople } from './find-right.ts'
import { numberActs } from './number-acts.ts'
import { tellPeople } from './tell-people.ts'

/** "Hủy" after a decision: within the hour, and as long as nothing was reported or decided after it; undefined where the asker made none since a moment. */
export async function undoActs({ asker }: Asked, world: World, since: string): Promise<Decision | undefined> {
  const { acts, clock, ids, library } = world
  const last = await acts.latestBy(asker.officer.id)
  const at = clock.now()
  if (!last || last.at <= since || at > addMinutes(last.at, UNDO_WITHIN_MINUTES)) return undefined
  const made = (await acts.all()).filter((act) => act.officerId === last.officerId && act.ref === last.ref && act.revokes === null)
  const dutyIds = made.map(({ dutyId }) => dutyId)
  const log = await readLog(world, dutyIds)
  const before = buildLives(log, clock.today())
  const isLast = made.every(({ dutyId, unitId, number, afterId }) => {
    const next = before.placeOf(dutyId, unitId)
    const together = made.filter((act) => act.dutyId === dutyId && act.unitId === unitId).length
    return number >= next.number - together && next.afterId === afterId
  })
  if (!isLast) return say('act-too-late-to-undo', { ref: last.ref })
  const ref = ids.reference()
  const revocations = numberActs(made, before).map((act): DutyAct => ({ ...act, id: ids.next('act'), ref, at, revokes: act.id }))
  const after = buildLives([...log, ...revocations], clock.today())
  const desk = { lives: after, people: await readPeople(world) }
  const told = await tellPeople(revocations, desk, asker.officer, world)
  const items = revocations.flatMap(({ dutyId, unitId, period }) => {
    const duty = library.dutyById.get(dutyId)
    if (!duty) return []
    const state = [describeLife(after.of(duty, unitId, period ?? undefined), library)]
    return [{ say: 'undone-line', with: { text: shorten(duty.text, 70), progress: state } }]
  })
  const changes = revocations.flatMap((act): Change[] => [
    { kind: 'record-act', act },
    { kind: 'audit', actor: asker.officer.id, action: `revoke-${act.kind}`, object: act.revokes ?? '', at },
  ])
  return { ...say('act-undone', { ref: last.ref, items }, { dutyIds }), changes: [...changes, ...told.changes] }
}
