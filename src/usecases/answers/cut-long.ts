import type { Duty } from '../../domain/duty.ts'
import type { UnitDuties } from '../find-unit-duties.ts'

/** More lines than anybody reads are not written: what comes behind is counted. */
const MOST_LISTED = 60

/** Cuts the lists of several parts to what is written out in one answer, and counts what is left out. */
export function cutLong<Part extends { readonly groups: readonly UnitDuties[] }>(
  parts: readonly Part[],
): { readonly kept: readonly Part[]; readonly left: number } {
  let room = MOST_LISTED
  let left = 0
  const take = (duties: readonly Duty[]): readonly Duty[] => {
    const taken = duties.slice(0, room)
    room -= taken.length
    left += duties.length - taken.length
    return taken
  }
  const kept = parts.map((part) => {
    const groups = part.groups.map(({ plan, own, common }) => ({ plan, own: take(own), common: take(common) }))
    return { ...part, groups: groups.filter(({ own, common }) => own.length + common.length > 0) }
  })
  return { kept, left }
}
