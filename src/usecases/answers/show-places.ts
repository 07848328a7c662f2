import type { Phrase } from '../../domain/reply.ts'
import { reply, type Decision, type World } from '../asked.ts'
import { describeDeadline, describePath, namePlan } from './describe-duty.ts'
import { excerpt } from './excerpt.ts'
import type { Place } from './find-places.ts'

const LONGEST = 500

/** What a place says: the passage, or the duty where it was found by that. */
export function textOf({ passage, duty }: Place): string {
  return passage?.text ?? duty?.text ?? ''
}

type Shown = {
  readonly topic: string
  /** What is said before them where they do not hold what was asked for. */
  readonly without?: string
}

/** Places as an answer, each cut so that the topic is in it; or as what comes nearest to one. */
export function showPlaces(places: readonly Place[], { topic, without }: Shown, world: World): Decision {
  const ids = [...new Set(places.flatMap(({ duty }) => duty?.id ?? []))]
  const shown = places.map((place) => describePlace(place, topic, ids.indexOf(place.duty?.id ?? '') + 1, world))
  return {
    reply: reply(without ? [{ say: without }, ...shown] : shown, { dutyIds: ids, isAnswered: without === undefined }),
    // Passages have no numbers: where nothing else is shown, those on the screen before still count.
    remembers: { ...(ids.length > 0 && { shownDutyIds: ids }), shownPlanIds: [...new Set(places.map(({ plan }) => plan.id))] },
  }
}

function describePlace(place: Place, topic: string, number: number, world: World): Phrase {
  const { plan, duty, passage } = place
  const text = excerpt(textOf(place), topic, LONGEST)
  if (!duty)
    return {
      say: 'found-passage',
      with: { plan: [namePlan(plan)], path: passage?.path ?? '', text, line: passage?.lines[0] ?? '' },
    }
  const charged = duty.units.filter(({ role }) => role !== 'report_to').map(({ name }) => name)
  return {
    say: 'found-duty',
    with: {
      number,
      plan: [namePlan(plan)],
      path: [describePath(duty)],
      unit: charged.join(', '),
      text,
      deadline: [describeDeadline(duty, world)],
    },
  }
}
