import type { Choice } from './message.ts'

/** One templated sentence: the heading in prompts/replies.vi.md and what goes into its {blanks}. */
export type Phrase = { readonly say: string; readonly with?: Readonly<Record<string, string | number | readonly Phrase[]>> }

/** What dondoc answers, before it is put into words: phrases in order, one paragraph each. */
export type Reply = {
  readonly phrases: readonly Phrase[]
  readonly choices: readonly (Choice & { readonly means: string })[]
  /** Duties that the reply shows, however shortened. */
  readonly dutyIds: readonly string[]
  /** False when the loaded plans do not hold the answer. */
  readonly isAnswered: boolean
  /** True when the reply asks back instead of answering. */
  readonly asksBack: boolean
}
