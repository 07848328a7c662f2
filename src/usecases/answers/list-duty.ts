import type { Duty } from '../../domain/duty.ts'
import type { DutyLife } from '../../domain/duty-life.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { World } from '../asked.ts'
import { describeLife } from '../life/describe-life.ts'
import { describeDeadline, describePath, shorten } from './describe-duty.ts'

/** One numbered line of a list. */
export function listDuty(
  duty: Duty,
  number: number,
  unitIds: readonly string[],
  world: World,
  life: DutyLife | undefined,
  size = 150,
): Phrase {
  const coordinates = duty.units.some(({ unitId, role }) => role === 'coordinate' && unitIds.includes(unitId))
  return {
    say: coordinates ? 'duty-line-coordinate' : 'duty-line',
    with: {
      number,
      text: shorten(duty.text, size),
      path: [describePath(duty)],
      deadline: [describeDeadline(duty, world, life)],
      progress: life ? [describeLife(life, world.library)] : '',
    },
  }
}
