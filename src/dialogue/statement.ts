import type { Day } from '../domain/calendar.ts'
import type { MessageWord } from './normalized-message.ts'
import type { Claim } from './read-claim.ts'

/** What a statement is about: numbers of duties, words that name one, or neither. */
export type Topic = {
  readonly numbers: readonly number[]
  /** "cả 3", "tất cả": everything that was shown. */
  readonly isAll: boolean
  readonly words: readonly MessageWord[] | undefined
}

/** One claim about one topic. */
export type Statement = {
  readonly topic: Topic
  readonly claim: Claim
  readonly words: readonly MessageWord[]
  /** What ended its clause. */
  readonly endedBy: string
  /** The day that the clause names. */
  readonly day: Day | undefined
  /** Takes the place of what was said before: "à không, …". */
  readonly isRepair: boolean
  /** Said with a doubt, or about a day to come. */
  readonly isUnsure: boolean
  /** Clauses behind it that claim nothing. */
  readonly remarks: readonly (readonly MessageWord[])[]
}

/** Whether nothing tells which duty is meant. */
export function isNameless({ numbers, isAll, words }: Topic): boolean {
  return numbers.length === 0 && !isAll && words === undefined
}
