import { readRarity, scoreCount } from './bm25.ts'
import { sumHolders, type Postings } from './build-postings.ts'
import type { NumberedDocuments } from './number-documents.ts'
import type { QueryWord } from './read-query.ts'

/** A candidate with its final score and the share of the question's weight that it holds. */
export type RankedCandidate = { readonly at: number; readonly score: number; readonly coverage: number }

/** Half of an accented syllable's score asks for its exact tones. */
const TONES_SHARE = 0.5
/** How much holding all of a question counts: questions in whole sentences want less of it, bare keywords more. */
const HELD_POWER = 0.35
/** What a syllable counts in coverage when only its folded form is there: "lượng" for "lương". */
const OTHER_TONES = 0.7
/** What a syllable counts in coverage when neither neighbour of the question stands beside it. */
const APART = 0.7

/** A syllable of the question, once, however often it was said. */
type Asked = { readonly word: QueryWord; readonly times: number; readonly tonedRarity: number; readonly hasNeighbour: boolean }
type Found = { count: number; exactCount: number; isJoined: boolean }
type Question = {
  readonly asked: readonly Asked[]
  /** Folded syllable to its place in asked. */
  readonly slots: ReadonlyMap<number, number>
  /** Neighbours in the question, as left * termCount + right. */
  readonly joins: ReadonlySet<number>
  readonly rarity: number
  readonly weight: number
}

/** Makes the ranker of one index. It reads candidates' words again: exact tones, and how much of the question they hold. */
export function createRanker(numbered: NumberedDocuments, singles: Postings) {
  const holders = sumHolders(numbered.tonedLists)
  const documents = numbered.tonedLists.starts.length - 1
  const rarityOfToned = (toned: number): number => readRarity(toned < 0 ? 0 : holders[toned + 1]! - holders[toned]!, documents)

  return (words: readonly QueryWord[], candidates: readonly number[], scores: Float64Array): RankedCandidate[] => {
    const question = readQuestion(words, numbered, rarityOfToned)
    const ranked = candidates.map((at): RankedCandidate => {
      const found = findWords(question, numbered, at)
      const { tones, held, covered } = weighFound(question, found, singles.damping[at]!)
      return { at, score: (scores[at]! + tones) * (held / question.rarity) ** HELD_POWER, coverage: covered / question.weight }
    })
    return ranked.sort((a, b) => b.score - a.score)
  }
}

function readQuestion(
  words: readonly QueryWord[],
  { foldedLists }: NumberedDocuments,
  rarityOfToned: (toned: number) => number,
): Question {
  const slots = new Map<number, number>()
  const asked: Asked[] = []
  for (const word of words) {
    const slot = slots.get(word.folded)
    if (slot === undefined) {
      // Words that nobody holds (-1) are each asked for themselves.
      if (word.folded >= 0) slots.set(word.folded, asked.length)
      asked.push({ word, times: 1, tonedRarity: rarityOfToned(word.toned), hasNeighbour: words.length > 1 })
    } else {
      const { word: first, ...ask } = asked[slot]!
      asked[slot] = { ...ask, word: { ...first, weight: Math.max(first.weight, word.weight) }, times: ask.times + 1 }
    }
  }
  return {
    asked,
    slots,
    joins: new Set(words.slice(1).map((word, at) => words[at]!.folded * foldedLists.termCount + word.folded)),
    rarity: asked.reduce((sum, { word }) => sum + word.rarity, 0),
    weight: asked.reduce((sum, { word }) => sum + word.weight, 0),
  }
}

function findWords({ asked, slots, joins }: Question, { foldedLists, tonedLists }: NumberedDocuments, document: number): Found[] {
  const found = asked.map(() => ({ count: 0, exactCount: 0, isJoined: false }))
  const end = foldedLists.starts[document + 1]!
  let previous: number | undefined
  let before = -1
  for (let at = foldedLists.starts[document]!; at < end; at += 1) {
    const folded = foldedLists.terms[at]!
    const slot = slots.get(folded)
    if (slot !== undefined) {
      found[slot]!.count += 1
      if (tonedLists.terms[at] === asked[slot]!.word.toned) found[slot]!.exactCount += 1
      if (previous !== undefined && joins.has(before * foldedLists.termCount + folded)) {
        found[slot]!.isJoined = true
        found[previous]!.isJoined = true
      }
    }
    previous = slot
    before = folded
  }
  return found
}

function weighFound({ asked }: Question, found: readonly Found[], damping: number) {
  let tones = 0
  let held = 0
  let covered = 0
  asked.forEach((ask, slot) => {
    const { count, exactCount, isJoined } = found[slot]!
    if (count === 0) return
    if (ask.word.isAccented) tones += gainTones(ask, found[slot]!, damping)
    const degree = ask.word.isAccented && exactCount === 0 ? OTHER_TONES : 1
    held += ask.word.rarity * degree
    covered += ask.word.weight * degree * (isJoined || !ask.hasNeighbour ? 1 : APART)
  })
  return { tones, held, covered }
}

/** What the exact tones earn instead of the folded form. */
function gainTones({ word, times, tonedRarity }: Asked, { count, exactCount }: Found, damping: number): number {
  return TONES_SHARE * times * (tonedRarity * scoreCount(exactCount, damping) - word.rarity * scoreCount(count, damping))
}
