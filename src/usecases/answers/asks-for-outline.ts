import type { Intent } from '../../dialogue/intent.ts'
import { fold } from '../../text/fold.ts'

// Folded words that ask what a paper says in short, not how far its duties are.
const OUTLINE = /\b(?:tom tat|tom luoc|noi dung chinh|khai quat)\b/

/** "Tóm tắt công văn 815": the paper itself, which everybody may read, and no sums. */
export function asksForOutline({ slots }: Intent, text: string): boolean {
  return slots.plans.some(({ planIds }) => planIds.length > 0) && OUTLINE.test(fold(text))
}
