/** A piece of a source line: something between blanks and joints. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** word: to be read · number, code: kept · punctuation: kept, silent or a break. */
  readonly kind: 'word' | 'number' | 'code' | 'punctuation'
  /** A sentence or clause ends after it, or before it (line marks). */
  readonly isBreak: boolean
  /** Nothing stands between it and the token before it. */
  readonly isGlued: boolean
  readonly line: number
}

const CHUNK = /\S+/gu
const EDGES = /^([^\p{L}\p{N}¢&@$£§]*)(.*?)([^\p{L}\p{N}¢&@£§]*)$/su
const JOINT = /(?<=[\p{L}\p{N}]{2})[-–—/&,;:.()"“”+]+(?=\p{L}{2})|(?<=\p{L}\S?):(?=\d)/gu
const LINK = /^(?:https?:|www\.|\S+@\S+\.\S)/iu
const NUMBER = /^\d[\d.,/%°:-]*$/u
const PAPER_CODE = /\d.*[-/].*\p{Lu}|\p{Lu}{2,}[-/]\p{Lu}{2,}|[-/]\p{Lu}{2,}/u

/** Splits a source into tokens, line by line; text between tokens is kept as it is. */
export function splitTokens(lines: readonly { readonly text: string; readonly start: number }[]): Token[] {
  return lines.flatMap(({ text, start }, line) =>
    [...text.matchAll(CHUNK)].flatMap((match) => splitChunk(match[0], start + match.index, line)),
  )
}

function splitChunk(chunk: string, start: number, line: number): Token[] {
  const token = (from: number, to: number, kind: Token['kind'], isGlued: boolean): Token => {
    const text = chunk.slice(from, to)
    const isBreak = kind === 'punctuation' && /[.;:?!…•*+-]/u.test(text)
    return { start: start + from, end: start + to, text, kind, isBreak, isGlued, line }
  }
  if (LINK.test(chunk)) return [token(0, chunk.length, 'code', false)]
  const [, before = '', core = '', after = ''] = EDGES.exec(chunk) ?? []
  const tokens: Token[] = []
  if (before) tokens.push(token(0, before.length, 'punctuation', false))
  const end = before.length + core.length
  if (core && (NUMBER.test(core) || PAPER_CODE.test(core))) {
    tokens.push(token(before.length, end, NUMBER.test(core) ? 'number' : 'code', tokens.length > 0))
  } else if (core) {
    let from = before.length
    for (const joint of core.matchAll(JOINT)) {
      const at = before.length + joint.index
      tokens.push(token(from, at, 'word', tokens.length > 0), token(at, at + joint[0].length, 'punctuation', true))
      from = at + joint[0].length
    }
    tokens.push(token(from, end, 'word', tokens.length > 0))
  }
  if (after) tokens.push(token(end, chunk.length, 'punctuation', tokens.length > 0))
  return tokens
}
