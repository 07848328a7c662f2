import { parsePlaceAt, type PlaceBook, type SpokenLevel } from './parse-place.ts'
import { keepBest, type PhraseHit } from './phrase-trie.ts'
import type { Token } from './read-tokens.ts'
import type { Head, HeadReading, LevelWord } from './unit-aliases.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** What stands after head and field: the body it belongs to, the level, the place. */
export type NameRest = {
  /** The committee or body that it belongs to: "Huyện ủy" of "Ban Tuyên giáo Huyện ủy". */
  readonly body: Head | null
  readonly level: SpokenLevel
  readonly levelWord: string | null
  readonly placeName: string | null
  readonly end: number
}

/** What the beginning of the name said of it already, "btghu", "huyện đoàn". */
export type KnownRest = { readonly body?: Head | undefined; readonly level?: LevelWord | undefined }

type Reach = { readonly body: Head | null; readonly word: LevelWord | null; readonly end: number }

/** Reads on after head and field: "Huyện ủy Bù Gia Mập", "của tỉnh Bình Phước", "huyện BGM". */
export function parseNameRest(tokens: readonly Token[], at: number, head: Head, known: KnownRest, places: PlaceBook): NameRest {
  const start: Reach = { body: known.body ?? null, word: known.level ?? null, end: at }
  if (head.takes === 'nothing') return finish(start, null)
  const reach = readLevel(tokens, readBody(tokens, start, head, places.lexicon), places.lexicon)
  return readPlace(tokens, head, reach, places)
}

function readBody(tokens: readonly Token[], reach: Reach, head: Head, lexicon: UnitLexicon): Reach {
  if (reach.body || reach.word) return reach
  const hit = findBody(tokens, skipLinkers(tokens, reach.end, lexicon), head, lexicon)
  return hit ? { body: hit.value.head, word: hit.value.level ?? null, end: hit.end } : reach
}

function readLevel(tokens: readonly Token[], reach: Reach, lexicon: UnitLexicon): Reach {
  if (reach.word) return reach
  const hit = findLevel(tokens, skipLinkers(tokens, reach.end, lexicon), lexicon)
  return hit ? { ...reach, word: hit.value, end: hit.end } : reach
}

function readPlace(tokens: readonly Token[], head: Head, reach: Reach, places: PlaceBook): NameRest {
  const level = levelSaid(head, reach)
  const isCentral = level === 'central' || (head.level === 'central' && head.takes !== 'sector')
  const place = isCentral ? undefined : parsePlaceAt(tokens, skipLinkers(tokens, reach.end, places.lexicon), level, places)
  if (!place) return finish(reach, level)
  const { name, word, end } = place
  return { body: reach.body, level: place.level ?? level, levelWord: word ?? reach.word?.word ?? null, placeName: name, end }
}

function levelSaid({ takes, level }: Head, { word, body }: Reach): SpokenLevel {
  return word?.level ?? body?.level ?? (takes === 'place' && level ? level : null)
}

function finish({ body, word, end }: Reach, level: SpokenLevel): NameRest {
  return { body, level, levelWord: word?.word ?? null, placeName: null, end }
}

// A ban or a văn phòng belongs to a committee; "Thường trực" and "Ban Thường vụ" to anything that has members.
function findBody(tokens: readonly Token[], at: number, head: Head, { heads }: UnitLexicon): PhraseHit<HeadReading> | undefined {
  const hits = heads.find(tokens, at).filter(({ value, edits }) => {
    if (value.sector || value.body || value.head.kind === head.kind || edits > 1) return false
    return head.takes === 'body' ? canHaveBodies(value.head) : isCommittee(value.head, head)
  })
  return keepBest(hits)[0]
}

function canHaveBodies({ takes, group }: Head): boolean {
  return takes === 'place' || takes === 'level' || takes === 'nothing' || (takes === 'body' && group === 'party-committee')
}

function isCommittee({ takes, kind }: Head, of: Head): boolean {
  if (takes === 'place') return true
  return (kind === 'dang-uy' && of.takes !== 'level') || (kind === 'hdnd' && of.kind === 'ban-nn')
}

function findLevel(tokens: readonly Token[], at: number, { levels }: UnitLexicon): PhraseHit<LevelWord> | undefined {
  return keepBest(levels.find(tokens, at).filter(({ edits }) => edits === 0))[0]
}

function skipLinkers(tokens: readonly Token[], at: number, { linkers }: UnitLexicon): number {
  let next = at
  while (next < tokens.length && !tokens[next]!.startsSentence) {
    const hit = keepBest(linkers.findExact(tokens, next))[0]
    if (!hit) return next
    next = hit.end
  }
  return next
}
