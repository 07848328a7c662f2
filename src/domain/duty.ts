import type { DutyReading, Role } from './plan.ts'

/** A unit that a duty names, tied to the registry. */
export type DutyUnit = { readonly unitId: string; readonly name: string; readonly role: Role; readonly isCollective: boolean }

/** Nhiệm vụ: one charge of one loaded plan. */
export type Duty = Omit<DutyReading, 'units'> & {
  /** dty_ and plan hash, dot, order in the plan: stable while the paper reads the same. */
  readonly id: string
  readonly planId: string
  /** 1-based order in the plan. */
  readonly order: number
  readonly units: readonly DutyUnit[]
}
