import { fold } from '../../text/fold.ts'

/** Share of common syllable pairs from which two texts are copies of one paper; 000 and 003 share 0.6, different plans on one subject 0.2. */
const SAME = 0.45

/** Whether two restored texts are two copies of the same paper, however badly one of them was scanned. */
export function isSamePaper(a: string, b: string): boolean {
  const pairsA = syllablePairs(a)
  const pairsB = syllablePairs(b)
  const common = [...pairsA].filter((pair) => pairsB.has(pair)).length
  return (
    common >= SAME * Math.max(1, Math.min(pairsA.size, pairsB.size)) &&
    Math.min(pairsA.size, pairsB.size) > 0.5 * Math.max(pairsA.size, pairsB.size)
  )
}

function syllablePairs(text: string): Set<string> {
  const syllables = fold(text).match(/[a-z]+/g) ?? []
  return new Set(syllables.slice(1).map((syllable, index) => `${syllables[index]} ${syllable}`))
}
