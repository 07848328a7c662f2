import type { World } from '../asked.ts'
import type { Audience } from './find-audience.ts'
import type { Recipient } from './list-recipients.ts'

/** Those of the people whom the sender may reach that an audience names. */
export function listAudience(recipients: readonly Recipient[], { unitIds, roles }: Audience): Recipient[] {
  return recipients.filter(
    ({ officer }) => (unitIds === null || unitIds.has(officer.unitId)) && (roles === null || roles.has(officer.role)),
  )
}

/** Who was named and will not be reached: nobody there is linked, or no such unit is known. */
export function listMissed(recipients: readonly Recipient[], { unitIds, unknown }: Audience, { library }: World): string[] {
  const reached = new Set(recipients.map(({ officer }) => officer.unitId))
  const silent = [...(unitIds ?? [])].filter((id) => !reached.has(id)).map((id) => library.unitById.get(id)?.name ?? '')
  return [...silent, ...unknown]
}
