import type { Intent } from '../../dialogue/intent.ts'
import { fold } from '../../text/fold.ts'

const WHOLE =
  /^(?:(?:cho|em|toi|anh|chi|minh|xem|xin|bao|bot) )*ket qua (?:gui|phat|gui tin|gui thong bao|gui don doc|phat tin)(?: (?:tin|thong bao|don doc|den dau|roi|the nao|ra sao|vua roi|hom nay|nay|a|nhe))*[ .?]*$/

/** "Kết quả gửi" asks about what was sent, whatever else its words resemble. */
export function recognizeResultQuestion(intents: readonly Intent[], text: string): readonly Intent[] {
  const [first] = intents
  const isAsked = WHOLE.test(fold(text).replaceAll(/\s+/g, ' ').trim())
  return first && isAsked ? [{ name: 'broadcast', slots: { ...first.slots, updates: [] }, certainty: 0.95 }] : intents
}
