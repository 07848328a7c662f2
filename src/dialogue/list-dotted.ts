import { fold } from '../text/fold.ts'
import type { Token } from './find-tokens.ts'
import type { MessageLexicon } from './message-lexicon.ts'

/** Tokens with words of which only one letter was written in full: "t.khai" as "trien", "khai", "p.VHTT" as "p", "VHTT". */
export function listDotted(tokens: readonly Token[], lexicon: MessageLexicon): Token[] {
  const listed: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const [letter, mark, rest] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
    const isDotted = mark !== undefined && rest !== undefined && isJoined(letter, mark, rest)
    if (!isDotted) {
      listed.push(letter)
      continue
    }
    const span = { start: letter.start, end: rest.end }
    const first = findFirst(fold(letter.text.toLowerCase()), fold(rest.text.toLowerCase()), lexicon)
    listed.push(
      ...(first
        ? [
            { ...span, text: first },
            { ...span, text: rest.text },
          ]
        : [letter, rest]),
    )
    at += 2
  }
  return listed
}

function isJoined(letter: Token, mark: Token, rest: Token): boolean {
  return (
    /^\p{L}\p{M}*$/u.test(letter.text) &&
    /^[./]$/.test(mark.text) &&
    /^\p{L}{2}/u.test(rest.text) &&
    letter.end === mark.start &&
    mark.end === rest.start
  )
}

/** The one first syllable that begins with the letter and goes before the rest. */
function findFirst(letter: string, rest: string, { partners }: MessageLexicon): string | undefined {
  return [...(partners.before.get(rest) ?? [])].find((syllable) => syllable.startsWith(letter))
}
