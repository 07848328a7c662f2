import type { Channels } from './adapt-channel.ts'
import { fold } from '../text/fold.ts'
import { matchLetters } from './align-letters.ts'
import { createReadingFinder, type ReadingFinder, type WordReading } from './find-readings.ts'
import { caseOf, formatCase, listCases, lowerFirst, type LetterCase, type Surroundings } from './letter-case.ts'
import { createRomanFinder } from './create-roman-finder.ts'
import type { SyllableModel } from './syllable-model.ts'
import type { WordTree } from './word-tree.ts'

const STRANGE_CASE_COST = 6
const LONGEST_GLUED = 16
const MOST_READINGS = 20
const MOST_PART_READINGS = 4
const MOST_JOINED_READINGS = 5
/** Different tokens that are read with full care; no paper has more, but a hostile file may. */
const MOST_CAREFUL = 4000
/** Different tokens that are remembered. */
const MOST_KNOWN = 50_000
const MOST_TIRED_READINGS = 5
/** Bits that any reading of a token may cost; a dearer one would lose against keeping the token as it is. */
const mostFor = (text: string) => 22 + 3 * text.length
const mostTired = (text: string) => 4 + 2 * text.length
const mostJoined = (text: string) => 2 * text.length

/** What reads tokens, remembering those it has read. */
export type TokenReader = {
  readonly readWhole: (text: string, around: Surroundings) => readonly WordReading[]
  /** One word that was torn apart, its pieces put together: only where it is read well. */
  readonly readJoined: (text: string, around: Surroundings) => readonly WordReading[]
  /** Two words that were glued: the likeliest pairs. */
  readonly readGlued: (text: string, around: Surroundings) => readonly (readonly [WordReading, WordReading])[]
  /** True once so many different tokens were read that only the likeliest readings of new ones are looked for. */
  readonly isTired: () => boolean
}

/** Creates a reader of tokens; it remembers every token it has read. */
export function createTokenReader(tree: WordTree, channels: Channels, model: SyllableModel): TokenReader {
  const finder = createReadingFinder(tree, channels.letters)
  const rank = ({ cost, word }: WordReading) => cost + 0.5 * model.costAlone(word)
  const pickLikely = (readings: readonly WordReading[], most: number) =>
    [...readings].sort((a, b) => rank(a) - rank(b)).slice(0, most)
  const findStrange = createStrangeFinder(tree, channels, model)
  const addKnown = createKnownFinder(channels, model)
  const findRomans = createRomanFinder(channels.letters, model)
  // A capitalized word is seldom seen; what is known of it in small letters is known of it too.
  const shareOf = (word: string, letterCase: LetterCase, text: string, letterShare: number): number => {
    const share = channels.words.share(formatCase(word, letterCase), text, letterShare)
    return letterCase === 'title' ? Math.max(share, channels.words.share(word, lowerFirst(text), letterShare)) : share
  }
  let count = 0
  const isTired = () => count > MOST_CAREFUL
  const readWithin = (text: string, around: Surroundings, most: number, mostReadings: number) => {
    count++
    const cases = new Map(listCases(text, around).map(({ letterCase, cost }) => [letterCase, cost]))
    const byLetters = [
      ...[...cases.keys()].flatMap((letterCase) => finder.findWhole(text, letterCase, most)),
      ...findStrange(text, cases.keys()),
    ]
    const readings = addKnown(text, byLetters).map(({ word, letterCase, cost }) => {
      const share = shareOf(model.words[word]!, letterCase, text, 2 ** -cost)
      return { word, letterCase, cost: (cases.get(letterCase) ?? STRANGE_CASE_COST) - Math.log2(share) }
    })
    return [...findRomans(text), ...pickLikely(readings, mostReadings)]
  }
  const readWhole = (text: string, around: Surroundings) =>
    isTired()
      ? readWithin(text, around, mostTired(text), MOST_TIRED_READINGS)
      : readWithin(text, around, mostFor(text), MOST_READINGS)
  const readJoined = (text: string, around: Surroundings) =>
    readWithin(text, around, mostJoined(text), MOST_JOINED_READINGS).filter(({ cost }) => cost < mostJoined(text))
  const readGlued = createGluedReader(finder, pickLikely)
  return { readWhole: remember(readWhole), readJoined: remember(readJoined), readGlued: remember(readGlued), isTired }
}

type WordFinder = (text: string, readings: readonly WordReading[]) => WordReading[]

// Adds the words that are known, as wholes, to have been read like this.
function createKnownFinder({ letters, words }: Channels, model: SyllableModel): WordFinder {
  const wordIds = new Map(model.words.map((word, id) => [word, id]))
  return (text, readings) => {
    const seen = new Set(readings.map(({ word, letterCase }) => formatCase(model.words[word]!, letterCase)))
    const small = text === lowerFirst(text) ? [] : words.listWords(lowerFirst(text))
    const titles = small.filter((surface) => surface === surface.toLowerCase()).map((surface) => formatCase(surface, 'title'))
    const known = [...words.listWords(text), ...titles].filter((surface) => !seen.has(surface))
    return [
      ...readings,
      ...[...new Set(known)].flatMap((surface) => {
        const word = wordIds.get(surface.toLowerCase())
        const { cost } = matchLetters(surface, text, letters)
        return word === undefined ? [] : [{ word, letterCase: caseOf(surface), cost }]
      }),
    ]
  }
}

// Abbreviations and foreign words stand for themselves alone, give or take an accent.
function createStrangeFinder(
  { strange }: WordTree,
  { letters }: Channels,
  { words }: SyllableModel,
): (text: string, cases: Iterable<LetterCase>) => WordReading[] {
  return (text, cases) =>
    (strange.get(fold(text)) ?? []).flatMap((word) =>
      Array.from(cases, (letterCase) => {
        const { cost } = matchLetters(formatCase(words[word]!, letterCase), text, letters)
        return { word, letterCase, cost }
      }),
    )
}

function createGluedReader(
  finder: ReadingFinder,
  pickLikely: (readings: readonly WordReading[], most: number) => readonly WordReading[],
): TokenReader['readGlued'] {
  return (text, around) => {
    if (text.length > LONGEST_GLUED) return []
    const { letterCase } = listCases(text, around)[0]!
    const rest = letterCase === 'upper' ? 'upper' : 'lower'
    const heads = finder.findParts(text, letterCase, 0)
    const pairs: [WordReading, WordReading][] = []
    for (let cut = 1; cut < text.length; cut++) {
      if (heads[cut]!.length === 0) continue
      const tails = pickLikely(finder.findParts(text, rest, cut)[text.length]!, MOST_PART_READINGS)
      for (const head of pickLikely(heads[cut]!, MOST_PART_READINGS)) for (const tail of tails) pairs.push([head, tail])
    }
    return pairs
  }
}

function remember<Result>(read: (text: string, around: Surroundings) => Result): (text: string, around: Surroundings) => Result {
  const known = new Map<string, Result>()
  return (text, around) => {
    const key = `${around} ${text}`
    let result = known.get(key)
    if (result === undefined) {
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, (result = read(text, around)))
    }
    return result
  }
}
