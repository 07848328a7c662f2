import { fold } from '../text/fold.ts'
import type { ReadingLexicon } from './lexicon.ts'

/** Độ mật: the stamp as printed and its line. */
export type SecrecyStamp = { readonly words: string; readonly line: number }

const DECORATION = /[\s|[\](){}<>"'“”‘’.,:;*_#=~\-–—/\\!]+/g
const HEAD = 60

/**
 * The secrecy stamp of a paper: Mật, Tối mật or Tuyệt mật on a line of its own, framed or spaced out, or after "Độ mật:".
 * A mention inside a sentence ("bí mật nhà nước", "chế độ bảo mật") is none.
 */
export function findSecrecyStamp(text: string, { words }: Pick<ReadingLexicon, 'words'>): SecrecyStamp | undefined {
  const stamps = new Set(words.secrecy.map((word) => fold(word).replace(DECORATION, '')))
  const lines = text.normalize('NFC').split(/\r\n|\n|\r/)
  for (const [index, line] of lines.entries()) {
    // A single low-case word may be the end of a wrapped sentence; stamps are printed in capitals, or as a title at the head.
    const isPrinted = line === line.toUpperCase() || (index < HEAD && isAlone(lines, index) && /^\P{L}*\p{Lu}/u.test(line))
    if (isPrinted && isStamp(line, stamps)) return { words: line.trim(), line: index + 1 }
  }
  return undefined
}

function isStamp(line: string, stamps: ReadonlySet<string>): boolean {
  return line.split(/\s{3,}|\t|\|/).some((cell) =>
    stamps.has(
      fold(cell)
        .replace(/^\W*(?:do|muc do)\s+mat\s*[:.-]/, '')
        .replace(DECORATION, ''),
    ),
  )
}

function isAlone(lines: readonly string[], index: number): boolean {
  const before = (lines[index - 1] ?? '').trim()
  return before === '' || /[.;:|*-]$/.test(before) || before === before.toUpperCase()
}

/** Whether a paper is stamped secret. */
export function isSecret(text: string, lexicon: Pick<ReadingLexicon, 'words'>): boolean {
  return findSecrecyStamp(text, lexicon) !== undefined
}
