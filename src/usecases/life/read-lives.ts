import type { LogLine } from '../../domain/duty-life.ts'
import type { World } from '../asked.ts'
import { buildLives, type Lives } from './build-lives.ts'

type Logs = Pick<World, 'progress' | 'acts'>

/** Both logs, of some duties or of all. */
export async function readLog({ progress, acts }: Logs, dutyIds?: readonly string[]): Promise<LogLine[]> {
  const both = dutyIds
    ? await Promise.all([progress.ofDuties(dutyIds), acts.ofDuties(dutyIds)])
    : await Promise.all([progress.all(), acts.all()])
  return both.flat()
}

/** How duties stand today, some or all. */
export async function readLives(world: Logs & Pick<World, 'clock'>, dutyIds?: readonly string[]): Promise<Lives> {
  return buildLives(await readLog(world, dutyIds), world.clock.today())
}
