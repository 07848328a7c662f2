import type { Intent, IntentName } from '../../dialogue/intent.ts'
import { fold } from '../../text/fold.ts'

// Shapes see folded text.
const WHY =
  /\b(?:vi sao|tai sao|sao|ly do (?:gi|nao)?)\b.*\b(?:phai|duoc giao|bi giao|lai)\b.*\b(?:lam|thuc hien|trien khai|nhan|bao cao|viec|nhiem vu)\b/
const BASIS =
  /\bcan cu\b|\bco so phap ly\b|\bchuoi (?:cac )?(?:van ban|can cu)\b|\b(?:vi sao|tai sao) (?:lai )?(?:co|ban hanh|ra)\b/
const WHICH =
  /\b(?:theo|dua (?:vao|tren)|thuc hien|trien khai)\b (?:\S+ ){0,4}?(?:van ban|ket luan|nghi quyet|chi thi|ke hoach) (?:nao|gi|cua ai)\b/

/** What such a question may be taken for when its words are weighed one by one. */
const TAKEN_FOR: ReadonlySet<IntentName> = new Set<IntentName>([
  'unclear',
  'followup',
  'doc_info',
  'cite_source',
  'my_duties',
  'unit_duties',
  'who_responsible',
  'search',
])

/** "Vì sao tôi phải làm việc này", "căn cứ của kế hoạch 197": asks for the papers that a plan rests on. */
export function asksForChain(text: string): boolean {
  const folded = fold(text)
  return [WHY, BASIS, WHICH].some((shape) => shape.test(folded))
}

/** Such a question is one about a paper, whatever else its words resemble. */
export function recognizeChain(intent: Intent, text: string): Intent {
  return TAKEN_FOR.has(intent.name) && asksForChain(text) ? { ...intent, name: 'doc_info' } : intent
}
