import type { Change } from '../../domain/change.ts'
import type { Platform } from '../../domain/message.ts'
import type { OfficerRole } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Clock } from '../../ports/clock.ts'

/** Lets the operator of this machine speak as somebody of a unit, in the terminal or on the try-it page; the same persona each time. */
export function admitPersona(
  platform: Extract<Platform, 'terminal' | 'try'>,
  role: OfficerRole,
  unit: Unit,
  { now }: Pick<Clock, 'now'>,
): { accountId: string; changes: Change[] } {
  const key = `${platform}_${role}_${unit.id}`
  const accountId = `${platform}:${role}-${unit.id}`
  const at = now()
  const changes: Change[] = [
    { kind: 'save-unit', unit },
    { kind: 'save-officer', officer: { id: `off_${key}`, name: null, role, unitId: unit.id, isActive: true } },
    { kind: 'link-account', account: { id: accountId, officerId: `off_${key}`, chatId: accountId, linkedAt: at, closedAt: null } },
    { kind: 'audit', actor: 'operator', action: 'admit-persona', object: accountId, at },
  ]
  return { accountId, changes }
}
