import type { Duty } from '../../domain/duty.ts'
import type { Lines, Plan } from '../../domain/plan.ts'
import type { Library } from '../library.ts'
import { compareCopies, type ComparedPassage } from './compare-copies.ts'
import { findBetterReadings, type BetterReading } from './find-better-readings.ts'

/** What another copy of a paper reads better in a duty. */
export type OtherReading = BetterReading & { readonly copy: Plan; readonly lines: Lines }

/** What the other copies of a duty's paper read better in its words; nothing where there is no other copy. */
export function findOtherReadings(duty: Duty, library: Library): OtherReading[] {
  const plan = library.planById.get(duty.planId)
  const copies = library.witnessesOf.get(duty.planId) ?? []
  return copies.flatMap((copy) =>
    (plan ? compareOnce(plan, copy) : []).flatMap(({ shown, other }) => {
      if (!shown || !other || shown.lines[0] > duty.lines[1] || duty.lines[0] > shown.lines[1]) return []
      // A paragraph may hold several duties, and a duty several paragraphs.
      const isWithin = duty.lines[0] <= shown.lines[0] && shown.lines[1] <= duty.lines[1]
      return findBetterReadings(shown.text, other.text, library.pairCounts())
        .filter((reading) => isWithin || duty.text.normalize('NFC').includes(reading.shown))
        .map((reading) => ({ ...reading, copy, lines: other.lines }))
    }),
  )
}

const compared = new WeakMap<Plan, WeakMap<Plan, readonly ComparedPassage[]>>()

/** Comparing two long papers takes a while; they stay the same. */
function compareOnce(shown: Plan, other: Plan): readonly ComparedPassage[] {
  const known = compared.get(shown) ?? new WeakMap<Plan, readonly ComparedPassage[]>()
  compared.set(shown, known)
  const passages = known.get(other) ?? compareCopies(shown, other)
  known.set(other, passages)
  return passages
}
