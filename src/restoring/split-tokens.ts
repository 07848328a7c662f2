import { readQuarter } from './read-quarter.ts'

/** A line of the source and where it starts there. */
export type Line = { readonly text: string; readonly start: number }

/** A piece of a source line: something between blanks and joints. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** word: to be read · number, code (of a paper), mark (of a line), roman (number of a quarter): kept or repaired by rule · punctuation: kept. */
  readonly kind: 'word' | 'number' | 'code' | 'mark' | 'roman' | 'punctuation'
  /** What the Roman number of a quarter is. */
  readonly roman?: string
  /** A sentence or clause ends after it, or before it (line marks). */
  readonly isBreak: boolean
  /** Nothing stands between it and the token before it. */
  readonly isGlued: boolean
  /** It lost the blank between it and the number before it: "06thang". */
  readonly isGluedToNumber: boolean
  readonly line: number
}

const CHUNK = /\S+/gu
const EDGES = /^([^\p{L}\p{N}¢&@$£§]*)(.*?)([^\p{L}\p{M}\p{N}¢&@£§]*)$/su
const JOINT = /(?<=[\p{L}\p{N}]{2})[-–—/&,;:.()"“”+]+(?=\p{L}{2})|(?<=\p{L}\S?):(?=\d)|(?<=^\d{1,2})(?=\p{L}{4})/gu
const LINK = /^(?:https?:|www\.|\S+@\S+\.\S)/iu
const NUMBER = /^\d[\d.,/%°:-]*$/u
const PAPER_CODE = /^\p{L}\/\p{L}$|\d.*[-/].*\p{Lu}|\p{Lu}{2,}[-/]\p{Lu}{2,}|[-/]\p{Lu}{2,}/u

/** What goes on longer without a blank is no text; it is kept. */
const LONGEST_CHUNK = 160

const LINE_MARK = /^\s*(\S{1,2}(?=[).])|[IVXl1]{1,4}(?=[.-]\s?\p{L}{2})|[IVXl1iTLtvHm|]{1,5}(?=[.,-]\s?\p{Lu}{2}))/u

/** Splits a source into tokens, line by line; text between tokens is kept as it is. */
export function splitTokens(lines: readonly Line[]): Token[] {
  return lines.flatMap(({ text, start }, line) => {
    const mark = LINE_MARK.exec(text)
    if (!mark?.[1]) return splitLine(text, start, line)
    const end = start + mark[0].length
    const token: Token = {
      start: end - mark[1].length,
      end,
      text: mark[1],
      kind: 'mark',
      isBreak: true,
      isGlued: false,
      isGluedToNumber: false,
      line,
    }
    return [token, ...splitLine(text.slice(mark[0].length), end, line)]
  })
}

function splitLine(text: string, start: number, line: number): Token[] {
  const chunks = [...text.matchAll(CHUNK)]
  return chunks.flatMap((match, at) => {
    const from = start + match.index
    const quarter = readQuarter(
      chunks[at - 1]?.[0],
      match[0],
      chunks.slice(at + 1, at + 3).map(([chunk]) => chunk),
    )
    if (!quarter) return splitChunk(match[0], from, line)
    const { roman, length } = quarter
    const token = { start: from, end: from + length, text: match[0].slice(0, length), line, roman } as const
    return [
      { ...token, kind: 'roman', isBreak: false, isGlued: false, isGluedToNumber: false },
      ...splitChunk(match[0].slice(length), from + length, line),
    ]
  })
}

function splitChunk(chunk: string, start: number, line: number): Token[] {
  const tokens: Token[] = []
  const add = (from: number, to: number, kind: Token['kind']) => {
    if (from === to) return
    const text = chunk.slice(from, to).normalize('NFC')
    const isBreak = kind === 'punctuation' && /[.;:?!…•*+-]/u.test(text)
    tokens.push({
      start: start + from,
      end: start + to,
      text,
      kind,
      isBreak,
      isGlued: tokens.length > 0,
      isGluedToNumber: kind === 'word' && tokens.at(-1)?.kind === 'number',
      line,
    })
  }
  if (chunk.length > LONGEST_CHUNK) {
    add(0, chunk.length, 'punctuation')
    return tokens
  }
  const [, before = '', core = ''] = EDGES.exec(chunk) ?? []
  const [from, end] = [before.length, before.length + core.length]
  if (LINK.test(chunk)) add(0, chunk.length, 'code')
  else {
    add(0, from, 'punctuation')
    if (NUMBER.test(core)) add(from, end, 'number')
    else if (PAPER_CODE.test(core)) add(from, end, 'code')
    else addWords(core, from, add)
    add(end, chunk.length, 'punctuation')
  }
  return tokens
}

function addWords(core: string, start: number, add: (from: number, to: number, kind: Token['kind']) => void): void {
  let from = 0
  for (const joint of core.matchAll(JOINT)) {
    const end = joint.index + joint[0].length
    add(start + from, start + joint.index, NUMBER.test(core.slice(from, joint.index)) ? 'number' : 'word')
    add(start + joint.index, start + end, 'punctuation')
    from = end
  }
  add(start + from, start + core.length, NUMBER.test(core.slice(from)) ? 'number' : 'word')
}
