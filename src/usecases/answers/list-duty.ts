import type { Duty } from '../../domain/duty.ts'
import type { DutyLife } from '../../domain/duty-life.ts'
import type { Role } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { World } from '../asked.ts'
import { describeLife } from '../life/describe-life.ts'
import { describeDeadline, describePath, shorten } from './describe-duty.ts'

function namesOf({ units }: Duty, wanted: Role): string {
  return units
    .filter(({ role }) => role === wanted)
    .map(({ name }) => name)
    .join(', ')
}

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
      lead: coordinates ? namesOf(duty, 'lead') : '',
      text: shorten(duty.text, size),
      path: [describePath(duty)],
      deadline: [describeDeadline(duty, world, life)],
      progress: life ? [describeLife(life, world.library)] : '',
    },
  }
}
