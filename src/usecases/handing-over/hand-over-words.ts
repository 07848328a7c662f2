import type { ConcernKind } from '../../domain/concern.ts'
import type { DutyActKind } from '../../domain/duty-life.ts'

/** Words with {blanks}. */
type Words = string

/** Every word of the papers of a hand-over: prompts/hand-over.vi.json. */
export type HandOverWords = {
  readonly sheetName: string
  readonly title: string
  /** Of minutes, in the number of the paper. */
  readonly symbol: string
  readonly subject: Words
  readonly asOf: Words
  readonly appendix: readonly string[]
  readonly opening: Words
  readonly parties: string
  readonly section: Readonly<Record<'state' | 'party', Words>>
  readonly underSubject: Readonly<Record<'state' | 'party', string | null>>
  readonly sections: Readonly<Record<'open' | 'history' | 'promises' | 'evidence', string>>
  readonly counts: Words
  readonly none: string
  readonly report: Words
  readonly unknownPerson: string
  readonly promise: Words
  readonly extensionAsked: Words
  readonly acts: Readonly<Record<DutyActKind, Words>>
  readonly because: Words
  readonly concerns: Readonly<Record<ConcernKind, Words>>
  readonly evidence: Words
  readonly columns: Readonly<Record<HandOverColumn, string>>
  readonly sum: string
  readonly notes: readonly string[]
  readonly giver: readonly string[]
  readonly taker: readonly string[]
}

/** Columns of the list of open duties. */
export type HandOverColumn = 'order' | 'text' | 'source' | 'deadline' | 'status' | 'evidence' | 'promises'
