import type { Attachment } from './message.ts'

/** One templated sentence: the heading in prompts/replies.vi.md and what goes into its {blanks}. */
export type Phrase = {
  readonly say: string
  readonly with?: Readonly<Record<string, string | number | readonly Phrase[]>>
  /** Stands at the top of a page, so that what comes before stays one screen. */
  readonly startsPage?: boolean
}

/** What dondoc answers, before it is put into words: phrases in order, one paragraph each. */
export type Reply = {
  readonly phrases: readonly Phrase[]
  /** What can be pressed or typed next; choosing one is the same as typing its label. */
  readonly choices: readonly { readonly id: string; readonly label: Phrase }[]
  /** Duties that the reply shows, however shortened. */
  readonly dutyIds: readonly string[]
  /** Further duties that the reply speaks of without showing them. */
  readonly sources?: readonly string[]
  /** Words and days, "2026-11-21", of rows that are neither duties, plans, units nor progress: what was sent, how somebody is reminded. */
  readonly facts?: readonly string[]
  /** Files that go along: with the caption where the platform takes them, else as what is said with the link. */
  readonly attachments?: readonly { readonly attachment: Attachment; readonly say: string; readonly with?: Phrase['with'] }[]
  /** False when the loaded plans do not hold the answer. */
  readonly isAnswered: boolean
  /** True when the reply asks back instead of answering. */
  readonly asksBack: boolean
}
