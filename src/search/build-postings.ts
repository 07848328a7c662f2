/** Inverted lists in flat arrays: for each term the documents that hold it, how often, and the documents' lengths. */
export type Postings = {
  /** Documents that hold the term; 0 for a term that is not there. */
  readonly countDocuments: (term: number) => number
  /** BM25's rarity of a term, always above 0. */
  readonly idf: (term: number) => number
  /** Adds the term's BM25 score, times weight, to every document that holds it. */
  readonly addScores: (term: number, weight: number, scores: Float64Array) => void
  /** Adds the amount, once, to every document that holds the term. */
  readonly addPresence: (term: number, amount: number, scores: Float64Array) => void
}

const K1 = 1
const B = 0.75

/** Builds inverted lists over documents given as lists of term numbers below termCount. */
export function buildPostings(documents: readonly Int32Array[], termCount: number): Postings {
  const { starts, holders, counts } = fillLists(documents, termCount)
  const total = documents.reduce((sum, terms) => sum + terms.length, 0)
  const average = total / Math.max(1, documents.length) || 1
  const damping = Float64Array.from(documents, (terms) => K1 * (1 - B + (B * terms.length) / average))

  const countDocuments = (term: number): number => (starts[term + 1] ?? 0) - (starts[term] ?? 0)
  const idf = (term: number): number => {
    const held = countDocuments(term)
    return Math.log(1 + (documents.length - held + 0.5) / (held + 0.5))
  }
  return {
    countDocuments,
    idf,
    addScores(term, weight, scores) {
      const gain = weight * idf(term) * (K1 + 1)
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at += 1) {
        const document = holders[at]!
        const count = counts[at]!
        scores[document]! += (gain * count) / (count + damping[document]!)
      }
    },
    addPresence(term, amount, scores) {
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at += 1) scores[holders[at]!]! += amount
    },
  }
}

function fillLists(documents: readonly Int32Array[], termCount: number) {
  const starts = new Int32Array(termCount + 1)
  const lastSeen = new Int32Array(termCount).fill(-1)
  documents.forEach((terms, document) => {
    for (const term of terms) {
      if (lastSeen[term] === document) continue
      lastSeen[term] = document
      starts[term + 1]! += 1
    }
  })
  for (let term = 0; term < termCount; term += 1) starts[term + 1]! += starts[term]!

  const holders = new Int32Array(starts[termCount]!)
  const counts = new Uint16Array(holders.length)
  const next = starts.slice(0, termCount)
  documents.forEach((terms, document) => {
    for (const term of terms) {
      const last = next[term]! - 1
      if (last >= starts[term]! && holders[last] === document) {
        if (counts[last]! < 65_535) counts[last]! += 1
        continue
      }
      holders[last + 1] = document
      counts[last + 1] = 1
      next[term]! += 1
    }
  })
  return { starts, holders, counts }
}
