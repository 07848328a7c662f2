/** A piece of a message: a word, a number, a document number, a mark. */
export type Token = { readonly text: string; readonly start: number; readonly end: number }

const SHAPES = [
  String.raw`\n+`,
  String.raw`https?:\/\/\S+`,
  // 264-KH/TU · 45/KH-UBND · 815/UBND · 16/2020/QĐ-UBND · 187-KH-HU
  String.raw`\d+(?:\/\d{4})? ?[-/] ?[A-ZĐa-zđ]{2,}(?:\d+)?(?: ?[-/] ?[A-ZĐa-zđ]{1,}\d*)+`,
  String.raw`\d+\/[A-ZĐ]{2,}`,
  // III.3.2.a · 2.b
  String.raw`(?:[IVX]+|\d+)(?:\.(?:\d+|[a-zđ]))+(?![\p{L}\d])`,
  String.raw`\d+(?:[./,-]\d+)*`,
  String.raw`[\p{L}\p{M}](?:\/[\p{L}\p{M}](?![\p{L}\p{M}\d]))`,
  String.raw`[\p{L}\p{M}][\p{L}\p{M}\d]*`,
  String.raw`\p{Extended_Pictographic}\p{M}*`,
  String.raw`\.{2,}|->|[^\s]`,
]
const TOKEN = new RegExp(SHAPES.join('|'), 'gu')
const LETTERS_THEN_DIGITS = /^(\p{L}+?)(\d+)(\p{L}*)$/u

/** All pieces of a message, in order; offsets are those of the text given. */
export function findTokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
}

/** A glued token in its parts ("nv2" -> "nv", "2"); alone when it is not glued. */
export function listDigitParts(token: Token): Token[] {
  const parts = LETTERS_THEN_DIGITS.exec(token.text)?.slice(1).filter(Boolean) ?? [token.text]
  let start = token.start
  return parts.map((text) => ({ text, start, end: (start += text.length) }))
}
