import type { Edge } from './build-lattice.ts'
import { BREAK } from './syllable.ts'

const BEAM = 16

type State = {
  readonly first: number
  readonly second: number
  readonly cost: number
  readonly edge: Edge | undefined
  readonly from: State | undefined
}

/** What words cost where they stand. */
export type WordCost = (first: number, second: number, word: number) => number

/** The cheapest chain of edges from the first token to the last. */
export function findBestPath(lattice: readonly (readonly Edge[])[], wordCost: WordCost): Edge[] {
  const beams: Map<number, State>[] = Array.from({ length: lattice.length + 1 }, () => new Map())
  beams[0]!.set(0, { first: BREAK, second: BREAK, cost: 0, edge: undefined, from: undefined })
  for (let at = 0; at < lattice.length; at++) {
    const states = [...beams[at]!.values()].sort((a, b) => a.cost - b.cost).slice(0, BEAM)
    for (const state of states) for (const edge of lattice[at]!) extend(state, edge, beams[edge.end]!, wordCost)
    beams[at] = new Map()
  }
  const ends = [...beams[lattice.length]!.values()]
  return walkBack(ends.reduce<State | undefined>((best, state) => (!best || state.cost < best.cost ? state : best), undefined))
}

function extend(state: State, edge: Edge, beam: Map<number, State>, wordCost: WordCost): void {
  let { first, second, cost } = state
  cost += edge.cost
  for (const word of edge.words) {
    cost += wordCost(first, second, word)
    first = second
    second = word
  }
  const key = first * 65_536 + second
  const known = beam.get(key)
  if (!known || cost < known.cost) beam.set(key, { first, second, cost, edge, from: state })
}

function walkBack(end: State | undefined): Edge[] {
  const path: Edge[] = []
  for (let state = end; state?.edge; state = state.from) path.push(state.edge)
  return path.toReversed()
}
