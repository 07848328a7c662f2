import type { Duty } from '../../domain/duty.ts'
import { listStanding } from '../../domain/evidence.ts'
import { mayReadPlans, maySeeProgress } from '../../domain/permission.ts'
import type { Asked, World } from '../asked.ts'
import type { ShownLife } from './describe-life.ts'
import { listTaken, isHeard, type Row } from './list-rows.ts'
import { readLives } from './read-lives.ts'

/** The lives of a unit's duties as the asker may see them, where anything was heard of them: nothing of units that are not theirs. */
export async function readShownLives(
  dutyIds: readonly string[],
  unitId: string | undefined,
  asked: Pick<Asked, 'asker' | 'isGroup'>,
  world: World,
): Promise<(duty: Duty) => ShownLife | undefined> {
  if (!unitId || !maySeeLives(unitId, asked, world)) return () => undefined
  const lives = await readLives(world, dutyIds)
  const shown = listStanding(await world.evidence.ofDuties(dutyIds)).filter((line) => line.unitId === unitId)
  const byDuty = Map.groupBy(shown, ({ dutyId }) => dutyId)
  return (duty) => {
    const life = lives.of(duty, unitId)
    const evidence = byDuty.get(duty.id)
    return evidence ? { ...life, evidence } : isHeard(life) ? life : undefined
  }
}

/** What a unit took over from others, to those who may see its progress. */
export async function readTaken(
  unitId: string | undefined,
  asked: Pick<Asked, 'asker' | 'isGroup'>,
  world: World,
): Promise<readonly Row[]> {
  if (!unitId || !maySeeLives(unitId, asked, world)) return []
  const given = await world.acts.givenTo(unitId)
  if (given.length === 0) return []
  const lives = await readLives(
    world,
    given.map(({ dutyId }) => dutyId),
  )
  return listTaken(unitId, world.library, lives)
}

function maySeeLives(unitId: string, { asker, isGroup }: Pick<Asked, 'asker' | 'isGroup'>, { library }: World): boolean {
  return !isGroup && mayReadPlans(asker.officer) && maySeeProgress(asker.officer, unitId, library.unitById)
}
