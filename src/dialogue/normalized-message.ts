/** One word of a message in its full spelling, and where in the message it was read from. */
export type MessageWord = {
  /** Lower case, in full and with the tones that were typed or that its abbreviation stands for. */
  readonly text: string
  /** The same, folded. */
  readonly plain: string
  /** Offsets in the original; words of one abbreviation share them. */
  readonly start: number
  readonly end: number
}

/** A message in words that rules can read, tied to what was typed. */
export type NormalizedMessage = {
  /** As typed, NFC. */
  readonly original: string
  readonly words: readonly MessageWord[]
}
