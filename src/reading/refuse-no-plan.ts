import type { Reading } from '../domain/plan.ts'

/** Why a text is no plan: too little of it, no head that an office writes, nothing that charges or orders. */
export type NoPlan = 'too-short' | 'no-head' | 'no-sections'

const LEAST_SYLLABLES = 40

/** The code of the reason why a reading is none of a plan, or undefined when it is one. */
export function refuseNoPlan({ plan, sections, duties }: Reading, restored: string): NoPlan | undefined {
  if ((restored.match(/\p{L}+/gu) ?? []).length < LEAST_SYLLABLES) return 'too-short'
  if (plan.number === null && plan.type === null && plan.issuer === null && plan.recipients.length === 0) return 'no-head'
  return sections.length === 0 && duties.length === 0 ? 'no-sections' : undefined
}
