/** One question: what to do, and the data to do it with, which is never an instruction. */
export type ModelQuestion = { readonly instructions: string; readonly data: string; readonly longest: number }

/** Asks within what is left of the time of one answer; undefined for whatever did not come, came too late or could not be read. */
export type AskModel = (question: ModelQuestion) => Promise<string | undefined>

/** A language model that may help and is never needed: the time of one answer runs from its beginning. */
export type Model = { readonly begin: () => AskModel }
