import type { Intent, IntentName, PlanMention } from '../../dialogue/intent.ts'
import { fold } from '../../text/fold.ts'
import type { QuestionWords } from './question-words.ts'
import { readTelling } from './read-telling.ts'

// Shapes see folded text.
const HOW_OFTEN = /\b(?:may|bao nhieu) lan\b|\bbao lau\b.*\b(?:mot|1) lan\b/
const REPORTING = /\b(?:bao cao|bc|b\/c|gui|nop|tong hop)\b/
const NUMBER =
  /(?<!\b(?:ngay|thang|gio|quy|so|nam|lan|muc|trang|khoan|diem) )\b(?:may|bao nhieu|bn|so luong|ty le)(?: (?!(?:viec|nhiem vu|nv|dau viec|lan|gio|ngay|tuan|thang|quy|van ban|ke hoach|cong van|kh|cv|don vi|phong(?! vien)|co quan|nguoi (?:chua|da)|phan tram(?: roi)?$)\b)[a-z%]{2}| ?[?.!]*$)/
const ASKS = /\b(?:gi|j|nao|ai|may|bn|bao nhieu|khi nao|bao gio|khong|ko|chua)\b/

const WHETHER =
  /\bco (?:phai|can|duoc giao|bi giao|trach nhiem|nhiem vu|tham gia|chiu trach nhiem)\b.*\b(?:khong|ko|hong|hok|k)\b|\bphai khong\b/
const WHO = /\b(?:ai|nao)\b/
const WHETHER_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'deadline',
  'search',
  'unclear',
  'who_responsible',
  'my_duties',
])
const DOUBTED = 0.5
const SURELY = 0.6

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
const NUMBER_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'who_responsible',
  'unclear',
  'search',
  'doc_info',
  'report_route',
  'unit_duties',
  'my_duties',
])

/** "Mấy người", "bao nhiêu cán bộ": wants a number that the plan sets. */
export function asksForNumber(text: string): boolean {
  return NUMBER.test(fold(text))
}

const MONEY = /\b(?:may|bao nhieu|bn) (?:tien|kinh phi|dong|trieu|ty|ngan sach|von)\b/

/** "Được nhắc ở mục nào". */
export function asksWhereCited(text: string): boolean {
  return WHERE_CITED.test(fold(text))
}

/** "Bao nhiêu tiền". */
export function asksForMoney(text: string): boolean {
  return MONEY.test(fold(text))
}

/** "Nếu có khó khăn thì sao". */
export function asksIfHard(text: string): boolean {
  return IF_HARD.test(fold(text))
}

/** "Mấy lần", "bao lâu một lần". */
export function asksHowOften(text: string): boolean {
  return HOW_OFTEN.test(fold(text))
}

/** "Sở Y tế có phải … không". */
export function asksWhether(text: string): boolean {
  return WHETHER.test(fold(text))
}

const COMPARED = /\b(?:khac|giong|so sanh|so voi|phan biet)\b/
const DATES = /\b(?:han|thoi han|khi nao|bao gio)\b/
const RECIPIENTS = /\bnoi nhan\b/
const IF_HARD =
  /\bneu\b.*\b(?:kho khan|vuong mac|vuong)\b|\b(?:kho khan|vuong mac)\b.*\b(?:bao|kien nghi|phan anh|gui|hoi)(?: cao)?(?: cho| ve| den)? (?:ai|dau|don vi nao|co quan nao|cho nao)\b|\b(?:kho khan|vuong mac)\b.*\bthi (?:sao|lam gi|lam sao|the nao|xu ly)\b/
const IN_TIME = /\b(?:bao cao|nop|gui)\b.*\b(?:tre|muon|kip|qua han|cham)\b.*\b(?:khong|ko|chua)\b/
const LATE_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'search',
  'unclear',
  'followup',
  'unit_duties',
  'my_duties',
  'out_of_scope',
])
const BY_DAY = /\b(?:truoc|han|xong|kip)\b.*\d{1,2}[/.-]\d{1,2}/

const WHO_DOES = /^(?:ai (?!la\b)|(?:don vi|co quan|phong|so|ban) nao )/
const WHERE_CITED = /\b(?:nhac|dan|vien dan|neu|noi)\b.*\b(?:o dau|(?:muc|diem|khoan|cho|doan|phan|noi dung) nao)\b/

const TALK: ReadonlySet<IntentName> = new Set<IntentName>([
  'cite_source',
  'out_of_scope',
  'unclear',
  'search',
  'doc_info',
  'followup',
  'summary',
  'report_blocker',
  'status_query',
])

/** What a comparison compares: units by what they do, plans by what was said of them. */
function nameCompared({ name, slots }: Intent, folded: string): IntentName {
  if (slots.units.length > 1) return 'unit_duties'
  if (slots.plans.length < 2) return name
  if (REPORTING.test(folded)) return 'report_route'
  return DATES.test(folded) ? 'deadline' : slots.topic.includes(' ') ? 'search' : 'doc_info'
}

/** "Có phải … không" asks of a unit, or of the asker's own, whether it is charged. */
function nameWhether({ name, slots, certainty }: Intent, folded: string): IntentName {
  const isDoubted = certainty < DOUBTED || (name === 'who_responsible' && !WHO.test(folded))
  if (!isDoubted) return name
  return slots.units.length > 0 ? 'unit_duties' : 'my_duties'
}

/** A loaded plan by its number or kind, and not only the place that it is of. */
function namesPaper({ planIds, words }: PlanMention): boolean {
  return planIds.length > 0 && /\d|\b(?:ke hoach|kh|cong van|cv|van ban)\b/.test(fold(words))
}

// Folded words of who one is oneself, and of what became of an office.
const OF_ONESELF = /\b(?:toi|em|minh|tai khoan)\b/
const OF_SUCCESSION =
  /\b(?:sap nhap|nhap|hop nhat|doi ten|ke thua|thay|thuoc|chuyen|giai the|ket thuc|con (?:ton tai|hoat dong)|bay gio|gio)\b/

// Not "chưa" and "không" alone: "chưa xong, xin lùi" asks for nothing.
const ASKS_FOR = new RegExp(`\\b(?:gi|j|nao|ai|may|bn|bao nhieu|khi nao|bao gio)\\b|${WHETHER.source}`)

function isMeantSo(name: IntentName, folded: string): boolean {
  return (name === 'identity' && OF_ONESELF.test(folded)) || (name === 'unit_succession' && OF_SUCCESSION.test(folded))
}

/** Taken for a wish, yet it asks: what it asks for by its question word, where it is about something that plans tell. */
function nameAsked({ name, slots }: Intent, folded: string): IntentName {
  if (isMeantSo(name, folded) || slots.updates.length > 0 || slots.ordinals.length > 0) return name
  if (readTelling(slots.topic) === '' && !slots.plans.some(({ planIds }) => planIds.length > 0)) return name
  const [, wanted] = BY_QUESTION_WORD.find(([shape]) => shape.test(folded)) ?? []
  if (wanted === 'unit_duties') return slots.units.length > 0 ? 'unit_duties' : 'my_duties'
  return wanted ?? (name === 'assign' && slots.plans.length === 0 ? name : 'search')
}

const WHO_DOES_IT = /\b(?:ai|(?:don vi|dv|co quan|phong|so|ban|nganh) nao)\b/
const BY_QUESTION_WORD: readonly (readonly [RegExp, IntentName])[] = [
  [NUMBER, 'search'],
  [DATES, 'deadline'],
  [WHETHER, 'unit_duties'],
  [WHO_DOES_IT, 'who_responsible'],
]

/** What is said of a loaded plan and understood as nothing else is looked for in it. */
function nameUnclear({ name, slots }: Intent): IntentName {
  return slots.plans.some(({ planIds }) => planIds.length > 0) && readTelling(slots.topic) !== '' ? 'search' : name
}

/** A shape of question, what it may be taken for, and what it wants. */
type Rule = {
  readonly shape: RegExp
  readonly takenFor: ReadonlySet<IntentName>
  readonly wants: (intent: Intent, folded: string) => IntentName
}

const PERSON =
  /\bai (?:dang )?(?:la|lam|giu(?: chuc)?) (?:.* )?(?:truong|pho|chu tich|bi thu|giam doc|chanh van phong|thu truong)\b|\b(?:truong ban|chu tich|bi thu|giam doc) .*\bla ai\b/

/** Whoever asks for a phone number or a penalty looks for it in the plans, whatever the work is that it is asked of. */
const FACT_TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'request_extension',
  'unit_succession',
  'assign',
  'unit_duties',
  'my_duties',
  'who_responsible',
  'report_route',
  'deadline',
  'unclear',
  'followup',
])

const RULES: readonly Rule[] = [
  { shape: IN_TIME, takenFor: LATE_TAKEN_FOR, wants: () => 'deadline' },
  // Plans charge offices; who holds a post they do not tell.
  { shape: PERSON, takenFor: new Set(['who_responsible', 'unit_duties', 'search']), wants: () => 'out_of_scope' },
  { shape: IF_HARD, takenFor: new Set(['report_blocker', 'who_responsible', 'unclear', 'followup']), wants: () => 'search' },
  {
    shape: RECIPIENTS,
    takenFor: new Set(['unit_duties', 'my_duties', 'who_responsible', 'search', 'unclear']),
    wants: ({ name, slots }) => (slots.plans.length > 0 ? 'doc_info' : name),
  },
  {
    shape: WHO_DOES,
    takenFor: new Set(['out_of_scope', 'unclear']),
    wants: ({ name, slots, certainty }) => (certainty < SURELY && readTelling(slots.topic) !== '' ? 'who_responsible' : name),
  },
  { shape: COMPARED, takenFor: TALK, wants: nameCompared },
  {
    shape: WHERE_CITED,
    takenFor: new Set(['cite_source', 'search', 'unclear', 'followup']),
    wants: ({ name, slots }) => (slots.plans.some(({ planIds }) => planIds.length === 0) ? 'doc_info' : name),
  },
  {
    shape: /./,
    takenFor: new Set(['out_of_scope']),
    // Who names a loaded plan asks what it says.
    wants: ({ name, slots, certainty }) =>
      certainty < SURELY && slots.topic.includes(' ') && slots.plans.some(namesPaper) ? 'search' : name,
  },
  {
    shape: BY_DAY,
    takenFor: new Set(['unit_duties', 'my_duties']),
    wants: ({ name }, folded) => (WHETHER.test(folded) ? 'deadline' : name),
  },
  { shape: HOW_OFTEN, takenFor: OFTEN_TAKEN_FOR, wants: (_, folded) => (REPORTING.test(folded) ? 'report_route' : 'deadline') },
  { shape: NUMBER, takenFor: NUMBER_TAKEN_FOR, wants: ({ name, slots }) => (slots.topic === '' ? name : 'search') },
  {
    shape: WHETHER,
    takenFor: WHETHER_TAKEN_FOR,
    wants: nameWhether,
  },
  { shape: ASKS_FOR, takenFor: new Set(['assign', 'request_extension', 'identity', 'unit_succession']), wants: nameAsked },
  { shape: /./, takenFor: new Set(['unclear', 'followup']), wants: nameUnclear },
]

/**
 * Questions whose wish shows in their shape rather than in single words: how often something is due, how many of something a
 * plan wants, what a paper assigns. Whatever their words resemble, they ask about the plans.
 */
export function recognizeQuestion(intent: Intent, text: string, questions: QuestionWords): Intent {
  const folded = fold(text)
  if (FACT_TAKEN_FOR.has(intent.name) && questions.asksFact(text) && (ASKS.test(folded) || intent.slots.topic !== ''))
    return { ...intent, name: 'search' }
  const fitting = RULES.filter(({ shape, takenFor }) => takenFor.has(intent.name) && shape.test(folded))
  const name = fitting.map(({ wants }) => wants(intent, folded)).find((wanted) => wanted !== intent.name)
  return name ? { ...intent, name } : intent
}

// Folded words before the number of a paper that is carried out, not asked.
const CARRIED_OUT =
  /\b(?:thuc hien|t\/h|trien khai|ket qua|quan triet|hoc tap|hoc|nghien cuu|tuyen truyen|pho bien|cu the hoa|bam sat|cai vu|ve vu|ve viec)(?: (?:noi dung|cac|theo|tinh than|hieu qua))*\s*$/

/** "Xây dựng kế hoạch thực hiện Kết luận 57": the paper is what the work is about, the question is asked of the loaded plans. */
export function isCarriedOut({ start, planIds }: PlanMention, text: string): boolean {
  return planIds.length === 0 && CARRIED_OUT.test(fold(text.normalize('NFC').slice(0, start)))
}
