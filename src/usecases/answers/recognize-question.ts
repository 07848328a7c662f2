import type { Intent, IntentName, PlanMention } from '../../dialogue/intent.ts'
import { fold } from '../../text/fold.ts'

// Shapes see folded text.
const HOW_OFTEN = /\b(?:may|bao nhieu) lan\b|\bbao lau\b.*\b(?:mot|1) lan\b/
const REPORTING = /\b(?:bao cao|bc|b\/c|gui|nop|tong hop)\b/
const NUMBER =
  /\b(?:may|bao nhieu|bn|so luong|ty le) (?!(?:viec|nhiem vu|nv|dau viec|lan|gio|ngay|tuan|thang|quy|van ban|ke hoach|cong van|kh|cv|don vi|phong|co quan|nguoi (?:chua|da)|phan tram(?: roi)?$)\b)[a-z%]/
const ASKS = /\b(?:gi|j|nao|ai|may|bao nhieu|khi nao|bao gio|khong|ko|chua)\b/

const WHETHER =
  /\bco (?:phai|can|duoc giao|bi giao|trach nhiem|nhiem vu|tham gia|chiu trach nhiem)\b.*\b(?:khong|ko|hong|hok|k)\b|\bphai khong\b/
const WHETHER_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'deadline',
  'search',
  'unclear',
  'who_responsible',
  'my_duties',
])
const DOUBTED = 0.5

const OFTEN_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'reminder_pref',
  'assign',
  'search',
  'unclear',
  'doc_info',
  'status_query',
  'who_responsible',
  'my_duties',
  'unit_duties',
  'summary',
  'deadline',
])
const NUMBER_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>(['who_responsible', 'unclear', 'search', 'doc_info'])

/** "Mấy người", "bao nhiêu cán bộ": wants a number that the plan sets. */
export function asksForNumber(text: string): boolean {
  return NUMBER.test(fold(text))
}

/** "Sở Y tế có phải … không". */
export function asksWhether(text: string): boolean {
  return WHETHER.test(fold(text))
}

/** A shape of question, what it may be taken for, and what it wants. */
type Rule = {
  readonly shape: RegExp
  readonly takenFor: ReadonlySet<IntentName>
  readonly wants: (intent: Intent, folded: string) => IntentName
}

const RULES: readonly Rule[] = [
  { shape: HOW_OFTEN, takenFor: OFTEN_TAKEN_FOR, wants: (_, folded) => (REPORTING.test(folded) ? 'report_route' : 'deadline') },
  { shape: NUMBER, takenFor: NUMBER_TAKEN_FOR, wants: ({ name, slots }) => (slots.topic === '' ? name : 'search') },
  {
    shape: WHETHER,
    takenFor: WHETHER_TAKEN_FOR,
    wants: ({ name, slots, certainty }) => (slots.units.length > 0 && certainty < DOUBTED ? 'unit_duties' : name),
  },
  {
    shape: ASKS,
    takenFor: new Set(['assign']),
    wants: ({ name, slots }) => (slots.plans.length === 0 ? name : slots.units.length > 0 ? 'unit_duties' : 'who_responsible'),
  },
]

/**
 * Questions whose wish shows in their shape rather than in single words: how often something is due, how many of something a
 * plan wants, what a paper assigns. Whatever their words resemble, they ask about the plans.
 */
export function recognizeQuestion(intent: Intent, text: string): Intent {
  const folded = fold(text)
  const rule = RULES.find(({ shape, takenFor }) => takenFor.has(intent.name) && shape.test(folded))
  return rule ? { ...intent, name: rule.wants(intent, folded) } : intent
}

// Folded words before the number of a paper that is carried out, not asked.
const CARRIED_OUT =
  /\b(?:thuc hien|trien khai|quan triet|hoc tap|tuyen truyen|pho bien|cu the hoa|bam sat)(?: (?:noi dung|cac|theo|tinh than|hieu qua))*\s*$/

/** "Xây dựng kế hoạch thực hiện Kết luận 57": the paper is what the work is about, the question is asked of the loaded plans. */
export function isCarriedOut({ start, planIds }: PlanMention, text: string): boolean {
  return planIds.length === 0 && CARRIED_OUT.test(fold(text.normalize('NFC').slice(0, start)))
}
