import type { Phrase } from '../../domain/reply.ts'
import { describePath, namePlan } from './describe-duty.ts'
import type { Place } from './find-places.ts'

/** Where the loaded plans speak of something: the paper, the section and whom it charges there. */
export function pointToPlaces(places: readonly Place[]): Phrase[] {
  if (places.length === 0) return []
  const items = places.map(({ plan, duty, passage }) => {
    const units = duty?.units.filter(({ role }) => role === 'lead' || role === 'assigned').map(({ name }) => name) ?? []
    const path: Phrase[] = duty ? [describePath(duty)] : passage?.path ? [{ say: 'path', with: { path: passage.path } }] : []
    return { say: 'topic-place', with: { plan: [namePlan(plan)], path, unit: units.join(', ') } }
  })
  return [{ say: 'topic-elsewhere', with: { items } }]
}
