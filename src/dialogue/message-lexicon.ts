import type { Abbreviations } from './build-abbreviations.ts'
import type { IntentModel } from './intent-model.ts'
import type { IntentName } from './intent.ts'
import type { Cue } from './match-cues.ts'

/** Syllables of two-syllable words by their other syllable. */
export type Partners = ReadonlyMap<string, ReadonlySet<string>>

/** The words of messages, compiled once at start. */
export type MessageLexicon = {
  readonly abbreviations: Abbreviations
  /** Folded words that rules know: a misspelt word may be one of them. */
  readonly vocabulary: ReadonlySet<string>
  /** Folded two-syllable words, and which syllable goes before or behind which. */
  readonly pairs: ReadonlySet<string>
  readonly partners: { readonly behind: Partners; readonly before: Partners }
  readonly cues: ReadonlyMap<IntentName, readonly Cue[]>
  /** What the words of many messages taught about their intents. */
  readonly intentModel: IntentModel
  /** Cues of the grammar of reports, by what they tell. */
  readonly reports: ReadonlyMap<string, readonly Cue[]>
  /** What stands before or behind a number said in one word. */
  readonly counters: { readonly before: RegExp; readonly behind: RegExp }
  /** How letters are said: "bê" -> "b". */
  readonly letterNames: ReadonlyMap<string, string>
  /** Words that say nothing, with the tones that make them so ("dạ" is one, "da" may be "đã"). */
  readonly fillers: ReadonlySet<string>
  /** The groups of words in data as cues, tones and all. */
  readonly groups: ReadonlyMap<string, readonly Cue[]>
  /** One pattern for every group of words in data. */
  readonly shapes: ReadonlyMap<string, RegExp>
}

/** The pattern of a group of words; a group that data lacks is a broken build. */
export function matchGroup(lexicon: MessageLexicon, group: string): RegExp {
  const shape = lexicon.shapes.get(group)
  if (!shape) throw new Error(`message-words.json has no group "${group}"`)
  shape.lastIndex = 0
  return shape
}
