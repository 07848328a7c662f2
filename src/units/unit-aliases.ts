import type { Level } from '../domain/unit.ts'

/** What may follow the head of a name: nothing, a level and place, a field of work, free words, or another unit. */
export type Takes = 'nothing' | 'level' | 'place' | 'sector' | 'subject' | 'body'

/** A kind of unit, "Sở", "UBND", "Ban Chỉ đạo". */
export type Head = {
  readonly kind: string
  readonly name: string
  readonly takes: Takes
  readonly group: string
  readonly level?: Level
  readonly forms?: readonly string[]
  readonly short?: readonly string[]
  /** First letter of glued abbreviations: "s" of "sngv". */
  readonly letter?: string
  /** Kinds that people mean by the same words. */
  readonly alike?: readonly string[]
  /** Names that differ by level: "Bộ Chỉ huy Quân sự" in a province. */
  readonly names?: Readonly<Partial<Record<Level, string>>>
  /** Names that hold their level: "Huyện đoàn". */
  readonly fixed?: readonly { readonly form: string; readonly level: string }[]
  /** The abbreviation is a word of its own unless written in capitals. */
  readonly shortNeedsCase?: boolean
  /** Means nothing without what follows: "Thường trực". */
  readonly needsBody?: boolean
}

/** A field of work that sở, phòng, bộ or ban are named after. */
export type Sector = {
  readonly name: string
  readonly of: readonly string[]
  readonly forms?: readonly string[]
  readonly short?: readonly string[]
}

/** A word for a level, "huyện"; "city" is a province or a district, as its place says. */
export type LevelWord = {
  readonly word: string
  readonly level: Level | 'city'
  readonly forms: readonly string[]
  readonly letter?: string
}

/** A word of a collective and whom it stands for. */
export type Member = {
  readonly forms: readonly string[]
  readonly kinds?: readonly string[]
  readonly groups?: readonly string[]
  readonly level?: Level
  /** Stands for units below the issuer, "địa phương". */
  readonly below?: boolean
  readonly onlyIn?: 'party' | 'state'
  /** Means many even without "các": "cơ quan báo chí". */
  readonly isAlwaysMany?: boolean
}

/** `data/lexicon/unit-aliases.json`. */
export type UnitAliases = {
  readonly heads: readonly Head[]
  readonly sectors: readonly Sector[]
  readonly levels: readonly LevelWord[]
  readonly committees: readonly { readonly kind: string; readonly suffix: string; readonly word: string }[]
  readonly members: readonly Member[]
  readonly titles: readonly string[]
  readonly linkers: readonly string[]
  readonly collective: readonly string[]
  readonly soft: readonly string[]
  readonly own: readonly string[]
  readonly ownHeads: readonly string[]
  readonly about: readonly string[]
  readonly wards: readonly string[]
  /** 0 to 10 as words, then the words for ten and for one and five after it: how "35" is spoken. */
  readonly numbers: readonly string[]
  readonly ends: readonly { readonly level: string; readonly on: string; readonly by: string }[]
}

/** What the beginning of a name says at once: a kind, perhaps with its field, level and committee ("btghu"). */
export type HeadReading = {
  readonly head: Head
  readonly sector?: Sector
  readonly level?: LevelWord
  readonly body?: Head
  readonly isShort: boolean
}
