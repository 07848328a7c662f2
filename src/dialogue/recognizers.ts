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
  'confirm_deny',
]

/** Intents that live of the words that others leave out: "thế còn", "chào em". */
const OF_TALK: ReadonlySet<IntentName> = new Set<IntentName>(['followup', 'help'])

const REMEMBERED = 256

/** Scores of some words, as far as they were asked for. */
type Scores = { readonly plain: string; readonly byName: Map<IntentName, number> }
const remembered = new WeakMap<MessageLexicon, Map<string, Scores>>()

/** Scores every intent by its cues in the telling words of a message, or with its talk where that matters. */
export function listScores(sketch: readonly MessageWord[], lexicon: MessageLexicon, full = sketch): readonly ScoredIntent[] {
  const [ofTelling, ofAll] = [recallScores(sketch, lexicon), recallScores(full, lexicon)]
  return RECOGNIZED.map((name) => ({
    name,
    score: OF_TALK.has(name) ? scoreIntent(name, full, ofAll, lexicon) : scoreIntent(name, sketch, ofTelling, lexicon),
  })).sort((one, other) => other.score - one.score)
}

/** The score of one intent in the telling words of a message: nothing else is looked at. */
export function scoreOf(name: IntentName, sketch: readonly MessageWord[], lexicon: MessageLexicon): number {
  return scoreIntent(name, sketch, recallScores(sketch, lexicon), lexicon)
}

/** The same words are looked at as a message, as a report, as a question and as a part: they are scored once. */
function recallScores(words: readonly MessageWord[], lexicon: MessageLexicon): Scores {
  const known = remembered.get(lexicon) ?? new Map<string, Scores>()
  remembered.set(lexicon, known)
  const key = words.map(({ text }) => text).join(' ')
  const scores: Scores = known.get(key) ?? { plain: formatPlain(words), byName: new Map() }
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, scores)
  return scores
}

function scoreIntent(name: IntentName, words: readonly MessageWord[], scores: Scores, lexicon: MessageLexicon): number {
  const known = scores.byName.get(name)
  if (known !== undefined) return known
  const score = matchCues(lexicon.cues.get(name) ?? [], words, scores.plain)
  scores.byName.set(name, score)
  return score
}
