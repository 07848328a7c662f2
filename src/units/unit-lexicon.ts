import { indexHeads, indexSectors } from './index-heads.ts'
import { indexPlaces, type PlaceIndex, type PlaceList } from './index-places.ts'
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts'
import { readTokens } from './read-tokens.ts'
import type { Head, HeadReading, LevelWord, Member, Sector, UnitAliases } from './unit-aliases.ts'

type WordIndex = Readonly<
  Record<'titles' | 'linkers' | 'collective' | 'soft' | 'own' | 'ownHeads' | 'about' | 'wards', PhraseTrie<true>>
>

/** The lexicon, ready for finding. */
export type UnitLexicon = PlaceIndex &
  WordIndex & {
    readonly aliases: UnitAliases
    readonly heads: PhraseTrie<HeadReading>
    readonly sectors: PhraseTrie<Sector>
    readonly levels: PhraseTrie<LevelWord>
    readonly members: PhraseTrie<Member>
    readonly headOf: (kind: string) => Head
  }

/** Makes the finding structures of both lexicon files; done once per process. */
export function buildUnitLexicon(aliases: UnitAliases, places: PlaceList): UnitLexicon {
  const kinds = new Map(aliases.heads.map((head) => [head.kind, head]))
  const headOf = (kind: string): Head => {
    const head = kinds.get(kind)
    if (!head) throw new Error(`unknown kind of unit: ${kind}`)
    return head
  }
  return {
    aliases,
    headOf,
    heads: indexHeads(aliases, headOf),
    sectors: indexSectors(aliases.sectors),
    levels: indexForms(aliases.levels),
    members: indexForms(aliases.members),
    titles: indexWords(aliases.titles),
    linkers: indexWords(aliases.linkers),
    collective: indexWords(aliases.collective),
    soft: indexWords(aliases.soft),
    own: indexWords(aliases.own),
    ownHeads: indexWords(aliases.ownHeads),
    about: indexWords(aliases.about),
    wards: indexWords(aliases.wards),
    ...indexPlaces(places),
  }
}

function indexForms<Value extends { readonly forms: readonly string[] }>(values: readonly Value[]): PhraseTrie<Value> {
  const trie = createPhraseTrie<Value>()
  for (const value of values) for (const form of value.forms) trie.add(readTokens(form), value)
  return trie
}

function indexWords(words: readonly string[]): PhraseTrie<true> {
  const trie = createPhraseTrie<true>()
  for (const word of words) trie.add(readTokens(word), true)
  return trie
}
