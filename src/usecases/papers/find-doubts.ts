import type { DutyReading, Issue, Lines, Reading } from '../../domain/plan.ts'

/** A duty that a person should look at before it counts, with what speaks against it. */
export type DoubtfulDuty = { readonly duty: DutyReading; readonly isUncertain: boolean; readonly issues: readonly Issue[] }

/** What is doubtful in a reading: duties, and issues of the paper as a whole. */
export type Doubts = { readonly duties: readonly DoubtfulDuty[]; readonly issues: readonly Issue[] }

/** Below it a reading is as often wrong as right. */
const SURE = 0.7

/** Duties that were read with little certainty or stand where something could not be read, and what else could not. */
export function findDoubts({ duties, issues }: Pick<Reading, 'duties' | 'issues'>): Doubts {
  const placed = issues.filter(({ lines }) => lines[1] > 1)
  const doubtful = duties.map((duty) => ({
    duty,
    isUncertain: duty.confidence < SURE,
    issues: placed.filter(({ lines }) => overlap(lines, duty.lines)),
  }))
  const found = doubtful.filter(({ isUncertain, issues: own }) => isUncertain || own.length > 0)
  return { duties: found, issues: issues.filter((issue) => !found.some((doubt) => doubt.issues.includes(issue))) }
}

function overlap([from, to]: Lines, [otherFrom, otherTo]: Lines): boolean {
  return from <= otherTo && otherFrom <= to
}
