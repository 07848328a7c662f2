import type { ChargedUnit } from './duty-draft.ts'

/** Whom a paragraph charges, with which words of it. */
export type Charge = {
  readonly text: string
  /** Where in the paragraph those words begin. */
  readonly at: number
  readonly units: readonly ChargedUnit[]
  readonly certainty: number
  /** The paragraph names whom it charges, rather than its heading. */
  readonly isNamed: boolean
  /** Clauses of the text that charge somebody else, by where in it they begin. */
  readonly later?: readonly LaterCharge[]
}

/** A clause behind others that names whom it charges itself: "Giao Sở A …. Sở B …". */
export type LaterCharge = {
  readonly at: number
  readonly units: readonly ChargedUnit[]
  /** The clause before sets no time: both are one duty of all who are named. */
  readonly isJoined?: boolean
}

/** Each clause that charges somebody of its own as a charge of its own. */
export function splitCharge(charge: Charge): Charge[] {
  const all = charge.later ?? []
  const later = all
    .filter(({ isJoined }) => !isJoined)
    .map((each) => ({ at: each.at, units: [...each.units, ...listJoined(all, each.at)] }))
  const ends = [...later.map(({ at }) => at), charge.text.length]
  return [
    { ...charge, text: charge.text.slice(0, ends[0]).trimEnd(), units: [...charge.units, ...listJoined(all, 0)] },
    ...later.map(({ at, units }, index) => ({
      ...charge,
      text: charge.text.slice(at, ends[index + 1]).trimEnd(),
      at: charge.at + at,
      units,
      isNamed: true,
    })),
  ]
}

// Those named in the clauses that are joined to the one at an offset.
function listJoined(later: readonly LaterCharge[], at: number): ChargedUnit[] {
  const end = later.find((each) => each.at > at && !each.isJoined)?.at ?? Infinity
  return later.filter((each) => each.isJoined && each.at > at && each.at < end).flatMap(({ units }) => units)
}
