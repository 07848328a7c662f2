import type { Day } from '../domain/calendar.ts'
import type { MessageWord } from './normalized-message.ts'
import type { Claim } from './read-claim.ts'

/** What a statement is about: numbers of duties, words that name one, or neither. */
export type Topic = {
  readonly numbers: readonly number[]
  /** "cả 3", "tất cả": everything that was shown. */
  readonly isAll: boolean
  /** "mấy việc kia": everything shown but what else is spoken of. */
  readonly isRest?: boolean
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
  /** "Trừ việc 6": taken out of what was said of several. */
  readonly isException: boolean
  /** Clauses behind it that claim nothing. */
  readonly remarks: readonly (readonly MessageWord[])[]
}

/** Whether nothing tells which duty is meant. */
export function isNameless({ numbers, isAll, words }: Topic): boolean {
  return numbers.length === 0 && !isAll && words === undefined
}

/** "Đã ban hành QĐ 77, nv 1 xong": the paper is what the duty came to. */
export function isPaperOnly({ topic, claim, words }: Statement, next: Claim): boolean {
  return (
    /^(?:done|doing|partly)$/.test(claim.by) &&
    next.status === 'done' &&
    [...(topic.words ?? []), ...words.filter(({ plain }) => plain === '@plan')].some(
      ({ plain }) => plain === '@plan' || /^\d+\/?[a-z-]*$/.test(plain),
    )
  )
}

/** "xong chương trình, kế hoạch …": the clause goes on naming what the last one ended with. */
export function isListed({ topic, words, endedBy, claim }: Statement): boolean {
  return endedBy === ',' && claim.by !== 'nearly' && topic.words !== undefined && topic.words.at(-1)?.end === words.at(-1)?.end
}
