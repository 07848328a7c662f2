import type { Intent } from '../../dialogue/intent.ts'
import type { OfficerRole } from '../../domain/officer.ts'
import type { Day } from '../../domain/calendar.ts'
import { asksForConcerns } from '../concerns/asks-for-concerns.ts'
import { asksForWaiting } from './asks-for-waiting.ts'
import { readProposal } from './read-proposal.ts'
import { readWishes, type Verb } from './read-wishes.ts'

/** What is plainly a decision of a leader, or an officer's wish to hand a duty on, is one, whatever else its words resemble; so is the question what is hard for the units. */
export function recognizeDecision(intents: readonly Intent[], text: string, role: OfficerRole, today: Day): readonly Intent[] {
  const [first] = intents
  if (!first) return intents
  if (role !== 'officer' && asksForConcerns(text))
    return [{ name: 'status_query', slots: { ...first.slots, updates: [] }, certainty: 0.9 }]
  if (!isDecision(intents, text, role, today)) return intents
  return [{ name: 'approve_return', slots: { ...first.slots, updates: [] }, certainty: Math.max(first.certainty, 0.9) }]
}

// Words that are said of nothing but reports and duties.
const NAMING: ReadonlySet<Verb> = new Set<Verb>([
  'return',
  'grant_extension',
  'refuse_extension',
  'accept_transfer',
  'refuse_transfer',
])

function isDecision(intents: readonly Intent[], text: string, role: OfficerRole, today: Day): boolean {
  if (readProposal(text, role === 'officer')) return true
  if (role === 'officer') return false
  if (asksForWaiting(text)) return true
  const wishes = readWishes(text, today)
  if (wishes.length === 0) return false
  const isPointed = wishes.some(({ refs, numbers, isAll, isThis }) => refs.length > 0 || numbers.length > 0 || isAll || isThis)
  // "Đồng ý" alone answers what waits for a yes, and "tiếp tục" turns the page.
  const isAnswer = intents.some(({ name }) => name === 'confirm_deny' || name === 'next_page')
  return isPointed || (isAnswer ? false : wishes.some(({ verb }) => NAMING.has(verb)) || intents[0]?.name === 'approve_return')
}
