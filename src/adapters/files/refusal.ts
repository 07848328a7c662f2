/** Why a file is not taken in; `explain-refusal.ts` says each in a sentence. */
export type RefusalCode =
  | 'file-kind'
  | 'old-word'
  | 'not-a-file'
  | 'empty'
  | 'too-large'
  | 'too-many-pages'
  | 'encoding'
  | 'encrypted'
  | 'damaged'
  | 'inflates'
  | 'unsafe-paths'
  | 'entities'
  | 'too-slow'
  | 'memory'
  | 'scan-packing'
  | 'no-words'

/** Thrown inside a parser, told as a value at its door. */
export class FileRefusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, detail = code as string) {
    super(detail)
    this.name = 'FileRefusal'
    this.code = code
  }
}
