import { fold } from '../text/fold.ts'

/** Độ mật: the stamp as printed and its line. */
export type SecrecyStamp = { readonly words: string; readonly line: number }

const STAMP =
  /^[\s|[\](){}"'“”.,:;*_#\-–—/\\]*(?:do mat\s*[:.]?\s*)?(?:t\s?o\s?i\s+m\s?a\s?t|t\s?u\s?y\s?e\s?t\s+m\s?a\s?t|m\s?a\s?t)[\s|[\](){}"'“”.,:;*_#\-–—/\\!]*$/

/** The secrecy stamp of a paper: a line of its own near the head that says Mật, Tối mật or Tuyệt mật. A mention inside a sentence is none. */
export function findSecrecyStamp(text: string): SecrecyStamp | undefined {
  const lines = text.normalize('NFC').split(/\r?\n/)
  for (const [index, line] of lines.slice(0, 40).entries()) {
    if (STAMP.test(fold(line)) && /\p{Lu}/u.test(line)) return { words: line.trim(), line: index + 1 }
  }
  return undefined
}

/** Whether a paper is stamped secret. */
export function isSecret(text: string): boolean {
  return findSecrecyStamp(text) !== undefined
}
