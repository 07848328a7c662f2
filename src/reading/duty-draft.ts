import type { Day } from '../domain/calendar.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { DutyReading } from '../domain/plan.ts'
import type { ReadingLexicon } from './lexicon.ts'
import type { Zone } from './match-zone.ts'

/** A unit with its role in one duty. */
export type ChargedUnit = DutyReading['units'][number]

/** A duty while the lines that govern it are still being read. */
export type DutyDraft = {
  readonly path: string
  readonly first: number
  readonly last: number
  readonly text: string
  units: readonly ChargedUnit[]
  deadline: Deadline
  readonly reporting: DutyReading['reporting']
  readonly confidence: number
}

/** What the sections above a block say about it. isTail: it stands behind all numbered parts, so that only who is named is charged. */
export type Scope = { readonly zone: Zone; readonly units: readonly ChargedUnit[]; readonly isTail?: boolean }

/** What reading duties needs to know besides the paragraphs. */
export type ReadingContext = { readonly lexicon: ReadingLexicon; readonly issuedOn: Day | null }
