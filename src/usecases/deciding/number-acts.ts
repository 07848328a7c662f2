import type { PendingAct } from '../../domain/conversation.ts'
import type { Lives } from '../life/build-lives.ts'

/** Acts with the places that they take in the log one after the other: two of one duty, on two of its rounds, follow each other. */
export function numberActs<Act extends Pick<PendingAct, 'dutyId' | 'unitId'>>(
  acts: readonly Act[],
  { placeOf }: Pick<Lives, 'placeOf'>,
): (Act & Pick<PendingAct, 'number' | 'afterId'>)[] {
  const taken = new Map<string, number>()
  return acts.map((act) => {
    const key = `${act.dutyId} ${act.unitId}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    const { number, afterId } = placeOf(act.dutyId, act.unitId)
    return { ...act, number: number + before, afterId }
  })
}
