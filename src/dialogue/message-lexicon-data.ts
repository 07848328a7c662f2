import type { IntentModelData } from './intent-model.ts'
import type { IntentName } from './intent.ts'

/** A meaning of an abbreviation; the first whose neighbours fit is taken. */
export type AbbreviationReading = {
  readonly means: string
  /** Folded pattern that the words before must end with. */
  readonly after?: string
  /** Folded pattern that the words behind must begin with. */
  readonly before?: string
}

/** data/lexicon/abbreviations.json: what officers shorten, by its folded spelling. */
export type AbbreviationData = Readonly<Record<string, string | readonly AbbreviationReading[]>>

/** Cue phrases of one intent by how much they say; patterns are accented and see the sketch of the message. */
export type CueData = {
  readonly sure?: readonly string[]
  readonly strong?: readonly string[]
  readonly weak?: readonly string[]
  readonly against?: readonly string[]
}

/** data/lexicon/intent-cues.json */
export type IntentCueData = Readonly<Partial<Record<IntentName, CueData>>>

/** data/lexicon/message-words.json: groups of words that the grammar of messages refers to. */
export type MessageWordData = Readonly<Record<string, readonly string[]>>

/** Everything about the words of messages that comes from data. */
export type MessageLexiconData = {
  readonly abbreviations: AbbreviationData
  readonly cues: IntentCueData
  /** data/lexicon/report-cues.json */
  readonly reports: MessageWordData
  readonly words: MessageWordData
  /** data/lexicon/letter-names.json */
  readonly letterNames: Readonly<Record<string, string>>
  /** data/models/intents.json */
  readonly intentModel: IntentModelData
}
