import type { Day } from '../domain/calendar.ts'

/** What dialogue needs to know of a loaded plan to recognize it in words. */
export type PlanRef = {
  readonly id: string
  readonly number: string | null
  readonly type: string | null
  readonly issuer: string | null
  readonly place: string | null
  readonly issuedOn: Day | null
  readonly subject: string | null
  /** The papers that it cites. */
  readonly citations: readonly { readonly number: string | null }[]
}
