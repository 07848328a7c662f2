import type { Day } from '../../domain/calendar.ts'
import { defaultPreference, type Leave, type ReminderPreference } from '../../domain/reminder.ts'
import type { World } from '../asked.ts'
import type { Reachable } from './queue-once.ts'

/** Somebody who may be reminded today, with what they wished; standsFor are those whom they stand in for. */
export type Reminded = Reachable & {
  readonly preference: ReminderPreference
  readonly standsFor: readonly { readonly name: string; readonly until: Day }[]
  readonly isAway: boolean
}

/** Active people with an open account, the accounts oldest first. */
export async function listReachable({ officers }: Pick<World, 'officers'>): Promise<Reachable[]> {
  const all = await officers.all()
  return all.flatMap(({ officer, accounts }) => {
    const account = accounts.find(({ closedAt }) => closedAt === null)
    return officer.isActive && account ? [{ officer, account }] : []
  })
}

/** Everybody who can be reached, with their wishes as they stand today: a stand-in is reminded whatever they wished. */
export async function listReminded(world: Pick<World, 'officers' | 'reminders' | 'clock'>): Promise<Reminded[]> {
  const today = world.clock.today()
  const people = await listReachable(world)
  const known = new Map((await world.reminders.preferences()).map((preference) => [preference.officerId, preference]))
  const nameOf = new Map(people.map(({ officer }) => [officer.id, officer.name ?? officer.id]))
  const away = [...known.values()].flatMap(({ officerId, leave }) =>
    leave && isOn(leave, today) ? [{ name: nameOf.get(officerId) ?? officerId, ...leave }] : [],
  )
  return people.map((person) => {
    const preference = known.get(person.officer.id) ?? defaultPreference(person.officer.id)
    const standsFor = away.filter(({ standInId }) => standInId === person.officer.id)
    return {
      ...person,
      standsFor,
      preference: standsFor.length > 0 ? { ...preference, isOff: false, snoozed: {} } : preference,
      isAway: preference.leave !== null && isOn(preference.leave, today),
    }
  })
}

function isOn({ from, until }: Leave, day: Day): boolean {
  return from <= day && day <= until
}
