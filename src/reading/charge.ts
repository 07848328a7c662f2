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
}
