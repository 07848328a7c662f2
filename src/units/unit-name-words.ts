import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'

/** unit-words.json: what names of units are made of. */
export type UnitWords = {
  /** "sở", "ủy ban nhân dân": what a name begins with. */
  readonly heads: readonly string[]
  /** Heads that free words follow: "ban chỉ đạo công tác …". */
  readonly subjectHeads: readonly string[]
  /** "chủ tịch", "thủ trưởng": people who stand for their unit. */
  readonly posts: readonly string[]
  /** "khoa học và công nghệ": what may follow a head. */
  readonly fields: readonly string[]
  /** "sở", "ngành", "địa phương": what "các" may count. */
  readonly collectives: readonly string[]
  /** "liên quan", "cấp tỉnh", "trực thuộc": what may close a name. */
  readonly qualifiers: readonly string[]
  /** Verbs that end any name, "chủ trì". */
  readonly strongStops: readonly string[]
  /** "tỉnh", "xã": the levels that close a name. */
  readonly levels: readonly string[]
  /** "các", "mỗi": what counts units. */
  readonly counters: readonly string[]
  /** Small words that no name of words with capitals goes on with. */
  readonly nameEnds: readonly string[]
  /** Small words that no name of free words goes on with. */
  readonly subjectEnds: readonly string[]
  /** Longer words that hold a verb and are none: "công trình" holds "trình". */
  readonly compounds: readonly string[]
  /** Whole names that the paper at hand gives away in its headings and recipients. */
  readonly paperNames?: readonly string[]
  /** What a wrongly restored head of one syllable means when a field follows: "so" -> "sở". */
  readonly misreadHeads: Readonly<Record<string, string>>
  /** Written-out names that stand abbreviated in the registry: "ủy ban nhân dân" -> "UBND". */
  readonly spellings: Readonly<Record<string, string>>
}

/** A syllable of a text that may hold unit names. */
export type NameToken = {
  /** Folded. */
  readonly word: string
  /** In lower case with its tones. */
  readonly toned: string
  readonly isCapital: boolean
  /** "VNPT" */
  readonly isAcronym: boolean
  readonly start: number
  readonly end: number
  /** What stands between it and the one before. */
  readonly gap: string
}

type PhraseWord = Pick<NameToken, 'word' | 'toned' | 'gap'>

/** Phrases by their first word, longest first. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly PhraseWord[])[]>

const LISTS = [
  'heads',
  'subjectHeads',
  'posts',
  'fields',
  'collectives',
  'qualifiers',
  'strongStops',
  'levels',
  'counters',
  'nameEnds',
  'subjectEnds',
  'compounds',
] as const

/** The tables that names are matched with. */
export type NameTables = Readonly<Record<(typeof LISTS)[number] | 'paperNames' | 'stops', PhraseTable>> & {
  readonly misreadHeads: ReadonlyMap<string, string>
}

const TABLES = new WeakMap<UnitWords, Map<readonly string[], NameTables>>()

/** The tables of a word list, built once; stops are further words with which a predicate begins. */
export function readNameTables(words: UnitWords, stops: readonly string[]): NameTables {
  const known = TABLES.get(words) ?? new Map<readonly string[], NameTables>()
  TABLES.set(words, known)
  const found = known.get(stops)
  if (found) return found
  const lists = Object.fromEntries(LISTS.map((list) => [list, keepTable(words[list])])) as Record<
    (typeof LISTS)[number],
    PhraseTable
  >
  const tables: NameTables = {
    ...lists,
    heads: buildTable([...words.heads, ...words.subjectHeads]),
    paperNames: buildTable(words.paperNames ?? []),
    stops: keepTable(stops),
    misreadHeads: new Map(Object.entries(words.misreadHeads)),
  }
  known.set(stops, tables)
  return tables
}

// A paper's own names change none of the other lists.
const KEPT = new WeakMap<readonly string[], PhraseTable>()

function keepTable(phrases: readonly string[]): PhraseTable {
  const table = KEPT.get(phrases) ?? buildTable(phrases)
  KEPT.set(phrases, table)
  return table
}

/** Phrases as a table. */
export function buildTable(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, NameToken[][]>()
  for (const phrase of phrases) {
    const words = readNameTokens(phrase)
    table.set(words[0]!.word, [...(table.get(words[0]!.word) ?? []), words])
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length)
  return table
}

/** The syllables of a text; in a text of capitals only the first counts as one. */
export function readNameTokens(text: string): NameToken[] {
  const folded = fold(text)
  const lower = normalize(text).toLowerCase()
  const isShouted = !/\p{Ll}/u.test(text.slice(0, 60))
  let last = 0
  return [...folded.matchAll(/[\p{L}\p{N}]+|&/gu)].map(({ index, 0: word }) => {
    const gap = folded.slice(last, index)
    const isCapital = /^\p{Lu}/u.test(text.slice(index)) && (!isShouted || last === 0 || /[,;]/.test(gap))
    last = index + word.length
    const isAcronym = !isShouted && word.length > 2 && /^\p{Lu}+$/u.test(text.slice(index, last))
    return { word, toned: lower.slice(index, last), isCapital, isAcronym, start: index, end: last, gap }
  })
}

/**
 * How many tokens of the text the longest phrase of a table takes at one of them; dashes inside it, and commas that the text leaves out, are ignored.
 * Typed tones count ("đăng" is not "đảng"), but half of a phrase's tones may have been restored wrongly.
 */
export function lengthAt(table: PhraseTable, tokens: readonly NameToken[], at: number): number {
  return phraseAt(table, tokens, at)?.length ?? 0
}

/** As lengthAt, the phrase itself. */
export function phraseAt(
  table: PhraseTable,
  tokens: readonly NameToken[],
  at: number,
  isExact = false,
): readonly PhraseWord[] | undefined {
  for (const phrase of table.get(tokens[at]?.word ?? '') ?? []) {
    const fits = phrase.every(({ word, gap }, index) => {
      const token = tokens[at + index]
      return token?.word === word && (index === 0 || isSameGap(token.gap, gap))
    })
    const others = fits ? phrase.filter(({ toned }, index) => isOtherTone(tokens[at + index]!, toned)).length : 0
    if (fits && (others === 0 || (!isExact && phrase.length > 1 && others <= phrase.length / 2))) return phrase
  }
  return undefined
}

// A comma in the text stands only where the phrase has some sign: "chi bộ cơ sở, đảng ủy" holds no "cơ sở đảng".
function isSameGap(gap: string, wanted: string): boolean {
  return /^[\s,–—\-/&]*$/.test(gap) && (!gap.includes(',') || wanted.trim() !== '')
}

function isOtherTone({ word, toned }: NameToken, wanted: string): boolean {
  return toned !== wanted && toned !== word
}
