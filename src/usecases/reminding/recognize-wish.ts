import type { Intent } from '../../dialogue/intent.ts'
import { fold } from '../../text/fold.ts'

const ADDRESS = '(?:(?:em|toi|minh|anh|chi|da|a|oi|xin|xin phep|bot|cho|se|sap)[ ,]+)*'
// "Tạm nghỉ đến 30/11" sounds like an extension, "bật lại" like a report that is given back.
const AWAY = new RegExp(
  `^${ADDRESS}(?:tam nghi|nghi phep|di phep|di cong tac|nghi (?:tu|den|toi|het|thai san)|nghi \\S+ (?:ngay|tuan)|het phep|di lam lai|da di lam lai)(?![a-z])`,
)
const BACK_ON = new RegExp(`^${ADDRESS}(?:bat|mo) lai(?: (?:nhac|thong bao|nhac viec|di|nhe|a|cho (?:em|toi|minh)))*[ .]*$`)
const WORK = /(?:^|[^a-z])(?:viec \d|nv ?\d|nhiem vu \d|xong|hoan thanh|\d+ ?%|bao cao)/

/** What is plainly a wish about reminders is one, whatever else its words resemble. */
export function recognizeReminderWish(intents: readonly Intent[], text: string): readonly Intent[] {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim()
  const [first] = intents
  const isWish = BACK_ON.test(folded) || (AWAY.test(folded) && !WORK.test(folded))
  return first && isWish
    ? [{ name: 'reminder_pref', slots: { ...first.slots, updates: [] }, certainty: Math.max(first.certainty, 0.9) }]
    : intents
}
