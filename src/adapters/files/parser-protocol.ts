import type { FileLimits } from './file-limits.ts'
import type { FileKind } from './match-kind.ts'
import type { RefusalCode } from './refusal.ts'

/** What the parser's thread is given. */
export type ParserTask = { readonly kind: FileKind; readonly bytes: Uint8Array; readonly limits: FileLimits }

/** What a parser made of a file; pages are counted where the file has them. */
export type ParsedFile = { readonly text: string; readonly pages: number | null; readonly isRecognized: boolean }

/** What the parser's thread says: a sign of life for each page, then how it ended. */
export type ParserMessage =
  | { readonly says: 'page'; readonly page: number; readonly of: number }
  | { readonly says: 'parsed'; readonly parsed: ParsedFile }
  | { readonly says: 'refused'; readonly code: RefusalCode; readonly detail: string }
