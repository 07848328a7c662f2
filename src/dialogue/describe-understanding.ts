import type { Intent, IntentName, ReportedUpdate, Understanding } from './intent.ts'

/** An understanding as `understand --jsonl` prints it. */
export type UnderstandingLine = {
  readonly intent: IntentName | 'multi_intent'
  readonly isUpdate: boolean
  readonly clarify: boolean
  readonly updates: readonly ReportedUpdate[]
}

/** The line of the command line's contract for one message; several wishes in one message are told as such. */
export function describeUnderstanding({ intents, clarify, isCorrection, isCount }: Understanding): UnderstandingLine {
  const updates = intents.flatMap(({ slots }) => slots.updates)
  const isSeveral = intents.length > 1 || new Set(updates.map(kindOf)).size > 1
  const single = isCorrection ? 'undo_correct' : nameOf(intents[0])
  return { intent: isSeveral ? 'multi_intent' : single, isUpdate: updates.length > 0 || isCount === true, clarify, updates }
}

/** Control words are told by what they are a way of: the next page follows up, a link code says who one is. */
function nameOf(intent: Intent | undefined): IntentName {
  if (intent?.name === 'next_page') return 'followup'
  return intent?.name === 'link_account' ? 'identity' : (intent?.name ?? 'unclear')
}

function kindOf({ status, dueChange }: ReportedUpdate): string {
  if (status === 'blocked') return 'blocked'
  return status === null && dueChange !== null ? 'extension' : 'progress'
}
