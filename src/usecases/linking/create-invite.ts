import { addMinutes } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import type { OfficerRole } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'

/** Codes live so long and work once. */
export const CODE_LIVES_MINUTES = 15

/** What an office says to let somebody in. */
export type Invite = { readonly unit: Unit; readonly role: OfficerRole; readonly name: string | null }

/** Mã liên kết: a one-time code for a person of a unit; only its hash is kept. */
export function createInvite(
  { unit, role, name }: Invite,
  { clock, ids }: { clock: Clock; ids: Ids },
): { code: string; expiresAt: string; changes: Change[] } {
  const code = ids.linkCode()
  const at = clock.now()
  const expiresAt = addMinutes(at, CODE_LIVES_MINUTES)
  const linkCode = { codeHash: ids.hash(code), role, unitId: unit.id, name, expiresAt, usedAt: null }
  const changes: Change[] = [
    { kind: 'save-unit', unit },
    { kind: 'create-link-code', linkCode },
    { kind: 'audit', actor: 'operator', action: 'create-link-code', object: unit.id, at },
  ]
  return { code, expiresAt, changes }
}
