import type { RegisteredUnit, UnitRegistry } from './build-registry.ts'
import { isSameLevel, isSamePlace, parsePlace, type PlaceStep } from './parse-place.ts'
import type { NameParts } from './parse-unit-name.ts'
import { measureDifference } from '../text/distance.ts'

/** Who asks, and from where: their own unit and place come first. */
export type Near = { readonly place?: string | null; readonly unitId?: string }

/** How well the parts of a mention describe a registered unit: 0 = not at all, 1 = surely. */
export function scoreUnit(mention: NameParts, entry: RegisteredUnit, near: Near, registry: UnitRegistry): number {
  const { parts, unit, steps } = entry
  if (!parts) return 0
  const fits = [
    scoreKind(mention, parts),
    scoreSubject(mention, parts),
    scoreBody(mention, parts),
    isSameLevel(mention.level, unit.level === 'unknown' ? null : unit.level) ? 1 : 0,
    scorePlace(mention, steps, unit.id, near, registry),
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

function scorePlace(mention: NameParts, steps: readonly PlaceStep[], unitId: string, near: Near, registry: UnitRegistry): number {
  if (mention.placeName) {
    const said = { name: mention.placeName, level: mention.level, word: mention.levelWord }
    if (steps.length === 0) return 0.6
    return steps.some((step) => isSamePlace(step, { ...said, level: null })) ? 1 : 0
  }
  if (unitId === near.unitId) return 1
  if (!near.place) return 0.92
  const around = parsePlace(near.place, registry.lexicon)
  if (steps.length === 0) return 0.88
  return steps.some((step) => around.some((each) => isSamePlace(step, each))) ? 0.99 : 0.75
}
