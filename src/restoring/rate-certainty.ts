import type { Edge } from './build-lattice.ts'
import type { WordCost } from './find-best-path.ts'
import { BREAK } from './syllable.ts'

/** For every edge of the best path, its share (0..1) among the edges that could stand there between the same neighbors. */
export function rateCertainty(path: readonly Edge[], lattice: readonly (readonly Edge[])[], wordCost: WordCost): number[] {
  const words = path.flatMap(({ words }) => words)
  let at = 0
  let before = 0
  return path.map((edge) => {
    const context = {
      left: [words[before - 2] ?? BREAK, words[before - 1] ?? BREAK],
      right: words.slice(before + edge.words.length, before + edge.words.length + 2),
    }
    const rivals = lattice[at]!.filter(({ end }) => end === edge.end)
    before += edge.words.length
    at = edge.end
    if (rivals.length < 2) return 1
    const cost = costBetween(edge, context, wordCost)
    const sum = rivals.reduce(
      (total, rival) => total + (rival === edge ? 1 : 2 ** (cost - costBetween(rival, context, wordCost))),
      0,
    )
    return Math.round((1 / sum) * 1000) / 1000
  })
}

type Context = { readonly left: readonly number[]; readonly right: readonly number[] }

function costBetween(edge: Edge, { left, right }: Context, wordCost: WordCost): number {
  let [first = BREAK, second = BREAK] = left
  let cost = edge.cost
  for (const word of [...edge.words, ...right]) {
    cost += wordCost(first, second, word)
    first = second
    second = word
  }
  return cost
}
