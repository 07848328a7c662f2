import { LONGEST_READ, type Channel } from './channel.ts'
import type { WordTree } from './word-tree.ts'

/** Entries per character of a token: reads of none to LONGEST_READ characters. */
export const STRIDE = LONGEST_READ + 1
/** Tokens longer than this are no words. */
export const LONGEST_TOKEN = 16

// Two characters that no letter is known to be read as: all such pairs cost the same.
const STRANGE_PAIR = '\u0001\u0001'
const NEVER = -1
const MOST_PIECES = 2048

/** The prices of one token; they hold until the next token is asked for. */
export type TokenPrices = {
  /** Bits of reading a letter as the k characters from j on, at [j * STRIDE + k]. */
  readonly tableOf: (letter: number) => Float64Array
  /** The least bits that the characters from j on cost, whatever small letters, or capitals, were printed there. */
  readonly leastRest: (isCapital: boolean) => Float64Array
}

/** Creates the prices of tokens, of which it remembers the pieces. */
export function createPrices(tree: WordTree, channel: Channel): (token: string) => TokenPrices {
  const tables = tree.letters.map(() => new Float64Array((LONGEST_TOKEN + 1) * STRIDE))
  const filledFor: string[] = tree.letters.map(() => '')
  const costs: Float64Array[] = tree.letters.map(() => new Float64Array(MOST_PIECES).fill(-1))
  const ids = new Map<string, number>([[STRANGE_PAIR, 0]])
  const idOf = (piece: string): number => {
    const name = piece.length === 2 && !channel.longReads.has(piece) ? STRANGE_PAIR : piece
    if (piece.length > 2 && !channel.longReads.has(piece)) return NEVER
    const id = ids.get(name) ?? ids.size
    ids.set(name, id)
    return id
  }
  const fill = (table: Float64Array, letter: number, { pieces, pieceIds }: Pieces): void => {
    const known = costs[letter]!
    for (let at = 0; at < pieceIds.length; at++) {
      const id = pieceIds[at]!
      if (id === NEVER) table[at] = Infinity
      else if (id < MOST_PIECES && known[id]! >= 0) table[at] = known[id]!
      else {
        table[at] = channel.cost(tree.letters[letter]!, id === 0 ? STRANGE_PAIR : pieces[at]!)
        if (id < MOST_PIECES) known[id] = table[at]!
      }
    }
  }
  const open = (token: string): TokenPrices => {
    const pieces = listPieces(token)
    const pieceIds = Int32Array.from(pieces, (piece) => (piece === undefined ? NEVER : idOf(piece)))
    const tableOf = (letter: number): Float64Array => {
      const table = tables[letter]!
      if (filledFor[letter] !== token) fill(table, letter, { pieces, pieceIds })
      filledFor[letter] = token
      return table
    }
    const rests = new Map<boolean, Float64Array>()
    const leastRest = (isCapital: boolean): Float64Array => {
      const rest = rests.get(isCapital) ?? findLeastRest(tableOf, token.length, tree.letters.length / 2, isCapital)
      rests.set(isCapital, rest)
      return rest
    }
    return { tableOf, leastRest }
  }
  let last: { readonly token: string; readonly prices: TokenPrices } | undefined
  return (token) => {
    if (last?.token !== token) last = { token, prices: open(token) }
    return last.prices
  }
}

type Pieces = { readonly pieces: readonly (string | undefined)[]; readonly pieceIds: Int32Array }

function findLeastRest(tableOf: (letter: number) => Float64Array, length: number, count: number, isCapital: boolean): Float64Array {
  const least = new Float64Array((length + 1) * STRIDE).fill(Infinity)
  for (let letter = 0; letter < count; letter++) {
    const table = tableOf(letter + (isCapital ? count : 0))
    for (let at = 0; at < least.length; at++) if (table[at]! < least[at]!) least[at] = table[at]!
  }
  const rest = new Float64Array(length + 1)
  for (let j = length - 1; j >= 0; j--) {
    rest[j] = Infinity
    for (let k = 1; k < STRIDE && j + k <= length; k++) rest[j] = Math.min(rest[j]!, least[j * STRIDE + k]! + rest[j + k]!)
  }
  return rest
}

function listPieces(token: string): (string | undefined)[] {
  return Array.from({ length: (token.length + 1) * STRIDE }, (_, at) => {
    const start = Math.floor(at / STRIDE)
    const end = start + (at % STRIDE)
    return end <= token.length ? token.slice(start, end) : undefined
  })
}
