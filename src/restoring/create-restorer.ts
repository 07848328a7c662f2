import { fold } from '../text/fold.ts'
import type { Channels } from './adapt-channel.ts'
import { bareChannel, buildChannel, mixChannels, type Confusions } from './channel.ts'
import type { WordCost } from './find-best-path.ts'
import type { OfficeNames } from './list-office-names.ts'
import type { PlaceName } from './list-place-names.ts'
import { buildNameModel, type NameModel, type PersonNames } from './name-cost.ts'
import { createNameCost, createPhraseCost } from './paper-cost.ts'
import { buildCodeRepair, type CodeRepair } from './repair-codes.ts'
import { readSyllableModel, type SyllableModel } from './syllable-model.ts'
import { listModelWords, SPECIAL_WORDS, UNKNOWN } from './syllable.ts'
import { buildWordChannel, mixWordChannels } from './word-channel.ts'
import { buildWordTree, type WordTree } from './word-tree.ts'

/** What officers are told about a paper's state, best first: from this score on, this label. */
export type QualityLabels = readonly { readonly from: number; readonly label: string }[]

/** What restoring is made from; all of it is data. */
export type RestorerParts = {
  /** Bytes of the syllable model. */
  readonly model: Uint8Array
  /** How scanners and wrong OCR models misread letters, one table per kind. */
  readonly confusions: readonly Confusions[]
  readonly labels: QualityLabels
  /** Signs of papers and agencies that hold a Đ. */
  readonly signs: readonly string[]
  /** Names of places. */
  readonly names?: readonly PlaceName[]
  readonly people?: PersonNames
  /** What official papers say in just these words, where the corpus is too small to know it. */
  readonly phrases?: readonly string[]
  /** Names of offices. */
  readonly offices?: OfficeNames
}

/** Everything that restoring needs, opened once. */
export type Restorer = {
  readonly model: SyllableModel
  readonly tree: WordTree
  readonly channels: Channels
  /** What words cost in official prose, names included. */
  readonly wordCost: WordCost
  readonly names: NameModel
  readonly offices: OfficeNames
  readonly labels: QualityLabels
  readonly repairCode: CodeRepair
  /** True when the unaccented letters are those of some syllable. */
  readonly isPlainSyllable: (folded: string) => boolean
}

const NO_OFFICES: OfficeNames = { heads: new Map(), tails: new Map(), fields: [] }

/** Opens the model and the tables. */
export function createRestorer({
  model: bytes,
  confusions,
  labels,
  signs,
  names = [],
  people,
  phrases = [],
  offices = NO_OFFICES,
}: RestorerParts): Restorer {
  const model = readSyllableModel(bytes)
  const channels = confusions.map(({ letters }) => ({ channel: buildChannel(letters), weight: 1 }))
  const plain = new Set(model.words.slice(SPECIAL_WORDS.length).map(fold))
  const idsOf = (name: string) => listModelWords(name).map((word) => model.idOf(word) ?? UNKNOWN)
  return {
    model,
    tree: buildWordTree(model.words),
    wordCost: createNameCost(
      names.map(({ kind, name }) => idsOf(`${kind} ${name}`)),
      createPhraseCost(phrases.map(idsOf), model.costAfter),
    ),
    names: buildNameModel(
      names.map(({ name }) => idsOf(name)),
      people,
      idsOf,
    ),
    channels: {
      letters: channels.length > 0 ? mixChannels(channels) : bareChannel,
      words: mixWordChannels(confusions.map(({ words }) => buildWordChannel(words))),
    },
    offices,
    labels,
    repairCode: buildCodeRepair(signs),
    isPlainSyllable: (folded) => plain.has(folded),
  }
}
