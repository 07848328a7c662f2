import type { Intent, IntentName, Understanding } from './intent.ts'
import { readMessage } from './read-message.ts'
import { listScores } from './recognizers.ts'
import type { UnderstandContext } from './understand-context.ts'

/** Below this certainty a reading is open to doubt. */
const SURE = 0.67
const MOST = 4

/** Read by grammars of their own, or with consequences that no doubtful reading may have. */
const NEVER_OFFERED: ReadonlySet<IntentName> = new Set<IntentName>([
  'mark_done',
  'update_progress',
  'request_extension',
  'undo_correct',
])

/** The readings that a message leaves open, the likeliest first; empty where it is clear, reports something or wants several things. */
export function listReadings(text: string, { intents, clarify }: Understanding, context: UnderstandContext): readonly Intent[] {
  const [understood] = intents
  if (!understood || intents.length > 1 || clarify || understood.certainty >= SURE) return []
  if (understood.slots.updates.length > 0 || understood.name === 'undo_correct') return []
  const read = readMessage(text, context)
  const names = listScores(read.sketch, context.lexicon, read.full).flatMap(({ name, score }) => (score > 0 ? [name] : []))
  const offered = new Set([understood.name, ...names.filter((name) => !NEVER_OFFERED.has(name))])
  const readings = [...offered]
    .filter((name) => name !== 'unclear')
    .slice(0, MOST)
    .map((name) => ({ ...understood, name }))
  return readings.length > 1 ? readings : []
}
