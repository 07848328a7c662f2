import type { World } from '../asked.ts'
import { buildLives, type Lives } from './build-lives.ts'

/** How some duties stand today; all of them where none are named. */
export async function readLives(
  { progress, acts, clock }: Pick<World, 'progress' | 'acts' | 'clock'>,
  dutyIds?: readonly string[],
): Promise<Lives> {
  const [reports, done] = dutyIds
    ? await Promise.all([progress.ofDuties(dutyIds), acts.ofDuties(dutyIds)])
    : await Promise.all([progress.all(), acts.all()])
  return buildLives(reports, done, clock.today())
}
