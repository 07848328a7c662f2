/** What a capital tells of a word: the bits that it costs an ordinary word, and the chance that a name starts there. */
export type Capital = { readonly cost: number; readonly share: number }
