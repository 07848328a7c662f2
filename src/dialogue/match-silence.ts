import type { Clause } from './find-clauses.ts'
import { matchAsking } from './recognizers.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import { hasCue, type Claim } from './read-claim.ts'

/** Why a clause reports nothing although it speaks of work. */
export type Silence = 'asked' | 'supposed' | 'heard' | 'told' | 'listed' | 'past' | 'acknowledged' | 'promised' | 'wanted'

const PAST = / (?:da|roi|xong roi) /

type Rule = { readonly silence: Silence; readonly isSo: (clause: Clause, claim: Claim | undefined, lexicon: MessageLexicon) => boolean }

const RULES: readonly Rule[] = [
  { silence: 'asked', isSo: (clause, _, lexicon) => clause.endedBy === '?' || hasCue('question', clause, lexicon) },
  { silence: 'supposed', isSo: (clause, _, lexicon) => hasCue('hypothetical', clause, lexicon) },
  { silence: 'past', isSo: (clause, _, lexicon) => hasCue('past', clause, lexicon) },
  { silence: 'heard', isSo: (clause, claim, lexicon) => claim?.kind !== 'withdrawal' && hasCue('hearsay', clause, lexicon) },
  {
    silence: 'acknowledged',
    isSo: (clause, _, lexicon) => !clause.plain.includes('@duty') && hasCue('acknowledged', clause, lexicon),
  },
  {
    silence: 'told',
    isSo: (clause, claim, lexicon) => isOfWork(claim) && !PAST.test(clause.plain) && hasCue('instruction', clause, lexicon),
  },
  {
    silence: 'wanted',
    isSo: (clause, claim, lexicon) => isOfWork(claim) && !clause.plain.includes('@duty') && !PAST.test(clause.plain) && matchAsking(clause.words, lexicon) >= SURE,
  },
  { silence: 'listed', isSo: (clause, claim, lexicon) => isOfWork(claim) && !clause.plain.includes('@duty') && hasCue('listing', clause, lexicon) },
  {
    silence: 'promised',
    isSo: (clause, claim, lexicon) => claim?.status === 'done' && !PAST.test(clause.plain) && hasCue('future', clause, lexicon) && !hasCue('expected', clause, lexicon),
  },
]

/** A score from which words are surely a question or an order. */
const SURE = 6

/** Why a clause with this claim reports nothing; undefined when it does report. */
export function matchSilence(clause: Clause, claim: Claim | undefined, lexicon: MessageLexicon): Silence | undefined {
  return RULES.find(({ isSo }) => isSo(clause, claim, lexicon))?.silence
}

/** Instructions and lists speak of work done or not; of trouble and of more time only those speak who do the work. */
function isOfWork(claim: Claim | undefined): boolean {
  return claim?.kind === 'status' && claim.status !== 'blocked'
}
