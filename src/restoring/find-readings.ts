import { LONGEST_READ, type Channel } from './channel.ts'
import { formatCase, type LetterCase } from './letter-case.ts'
import type { SyllableModel } from './syllable-model.ts'
import { SPECIAL_WORDS } from './syllable.ts'

/** A word that may have been printed where something was read, with the bits that the misreading costs. */
export type WordReading = { readonly word: number; readonly letterCase: LetterCase; readonly cost: number }

/** A tree of the model's words, letter by letter. */
export type WordTree = { readonly letter: string; readonly upper: string; word: number; readonly children: WordTree[] }

const MOST_READINGS = 20
/** Bits behind the best reading at which a reading is no longer worth weighing. */
const MARGIN = 13
const LONGEST_TOKEN = 16

/** Builds the tree of all words of a model. */
export function buildWordTree(model: SyllableModel): WordTree {
  const root: WordTree = { letter: '', upper: '', word: -1, children: [] }
  for (let id = SPECIAL_WORDS.length; id < model.words.length; id++) {
    let node = root
    for (const letter of model.words[id]!) {
      let child = node.children.find((known) => known.letter === letter)
      if (!child) node.children.push((child = { letter, upper: formatCase(letter, 'upper'), word: -1, children: [] }))
      node = child
    }
    node.word = id
  }
  return root
}

/** Finds the words that a read token may stand for, cheapest first. */
export function findReadings(
  token: string,
  letterCase: LetterCase,
  tree: WordTree,
  channel: Channel,
  model: SyllableModel,
): WordReading[] {
  if (token.length > LONGEST_TOKEN) return []
  const prices = createPrices(token, channel)
  for (const limit of [2.2 * token.length + 8, 5 * token.length + 12]) {
    const found: WordReading[] = []
    const state = { token, letterCase, prices, limit, found }
    search(
      tree,
      Float64Array.from({ length: token.length + 1 }, (_, j) => (j === 0 ? 0 : Infinity)),
      0,
      state,
    )
    if (found.length > 0) return pickBest(found, model)
  }
  return []
}

type Search = {
  readonly token: string
  readonly letterCase: LetterCase
  readonly prices: (letter: string) => Float64Array
  limit: number
  readonly found: WordReading[]
}

function search(node: WordTree, row: Float64Array, depth: number, state: Search): void {
  const { token, letterCase } = state
  for (const child of node.children) {
    const isUpper = letterCase === 'upper' || (letterCase === 'title' && depth === 0)
    const prices = state.prices(isUpper ? child.upper : child.letter)
    const next = new Float64Array(row.length)
    let least = Infinity
    for (let j = 0; j < row.length; j++) {
      let best = row[j]! + prices[j * (LONGEST_READ + 1)]!
      for (let k = 1; k <= LONGEST_READ && k <= j; k++) {
        const cost = row[j - k]! + prices[(j - k) * (LONGEST_READ + 1) + k]!
        if (cost < best) best = cost
      }
      next[j] = best
      if (best < least) least = best
    }
    if (least > state.limit) continue
    const cost = next[token.length]!
    if (child.word >= 0 && cost <= state.limit) {
      state.found.push({ word: child.word, letterCase, cost })
      state.limit = Math.min(state.limit, cost + MARGIN)
    }
    search(child, next, depth + 1, state)
  }
}

// Bits of reading a letter as the k characters from j on, at [j * (LONGEST_READ + 1) + k], per letter.
function createPrices(token: string, channel: Channel): (letter: string) => Float64Array {
  const known = new Map<string, Float64Array>()
  return (letter) => {
    let prices = known.get(letter)
    if (!prices) {
      prices = new Float64Array((token.length + 1) * (LONGEST_READ + 1)).fill(Infinity)
      for (let j = 0; j <= token.length; j++) {
        for (let k = 0; k <= LONGEST_READ && j + k <= token.length; k++) {
          prices[j * (LONGEST_READ + 1) + k] = channel.cost(letter, token.slice(j, j + k))
        }
      }
      known.set(letter, prices)
    }
    return prices
  }
}

function pickBest(found: readonly WordReading[], model: SyllableModel): WordReading[] {
  const best = Math.min(...found.map(({ cost }) => cost))
  return found
    .filter(({ cost }) => cost <= best + MARGIN)
    .map((reading) => ({ reading, rank: reading.cost + 0.5 * model.costAlone(reading.word) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_READINGS)
    .map(({ reading }) => reading)
}
