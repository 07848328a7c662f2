import type { Change } from '../../domain/change.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'

type Deps = { readonly clock: Clock; readonly ids: Ids }

/** A further secret link to a unit's deadlines; only the hash of its token is kept, so it is told once. */
export function openCalendarFeed(
  unit: Unit,
  { clock, ids }: Deps,
): { readonly token: string; readonly changes: readonly Change[] } {
  const token = ids.secret()
  const at = clock.now()
  return {
    token,
    changes: [
      { kind: 'save-unit', unit },
      { kind: 'open-calendar-feed', feed: { tokenHash: ids.hash(token), unitId: unit.id, createdAt: at, revokedAt: null } },
      { kind: 'audit', actor: 'operator', action: 'open-calendar-feed', object: unit.id, at },
    ],
  }
}

/** Stops every link to a unit's deadlines. */
export function revokeCalendarFeeds({ id: unitId }: Unit, { clock }: Pick<Deps, 'clock'>): readonly Change[] {
  const at = clock.now()
  return [
    { kind: 'revoke-calendar-feeds', unitId, at },
    { kind: 'audit', actor: 'operator', action: 'revoke-calendar-feeds', object: unitId, at },
  ]
}
