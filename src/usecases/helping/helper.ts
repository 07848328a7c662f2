import type { Model } from '../../ports/model.ts'

/** A language model with what it is told; without one nothing is missing. */
export type Helper = {
  readonly model: Model
  /** prompts/model/choose-reading.md and shorten.md */
  readonly instructions: { readonly chooseReading: string; readonly shorten: string }
  /** prompts/model/readings.vi.md: what each intent means, by its name. */
  readonly meanings: ReadonlyMap<string, string>
}
