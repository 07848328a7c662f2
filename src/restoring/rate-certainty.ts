import type { Edge } from './build-lattice.ts'
import type { Context, WordCost } from './find-best-path.ts'
import { BREAK } from './syllable.ts'

/** For every edge of the best path, its share (0..1) among the edges that could stand there between the same neighbors. */
export function rateCertainty(path: readonly Edge[], lattice: readonly (readonly Edge[])[], wordCost: WordCost): number[] {
  const words = path.flatMap(({ words }) => words)
  let at = 0
  let before = 0
  return path.map((edge) => {
    const left: Context = [words[before - 2] ?? BREAK, words[before - 1] ?? BREAK]
    const right = words.slice(before + edge.words.length, before + edge.words.length + 2)
    const rivals = lattice[at]!.filter(({ end }) => end === edge.end)
    before += edge.words.length
    at = edge.end
    if (rivals.length < 2) return 1
    const costOf = priceBetween(left, right, wordCost)
    const cost = costOf(edge)
    const sum = rivals.reduce((total, rival) => total + (rival === edge ? 1 : 2 ** (cost - costOf(rival))), 0)
    return Math.round((1 / sum) * 1000) / 1000
  })
}

// What an edge costs between the words on its left and on its right.
function priceBetween(left: Context, right: readonly number[], wordCost: WordCost): (edge: Edge) => number {
  const follow = wordCost(...left)
  return (edge) => {
    let [first, second] = left
    let { cost } = edge
    for (const [at, word] of [...edge.words, ...right].entries()) {
      cost += at === 0 ? follow(word, edge.capital) : wordCost(first, second)(word)
      first = second
      second = word
    }
    return cost
  }
}
