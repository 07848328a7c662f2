import { fold } from '../text/fold.ts'

/** How often something printed was read as what. */
export type ReadCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** How one kind of scanner misreads letters (as none to three characters) and whole words: learned, or listed by hand. */
export type Confusions = { readonly letters: ReadCounts; readonly words: ReadCounts }

/** What reading does to letters. */
export type Channel = {
  /** Bits that it costs to read this printed letter as these characters. */
  readonly cost: (letter: string, read: string) => number
  /** Letters read as themselves, in bits; the channel of a clean text is near 0. */
  readonly share: (letter: string, read: string) => number
  /** Reads of several characters that some letter is known for. */
  readonly longReads: ReadonlySet<string>
}

/** Most characters that one letter is read as. */
export const LONGEST_READ = 3

const PRIOR_WEIGHT = 8

/** A channel from counts, over a channel that is believed where counts are few. */
export function buildChannel(counts: ReadCounts, below: Channel = bareChannel, weight = PRIOR_WEIGHT): Channel {
  const letters = new Map(
    Object.entries(counts).map(([letter, reads]) => {
      const entries = Object.entries(reads)
      return [letter, { total: entries.reduce((sum, [, count]) => sum + count, 0), reads: new Map(entries) }]
    }),
  )
  const share = (letter: string, read: string): number => {
    const known = letters.get(letter)
    const prior = below.share(letter, read)
    return known ? ((known.reads.get(read) ?? 0) + weight * prior) / (known.total + weight) : prior
  }
  const longReads = Object.values(counts).flatMap((reads) => Object.keys(reads).filter((read) => read.length > 1))
  return createChannel(share, new Set([...below.longReads, ...longReads]))
}

/** A channel that follows one or another of several, by weight. */
export function mixChannels(parts: readonly { readonly channel: Channel; readonly weight: number }[]): Channel {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  const share = (letter: string, read: string) =>
    parts.reduce((sum, { channel, weight }) => sum + (weight / total) * channel.share(letter, read), 0)
  return createChannel(share, new Set(parts.flatMap(({ channel }) => [...channel.longReads])))
}

// Remembers what it was asked: a paper asks for the same few thousand costs over and over.
function createChannel(share: Channel['share'], longReads: ReadonlySet<string>): Channel {
  const known = new Map<string, Map<string, number>>()
  const cost = (letter: string, read: string): number => {
    let costs = known.get(letter)
    if (!costs) known.set(letter, (costs = new Map()))
    let bits = costs.get(read)
    if (bits === undefined) costs.set(read, (bits = -Math.log2(share(letter, read))))
    return bits
  }
  return { share: (letter, read) => 2 ** -cost(letter, read), cost, longReads }
}

const BARE_SHARES = { lost: 2 ** -9, other: 2 ** -11, two: 2 ** -12, twoOthers: 2 ** -15, three: 2 ** -19 }

function bareShare(letter: string, read: string): number {
  if (read === letter) return 0.5
  if (read.length === 0) return BARE_SHARES.lost
  if (read.length === 1) return shareOfOne(letter, read)
  const plain = fold(letter)
  if (read.length === 2) return fold(read).includes(plain) ? BARE_SHARES.two : BARE_SHARES.twoOthers
  return BARE_SHARES.three
}

function shareOfOne(letter: string, read: string): number {
  if (fold(letter) !== fold(read)) return BARE_SHARES.other
  const isLower = letter === letter.toLowerCase()
  return isLower === (read === read.toLowerCase()) ? 0.25 : 2 ** -7
}

/** What is believed of letters before anything is learned: they lose accents, seldom more. */
export const bareChannel: Channel = createChannel(bareShare, new Set())
