import { readDamping, readRarity, scoreCount } from './bm25.ts'

/** Term numbers of all documents one after the other; document d is from starts[d] up to starts[d + 1]. */
export type TermLists = { readonly terms: Int32Array; readonly starts: Int32Array; readonly termCount: number }

/** Inverted lists in flat arrays: for each term the documents that hold it, and how often. */
export type Postings = {
  /** Highest for a term that is not there (-1). */
  readonly rarityOf: (term: number) => number
  /** Of each document. */
  readonly damping: Float64Array
  /** Adds the term's BM25 score to every document that holds it. */
  readonly addScores: (term: number, scores: Float64Array) => void
}

/** Builds inverted lists with BM25's ingredients. */
export function buildPostings(lists: TermLists): Postings {
  const documents = lists.starts.length - 1
  const { starts, holders, counts } = fillPostings(lists)
  const averageLength = lists.terms.length / Math.max(1, documents) || 1
  const damping = new Float64Array(documents)
  for (let document = 0; document < documents; document += 1) {
    damping[document] = readDamping(lists.starts[document + 1]! - lists.starts[document]!, averageLength)
  }
  const rarityOf = (term: number): number => readRarity(term < 0 ? 0 : starts[term + 1]! - starts[term]!, documents)
  return {
    rarityOf,
    damping,
    addScores(term, scores) {
      if (term < 0) return
      const rarity = rarityOf(term)
      const end = starts[term + 1]!
      for (let at = starts[term]!; at < end; at += 1) {
        const document = holders[at]!
        scores[document]! += rarity * scoreCount(counts[at]!, damping[document]!)
      }
    },
  }
}

/** For each term the number of documents that hold it, summed up: term t's holders are from starts[t] up to starts[t + 1]. */
export function sumHolders({ terms, starts, termCount }: TermLists): Int32Array {
  const ends = new Int32Array(termCount + 1)
  const lastSeen = new Int32Array(termCount).fill(-1)
  for (let document = 0; document + 1 < starts.length; document += 1) {
    for (let at = starts[document]!; at < starts[document + 1]!; at += 1) {
      const term = terms[at]!
      if (lastSeen[term] === document) continue
      lastSeen[term] = document
      ends[term + 1]! += 1
    }
  }
  for (let term = 0; term < termCount; term += 1) ends[term + 1]! += ends[term]!
  return ends
}

function fillPostings(lists: TermLists) {
  const starts = sumHolders(lists)
  const holders = new Int32Array(starts[lists.termCount]!)
  const counts = new Uint16Array(holders.length)
  const next = starts.slice(0, lists.termCount)
  for (let document = 0; document + 1 < lists.starts.length; document += 1) {
    for (let at = lists.starts[document]!; at < lists.starts[document + 1]!; at += 1) {
      const term = lists.terms[at]!
      const last = next[term]! - 1
      if (last >= starts[term]! && holders[last] === document) {
        if (counts[last]! < 65_535) counts[last]! += 1
        continue
      }
      holders[last + 1] = document
      counts[last + 1] = 1
      next[term]! += 1
    }
  }
  return { starts, holders, counts }
}
