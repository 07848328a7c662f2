import type { MessageLexicon } from './message-lexicon.ts'
import type { IntentName } from './intent.ts'
import { matchCues } from './match-cues.ts'
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
  'confirm_deny',
]

/** Intents that live of the words that others leave out: "thế còn", "chào em". */
const OF_TALK: ReadonlySet<IntentName> = new Set<IntentName>(['followup', 'help'])

const REMEMBERED = 256
const remembered = new WeakMap<MessageLexicon, Map<string, readonly ScoredIntent[]>>()

/** Scores every intent by its cues in the telling words of a message, or with its talk where that matters. */
export function listScores(sketch: readonly MessageWord[], lexicon: MessageLexicon, full = sketch): readonly ScoredIntent[] {
  const known = remembered.get(lexicon) ?? new Map<string, readonly ScoredIntent[]>()
  remembered.set(lexicon, known)
  // The same clause is looked at as a report, as a question and as a part: it is scored once.
  const key = [sketch, full].map((words) => words.map(({ text }) => text).join(' ')).join('|')
  const scores = known.get(key) ?? listFreshScores(sketch, lexicon, full)
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, scores)
  return scores
}

function listFreshScores(sketch: readonly MessageWord[], lexicon: MessageLexicon, full: readonly MessageWord[]): ScoredIntent[] {
  return RECOGNIZED.map((name) => ({
    name,
    score: matchCues(lexicon.cues.get(name) ?? [], OF_TALK.has(name) ? full : sketch),
  })).sort((one, other) => other.score - one.score)
}
