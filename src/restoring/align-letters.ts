import { LONGEST_READ, type Channel } from './channel.ts'

/** One printed letter and the characters it was read as. */
export type LetterRead = { readonly letter: string; readonly read: string }

/** The cheapest way in which a printed word was read as these characters, and its bits. */
export function matchLetters(
  word: string,
  read: string,
  channel: Channel,
): { readonly reads: LetterRead[]; readonly cost: number } {
  const letters = [...word]
  const width = read.length + 1
  const costs = new Float64Array((letters.length + 1) * width).fill(Infinity)
  const lengths = new Uint8Array(costs.length)
  costs[0] = 0
  for (let i = 1; i <= letters.length; i++) {
    for (let j = 0; j <= read.length; j++) {
      for (let k = 0; k <= Math.min(j, LONGEST_READ); k++) {
        const before = costs[(i - 1) * width + j - k]!
        if (before === Infinity) continue
        const cost = before + channel.cost(letters[i - 1]!, read.slice(j - k, j))
        if (cost < costs[i * width + j]!) {
          costs[i * width + j] = cost
          lengths[i * width + j] = k
        }
      }
    }
  }
  const cost = costs[letters.length * width + read.length]!
  return { reads: cost === Infinity ? [] : walkBack(letters, read, lengths, width), cost }
}

function walkBack(letters: readonly string[], read: string, lengths: Uint8Array, width: number): LetterRead[] {
  const reads: LetterRead[] = []
  let j = read.length
  for (let i = letters.length; i > 0; i--) {
    const length = lengths[i * width + j]!
    reads.push({ letter: letters[i - 1]!, read: read.slice(j - length, j) })
    j -= length
  }
  return reads.toReversed()
}
