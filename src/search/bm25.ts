/** Okapi BM25. k1 = 1 and b = 0.75 did best, or nearly so, on statutes, paragraphs and keyword questions alike. */
const K1 = 1
const B = 0.75

/** How rare a term is that so many of all documents hold; always above 0. */
export function readRarity(holders: number, documents: number): number {
  return Math.log(1 + (documents - holders + 0.5) / (holders + 0.5))
}

/** What a document's length does to its counts: the larger, the less each occurrence is worth. */
export function readDamping(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / averageLength)
}

/** The share of a term's rarity that so many occurrences earn. */
export function scoreCount(count: number, damping: number): number {
  return ((K1 + 1) * count) / (count + damping)
}
