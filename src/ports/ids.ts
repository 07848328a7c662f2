/** The only source of chance. */
export type Ids = {
  /** "prg_" and 20 unguessable base-32 characters. */
  readonly next: (prefix: 'off' | 'prg' | 'out' | 'chc') => string
  /** A six-digit link code, uniformly drawn. */
  readonly linkCode: () => string
  /** A short reference that people can type, "A7K2". */
  readonly reference: () => string
  /** SHA-256 in hex; how codes are stored. */
  readonly hash: (text: string) => string
}
