import type { IntentName, ReportedUpdate, Understanding } from './intent.ts'

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
  const single = isCorrection ? 'undo_correct' : (intents[0]?.name ?? 'unclear')
  return { intent: isSeveral ? 'multi_intent' : single, isUpdate: updates.length > 0 || isCount === true, clarify, updates }
}

function kindOf({ status, dueChange }: ReportedUpdate): string {
  if (status === 'blocked') return 'blocked'
  return status === null && dueChange !== null ? 'extension' : 'progress'
}
