import type { Edge } from './build-lattice.ts'
import type { Capital } from './capital.ts'
import { BREAK } from './syllable.ts'

const BEAM = 16
/** Bits that reading the same letters otherwise two words later costs. */
const REPEAT_COST = 4

type State = {
  readonly first: number
  readonly second: number
  readonly cost: number
  readonly edge: Edge | undefined
  readonly from: State | undefined
}

/** What words cost where they follow two others; asked once for the two, then for many words. */
export type WordCost = (first: number, second: number) => (word: number, capital?: Capital) => number

/** The two words before a place. */
export type Context = readonly [first: number, second: number]

/** The cheapest chain of edges from the first token to the last. */
export function findBestPath(
  lattice: readonly (readonly Edge[])[],
  wordCost: WordCost,
  [first, second]: Context = [BREAK, BREAK],
): Edge[] {
  const beams: State[][] = Array.from({ length: lattice.length + 1 }, () => [])
  beams[0]!.push({ first, second, cost: 0, edge: undefined, from: undefined })
  for (let at = 0; at < lattice.length; at++) {
    for (const state of beams[at]!) extend(state, lattice[at]!, beams, wordCost)
    beams[at] = []
  }
  return walkBack(beams[lattice.length]![0])
}

function extend(state: State, edges: readonly Edge[], beams: readonly State[][], wordCost: WordCost): void {
  const follow = wordCost(state.first, state.second)
  for (const edge of edges) {
    const beam = beams[edge.end]!
    const limit = beam.length < BEAM ? Infinity : beam[BEAM - 1]!.cost
    let cost = state.cost + edge.cost
    // Words cost nothing or more: what is beaten already stays beaten.
    if (cost >= limit) continue
    // What was printed alike so near is the same word.
    if (edge.isRepeated && edge.words[0] !== state.first) cost += REPEAT_COST
    let { first, second } = state
    for (const [at, word] of edge.words.entries()) {
      cost += at === 0 ? follow(word, edge.capital) : wordCost(first, second)(word)
      first = second
      second = word
    }
    if (cost < limit) place(beam, { first, second, cost, edge, from: state })
  }
}

// A beam stays sorted, holds the best state for each pair of last words, and no more than BEAM of them.
function place(beam: State[], state: State): void {
  const same = beam.findIndex(({ first, second }) => first === state.first && second === state.second)
  if (same >= 0 && beam[same]!.cost <= state.cost) return
  let at = same >= 0 ? same : Math.min(beam.length, BEAM - 1)
  for (; at > 0 && beam[at - 1]!.cost > state.cost; at--) beam[at] = beam[at - 1]!
  beam[at] = state
}

function walkBack(end: State | undefined): Edge[] {
  const path: Edge[] = []
  for (let state = end; state?.edge; state = state.from) path.push(state.edge)
  return path.toReversed()
}
