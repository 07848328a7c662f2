/** Signs what dondoc gives out and later takes back, with a key that never leaves the office. */
export type Signer = {
  /** Letters and digits only: it can stand in a link. */
  readonly sign: (text: string) => string
  /** Compares in constant time. */
  readonly isSigned: (text: string, signature: string) => boolean
}
