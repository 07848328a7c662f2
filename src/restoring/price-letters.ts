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

/** Bits of reading a letter as the k characters from j on, at [j * STRIDE + k]; a table holds until the next token is asked for. */
export function createPrices(tree: WordTree, channel: Channel): (token: string) => (letter: number) => Float64Array {
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
  return (token) => {
    const pieces = listPieces(token)
    const pieceIds = Int32Array.from(pieces, (piece) => (piece === undefined ? NEVER : idOf(piece)))
    return (letter) => {
      const table = tables[letter]!
      if (filledFor[letter] === token) return table
      filledFor[letter] = token
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
      return table
    }
  }
}

function listPieces(token: string): (string | undefined)[] {
  return Array.from({ length: (token.length + 1) * STRIDE }, (_, at) => {
    const start = Math.floor(at / STRIDE)
    const end = start + (at % STRIDE)
    return end <= token.length ? token.slice(start, end) : undefined
  })
}
