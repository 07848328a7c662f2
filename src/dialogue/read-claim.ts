import type { ProgressStatus } from '../domain/progress.ts'
import type { Clause } from './find-clauses.ts'
import { findCue } from './match-cues.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import { readAmount, type Amount } from './read-amount.ts'

/** What a clause claims of a duty, and the words (from-to, exclusive) that say so. */
export type Claim = {
  readonly kind: 'status' | 'extension' | 'withdrawal' | 'dispute'
  readonly status: ProgressStatus | null
  readonly percent: number | null
  readonly from: number
  readonly to: number
  /** The group of cues that said it. */
  readonly by: string
  /** Only about as far: "60-70 %". */
  readonly isRough?: boolean
}

type Rule = { readonly by: string; readonly kind: Claim['kind']; readonly status: ProgressStatus | null }

// The first that fits decides: "chưa xong" before "xong", "gần xong" before both.
const RULES: readonly Rule[] = [
  { by: 'withdrawn', kind: 'withdrawal', status: null },
  { by: 'disputed', kind: 'dispute', status: null },
  { by: 'returned', kind: 'status', status: 'in_progress' },
  { by: 'extension', kind: 'extension', status: null },
  { by: 'blocked', kind: 'status', status: 'blocked' },
  { by: 'dropped', kind: 'dispute', status: null },
  { by: 'nearly', kind: 'status', status: 'in_progress' },
  { by: 'notDone', kind: 'status', status: 'in_progress' },
  { by: 'vague', kind: 'status', status: null },
  { by: 'notYet', kind: 'status', status: null },
  { by: 'notStarted', kind: 'status', status: 'not_started' },
  { by: 'underway', kind: 'status', status: 'in_progress' },
  { by: 'done', kind: 'status', status: 'done' },
  { by: 'doing', kind: 'status', status: 'in_progress' },
  { by: 'partly', kind: 'status', status: 'in_progress' },
]

/** What a clause claims, or undefined when it claims nothing. */
export function readClaim(clause: Clause, lexicon: MessageLexicon): Claim | undefined {
  const bare = dropDoubleNegation(clause, lexicon)
  const amount = readAmount(bare.words)
  for (const { by, kind, status } of RULES) {
    const cue = findCue(lexicon.reports.get(by) ?? [], bare.words, bare.plain)
    if (!cue || (by === 'blocked' && hasCue('noTrouble', bare, lexicon))) continue
    if (kind !== 'status' || status === 'blocked' || !amount) return { kind, status, percent: percentOf(status), ...cue, by }
    break
  }
  return amount && buildAmountClaim(amount)
}

function buildAmountClaim({ from, to, share, percent, isRough = false }: Amount): Claim {
  const status = statusOf(share)
  return { kind: 'status', status, percent: percent ?? percentOf(status), from, to, by: 'amount', ...(isRough && { isRough }) }
}

/** Whether a clause holds a cue of a group. */
export function hasCue(group: string, { words, plain }: Clause, lexicon: MessageLexicon): boolean {
  return findCue(lexicon.reports.get(group) ?? [], words, plain) !== undefined
}

function statusOf(share: number): ProgressStatus {
  if (share >= 1) return 'done'
  return share === 0 ? 'not_started' : 'in_progress'
}

function percentOf(status: ProgressStatus | null): number | null {
  return status === 'done' ? 100 : null
}

/** "không phải chưa làm" says nothing by itself. Its words are kept as a mark, so that positions stay. */
function dropDoubleNegation(clause: Clause, lexicon: MessageLexicon): Clause {
  const cue = findCue(lexicon.reports.get('doubleNegation') ?? [], clause.words, clause.plain)
  if (!cue) return clause
  const words = clause.words.map((word, at) => (at >= cue.from && at < cue.to ? { ...word, text: '-', plain: '-' } : word))
  return { words, plain: ` ${words.map(({ plain }) => plain).join(' ')} `, endedBy: clause.endedBy }
}
