import type { WordCost } from './find-best-path.ts'

/** Names of people by their parts, commonest first, and of peoples; as data/lexicon/person-names.json holds them. */
export type PersonNames = {
  readonly families: string
  readonly middles: string
  readonly givens: string
  readonly peoples: string
  /** Words that stand before names. */
  readonly before: string
}

/** What is known of names: how likely a word is in one, where another word went before it. */
export type NameModel = (before: number, startChance: number) => (word: number) => number

type Shares = ReadonlyMap<number, number>

const NOTHING: Shares = new Map()
/** Chances that a name starts behind a word that announces one, and that a name of a place or a person goes on. */
const CHANCES = { introduced: 0.05, place: 0.1, person: 0.1 }
const GIVEN_AFTER_MIDDLE = 0.85
const MIDDLE_AFTER_FAMILY = 0.8
/** How a list of names, commonest first, thins out. */
const FLATNESS = 6
const PERSONS = 0.45

/** Builds a model of names from those of places (ids of their words, without the word for the kind) and of people. */
export function buildNameModel(
  places: readonly (readonly number[])[],
  people: PersonNames | undefined,
  idsOf: (name: string) => readonly number[],
): NameModel {
  const peoples = people?.peoples.split('|').map(idsOf) ?? []
  const families = rankShares(people?.families ?? '', idsOf)
  const middles = rankShares(people?.middles ?? '', idsOf)
  const givens = rankShares(people?.givens ?? '', idsOf)
  const [starts, follow] = countNames([...places, ...peoples, ...peoples, ...peoples])
  const startShare = (word: number) => (1 - PERSONS) * (starts.get(word) ?? 0) + PERSONS * (families.get(word) ?? 0)
  const afterFamily = (word: number) =>
    MIDDLE_AFTER_FAMILY * (middles.get(word) ?? 0) + (1 - MIDDLE_AFTER_FAMILY) * (givens.get(word) ?? 0)
  const afterMiddle = (word: number) =>
    GIVEN_AFTER_MIDDLE * (givens.get(word) ?? 0) + (1 - GIVEN_AFTER_MIDDLE) * (middles.get(word) ?? 0)
  const introducers = new Set(idsOf(people?.before ?? ''))
  return (before, startChance) => {
    const followers = follow.get(before) ?? NOTHING
    const start = introducers.has(before) ? CHANCES.introduced : startChance
    const isFamily = families.has(before)
    const isMiddle = middles.has(before)
    return (word) =>
      start * startShare(word) +
      CHANCES.place * (followers.get(word) ?? 0) +
      (isFamily ? CHANCES.person * afterFamily(word) : 0) +
      (isMiddle ? CHANCES.person * afterMiddle(word) : 0)
  }
}

/** Costs of words that also know names: only words with a capital may be one. */
export function addNames(below: WordCost, names: NameModel): WordCost {
  return (first, second) => {
    const general = below(first, second)
    let nameShare: ((word: number) => number) | undefined
    return (word, capital) => {
      if (!capital) return general(word)
      // A context is asked for one place, or for two whose chances hardly differ.
      nameShare ??= names(second, capital.share)
      const share = nameShare(word)
      const cost = general(word, capital) + capital.cost
      return share > 0 ? -Math.log2(2 ** -cost + share) : cost
    }
  }
}

function rankShares(list: string, idsOf: (name: string) => readonly number[]): Shares {
  const ids = [...new Set(list.split(' ').flatMap((name) => idsOf(name).slice(0, 1)))]
  const total = ids.reduce((sum, _, at) => sum + 1 / (at + FLATNESS), 0)
  return new Map(ids.map((id, at) => [id, 1 / (at + FLATNESS) / total]))
}

function countNames(names: readonly (readonly number[])[]): [Shares, ReadonlyMap<number, Shares>] {
  const starts = new Map<number, number>()
  const pairs = new Map<number, Map<number, number>>()
  for (const name of names) {
    name.forEach((word, at) => {
      const before = name[at - 1]
      let counts = starts
      if (before !== undefined) {
        counts = pairs.get(before) ?? new Map<number, number>()
        pairs.set(before, counts)
      }
      counts.set(word, (counts.get(word) ?? 0) + 1)
    })
  }
  return [shareOut(starts), new Map([...pairs].map(([before, counts]) => [before, shareOut(counts)]))]
}

function shareOut(counts: ReadonlyMap<number, number>): Shares {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...counts].map(([word, count]) => [word, count / total]))
}
