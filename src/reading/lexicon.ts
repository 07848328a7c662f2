import type { UnitWords } from '../units/unit-name-words.ts'

/** The words that reading knows, as data/lexicon holds them; handed in by whoever may read files. */
export type ReadingLexicon = {
  /** unit-words.json */
  readonly units: UnitWords
  /** reading-words.json */
  readonly words: ReadingWords
  /** reading-issues.json: what officers are told, by code, with {blanks}. */
  readonly issues: Readonly<Record<string, string>>
}

/** reading-words.json, all in Vietnamese as people write it; matching folds. */
export type ReadingWords = {
  readonly zones: Readonly<Record<'purpose' | 'task' | 'funds' | 'organise', readonly string[]>>
  readonly labels: Readonly<Record<LabelKind, readonly string[]>>
  readonly columns: Readonly<Record<ColumnKind, readonly string[]>>
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  /** Document type by the code in its number, "KH". */
  readonly types: Readonly<Record<string, string>>
  /** Codes as damaged copies print them, "QD" -> "QĐ". */
  readonly codeSpellings: Readonly<Record<string, string>>
  /** The type of a paper whose number carries no code, "Công văn". */
  readonly letter: string
  readonly secrecy: readonly string[]
  readonly qualityLabels: readonly (readonly [atLeast: number, label: string])[]
}

/** What a labelled line of a block says: "Cơ quan chủ trì: …" is lead. */
export type LabelKind = 'lead' | 'coordinate' | 'assigned' | 'deadline' | 'content' | 'other'

/** What a column of a table of duties holds. */
export type ColumnKind = 'ordinal' | 'content' | 'lead' | 'coordinate' | 'assigned' | 'deadline'
