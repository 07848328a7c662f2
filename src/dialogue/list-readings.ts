import type { Intent, IntentName, Understanding } from './intent.ts'
import { rankIntents } from './rank-intents.ts'
import { readMessage } from './read-message.ts'
import type { UnderstandContext } from './understand-context.ts'

/** Below this certainty a reading is open to doubt. */
const SURE = 0.67
const LIKELY = 0.02
const MOST = 4

/** Read by grammars of their own, hanging on what was shown, or with consequences that no doubtful reading may have. */
const NEVER_OFFERED: ReadonlySet<IntentName> = new Set<IntentName>([
  'mark_done',
  'update_progress',
  'request_extension',
  'undo_correct',
  'followup',
])

/** The readings that a message leaves open, the likeliest first; empty where it is clear, reports something or wants several things. */
export function listReadings(text: string, { intents, clarify }: Understanding, context: UnderstandContext): readonly Intent[] {
  const [understood] = intents
  if (!understood || intents.length > 1 || clarify || understood.certainty >= SURE) return []
  if (understood.slots.updates.length > 0 || NEVER_OFFERED.has(understood.name)) return []
  const read = readMessage(text, context)
  const names = rankIntents(read, context.lexicon).flatMap(({ name, cues, chance }) => (cues > 0 || chance >= LIKELY ? [name] : []))
  const offered = new Set([understood.name, ...names.filter((name) => !NEVER_OFFERED.has(name))])
  const readings = [...offered]
    .filter((name) => name !== 'unclear')
    .slice(0, MOST)
    .map((name) => ({ ...understood, name }))
  return readings.length > 1 ? readings : []
}
