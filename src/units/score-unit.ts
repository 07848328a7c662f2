import type { RegisteredUnit } from './build-registry.ts'
import { isSameLevel, isSamePlace, type PlaceStep } from './parse-place.ts'
import type { NameParts } from './parse-unit-name.ts'
import { toKey } from './read-tokens.ts'
import { measureDifference } from '../text/distance.ts'

/** Who asks, and from where: their own unit and place come first. */
export type Near = { readonly place?: string | null; readonly unitId?: string }

/** As Near, with the place taken apart. */
export type Vicinity = Near & { readonly around: readonly PlaceStep[] }

/** How well the parts of a mention describe a registered unit: 0 = not at all, 1 = surely. */
export function scoreUnit(mention: NameParts, said: PlaceStep | null, entry: RegisteredUnit, near: Vicinity): number {
  const { parts, unit, steps } = entry
  if (!parts) return 0
  const fits = [
    scoreKind(mention, parts),
    scoreSubject(mention, parts),
    scoreBody(mention, parts),
    isSameLevel(mention.level, unit.level === 'unknown' ? null : unit.level) ? 1 : 0,
    scorePlace(said, steps, unit.id, near),
  ]
  return fits.reduce((product, fit) => product * fit, mention.quality)
}

function scoreKind({ head }: NameParts, parts: NameParts): number {
  if (!head) return 1
  if (head.kind === parts.head?.kind) return 1
  return head.alike?.includes(parts.head?.kind ?? '') ? 0.75 : 0
}

function scoreSubject(mention: NameParts, parts: NameParts): number {
  if (mention.sector || parts.sector) return mention.sector?.name === parts.sector?.name ? 1 : 0
  if (mention.subjectKey === parts.subjectKey) return 1
  if (!mention.subjectKey) return 0.6
  const difference = measureDifference(mention.subjectKey, parts.subjectKey)
  return difference <= 0.2 ? 1 - difference : 0
}

function scoreBody(mention: NameParts, parts: NameParts): number {
  if (!mention.body) return parts.body ? 0.97 : 1
  if (mention.body.kind === parts.body?.kind) return 1
  return parts.body === null && mention.body.level === undefined ? 0.9 : 0
}

/** The place that a mention names, to be compared with those of many units; of any level, since "huyện" may be said of a thị xã. */
export function findSaidPlace({ placeName, levelWord }: NameParts): PlaceStep | null {
  return placeName ? { name: placeName, level: null, word: levelWord, key: toKey(placeName) } : null
}

function scorePlace(said: PlaceStep | null, steps: readonly PlaceStep[], unitId: string, near: Vicinity): number {
  if (said) {
    if (steps.length === 0) return 0.6
    return steps.some((step) => isSamePlace(step, said)) ? 1 : 0
  }
  if (unitId === near.unitId) return 1
  if (near.around.length === 0) return 0.92
  if (steps.length === 0) return 0.88
  return steps.some((step) => near.around.some((each) => isSamePlace(step, each))) ? 0.99 : 0.75
}
