import type { Intent, IntentName } from './intent.ts'
import type { RankedIntent } from './rank-intents.ts'
import type { UnderstandContext } from './understand-context.ts'

/** Enough for a word like "hạn" to turn a follow-up into a question of its own. */
const ENOUGH = 3

/**
 * A message that leans on the last one: "còn Công an thì sao" asks the same of another unit, "thế hạn thì sao" asks another thing of
 * what was shown. Without anything shown it stays a follow-up, which is asked back.
 */
export function buildFollowup(intent: Intent, ranked: readonly RankedIntent[], { conversation }: UnderstandContext): Intent {
  if (!conversation?.lastIntent) return intent
  const own = [...ranked].sort((one, other) => other.cues - one.cues).find(({ name }) => name !== 'followup')
  const name = own && own.cues >= ENOUGH ? own.name : repeated(conversation.lastIntent as IntentName, intent)
  const { plans } = intent.slots
  const shown = { words: '', start: 0, end: 0, planIds: conversation.shownPlanIds, number: null }
  const kept = plans.length > 0 || conversation.shownPlanIds.length === 0 ? plans : [shown]
  return { ...intent, name, slots: { ...intent.slots, plans: kept } }
}

/** What can be asked of one unit and then of another. */
const OF_UNITS =
  /^(?:deadline|report_route|status_query|list_due|urge|summary|unit_succession|export_report|assign|search|cite_source|doc_info)$/

/** "Còn Công an thì sao" after "phòng em có việc gì" is about a named unit; "cái thứ 2" after a list asks for its words. */
function repeated(last: IntentName, { slots }: Intent): IntentName {
  if (slots.units.length > 0 && !OF_UNITS.test(last)) return 'unit_duties'
  const isList = /^(?:my_duties|unit_duties|list_due|search|who_responsible)$/.test(last)
  return slots.ordinals.length > 0 && isList ? 'cite_source' : last
}
