import type { Moment } from './calendar.ts'

/** khó khăn, vướng mắc · đề xuất, kiến nghị. */
export type ConcernKind = 'difficulty' | 'proposal'

/** What a unit finds hard or proposes about a duty: a record of its own, for the body that the paper of the duty names. */
export type Concern = {
  readonly id: string
  readonly kind: ConcernKind
  readonly dutyId: string
  readonly unitId: string
  readonly officerId: string
  /** The report that told it: taken back with it. */
  readonly reportId: string
  readonly text: string
  /** To whom, and through whom, as the paper says; null where it names nobody. */
  readonly to: string | null
  readonly via: string | null
  readonly at: Moment
}
