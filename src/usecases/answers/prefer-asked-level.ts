import type { Duty } from '../../domain/duty.ts'
import { fold } from '../../text/fold.ts'
import type { World } from '../asked.ts'
import { findPlanHome } from '../find-plan-home.ts'

const LEVELS = { tinh: 'province', huyen: 'district', xa: 'commune' } as const
const ASKED_LEVEL = /\b(?:tren dia ban|pham vi|toan) (tinh|huyen|xa)\b/

/** Of duties of several plans those whose plan is of the level that a question names, "trên địa bàn tỉnh"; all where that tells none apart. */
export function preferAskedLevel(duties: readonly Duty[], text: string, { library }: World): readonly Duty[] {
  const asked = ASKED_LEVEL.exec(fold(text))?.[1]
  if (!asked) return duties
  const level = LEVELS[asked as keyof typeof LEVELS]
  const { lexicon } = library.registry
  const fitting = duties.filter(({ planId }) => {
    const plan = library.planById.get(planId)
    return plan !== undefined && findPlanHome(plan, lexicon)?.level === level
  })
  return fitting.length > 0 ? fitting : duties
}
