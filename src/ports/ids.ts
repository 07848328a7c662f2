/** The only source of chance. */
export type Ids = {
  /** "prg_" and 20 unguessable base-32 characters. */
  readonly next: (prefix: 'off' | 'prg' | 'act' | 'evi' | 'cnc' | 'out' | 'chc') => string
  /** A six-digit link code, uniformly drawn. */
  readonly linkCode: () => string
  /** A short reference that people can type, "A7K2". */
  readonly reference: () => string
  /** A secret that no one guesses, 200 bits in small letters and digits: it can stand in a link. */
  readonly secret: () => string
  /** SHA-256 in hex; how codes are stored. */
  readonly hash: (text: string) => string
}
