import type { MessageLexicon } from './message-lexicon.ts'
import type { IntentName } from './intent.ts'
import { formatPlain, matchCues } from './match-cues.ts'
import type { MessageWord } from './normalized-message.ts'

/** How much of a message speaks for each intent, strongest first; ties keep the order of the list. */
export type ScoredIntent = { readonly name: IntentName; readonly score: number }

/** Every intent that words alone can show, in the order in which ties are settled. */
const RECOGNIZED: readonly IntentName[] = [
  'out_of_scope',
  'report_blocker',
  'request_extension',
  'undo_correct',
  'attach_evidence',
  'approve_return',
  'mark_done',
  'update_progress',
  'urge',
  'broadcast',
  'assign',
  'export_report',
  'reminder_pref',
  'unit_succession',
  'identity',
  'cite_source',
  'report_route',
  'doc_info',
  'list_due',
  'deadline',
  'status_query',
  'summary',
  'who_responsible',
  'my_duties',
  'unit_duties',
  'search',
  'help',
  'followup',
]

/** Intents whose words also speak of work done or not: "tổng hợp việc chưa xong" reports nothing. */
const ASKING: ReadonlySet<IntentName> = new Set(
  RECOGNIZED.filter((name) => !/^(?:mark_done|update_progress|report_blocker|request_extension|undo_correct|attach_evidence|followup|assign|report_route|doc_info|search)$/.test(name)),
)

/** Scores every intent by its cues. */
export function listScores(sketch: readonly MessageWord[], lexicon: MessageLexicon): ScoredIntent[] {
  const plain = formatPlain(sketch)
  return RECOGNIZED.map((name) => ({ name, score: matchCues(lexicon.cues.get(name) ?? [], sketch, plain) })).sort(
    (one, other) => other.score - one.score,
  )
}

/** How much words ask or order something, whatever work they speak of. */
export function matchAsking(sketch: readonly MessageWord[], lexicon: MessageLexicon): number {
  return listScores(sketch, lexicon).find(({ name }) => ASKING.has(name))?.score ?? 0
}
